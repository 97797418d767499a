import type { Example } from '../../model/service-item.ts';
import type { Axis } from '../../rules/axis.ts';
import { cellsOfAnswer } from '../../rules/axis.ts';
import type { Allowed } from '../../rules/diagram.ts';
import type { TripRules } from '../../rules/trip-rules.ts';
import type { DecidedOutcome } from '../decided.ts';
import { truthUnder } from './truth-under.ts';

/** What becomes of every line of an item for the person of an example, read off its diagrams. */
export function decideExample(example: Pick<Example, 'given' | 'lacks'>, rules: TripRules): DecidedOutcome {
  const { diagrams, axes } = rules;
  const allowed = cellsOfExample(example, axes);
  const truthOf = truthUnder(diagrams, allowed);
  const lines = rules.lines.map(({ obligation, node }) => {
    const holds = truthOf(node);
    if (holds !== 'unknown') return { obligation, holds };
    const left = diagrams.supportOf(diagrams.restrict(node, allowed));
    return { obligation, holds, questions: left.flatMap((axis) => axes[axis]?.question?.id ?? []) };
  });
  return { lines };
}

/** The cells that an example leaves possible: it lacks what it says it lacks, and no other paper. */
export function cellsOfExample(
  { given, lacks = [] }: Pick<Example, 'given' | 'lacks'>,
  axes: readonly Axis[],
): Allowed {
  return axes.map((axis) => {
    if (axis.lacks !== undefined) return [lacks.includes(axis.lacks) ? 1 : 0];
    const value = given[axis.name];
    return value === undefined ? undefined : cellsOfAnswer(axis, { is: 'known', value });
  });
}
