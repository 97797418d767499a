import type { Bound, Comparison, Condition } from '../../model/condition.ts';
import type { Obligation } from '../../model/obligation.ts';
import type { Example } from '../../model/service-item.ts';
import { cellsOfAnswer } from '../../rules/axis.ts';
import { always, never } from '../../rules/diagram.ts';
import type { Allowed, Node } from '../../rules/diagram.ts';
import { atomsOf } from '../../rules/questions-of.ts';
import type { ItemSpace } from './item-space.ts';

/** Something that at least one example of an item has to show. */
export interface Goal {
  /** The answers that show it. */
  readonly node: Node;
  /** The obligation that is tried by it. */
  readonly obligation: Obligation;
}

/** The smallest parts of an obligation's condition: one question, one answer or stretch. */
export function branchesOf(obligations: readonly Obligation[]): readonly Condition[] {
  return [...new Set(obligations.flatMap(({ when }) => atomsOf(when)))];
}

/**
 * What the examples of an item have to show together: every obligation once there and, where it can be, once not
 * there; every part of every condition once true and once false. Absent means by its own condition, where somebody
 * is absent so who is not sent away.
 */
export function goalsOf(obligations: readonly Obligation[], space: ItemSpace): readonly Goal[] {
  const { diagrams, open, holds, applies, nodeOf } = space;
  const inOpen = (node: Node) => (diagrams.and(node, open) === never ? node : diagrams.and(node, open));
  const seen = new Set<Node>([never]);
  return obligations.flatMap((obligation) => {
    if (holds(obligation) === never || movingQuestions([obligation]).size > 0) return [];
    const parts = atomsOf(obligation.when).map(nodeOf);
    const absent = applies(obligation) === always ? never : inOpen(diagrams.not(applies(obligation)));
    const wanted = [holds(obligation), absent, ...parts.flatMap((node) => [inOpen(node), inOpen(diagrams.not(node))])];
    return wanted.flatMap((node) => {
      if (seen.has(node)) return [];
      seen.add(node);
      return [{ node, obligation }];
    });
  });
}

/**
 * The questions that some condition compares with today. No example can answer them: a date that was thirty days ago
 * today is thirty-one tomorrow.
 */
export function movingQuestions(obligations: readonly Obligation[]): ReadonlySet<string> {
  const atoms = obligations.flatMap(({ when }) => atomsOf(when));
  return new Set(atoms.flatMap((atom) => ('compare' in atom && isMoving(atom.compare) ? [atom.question] : [])));
}

function isMoving(compare: Comparison): boolean {
  return Object.values(compare).some((bound: Bound) => typeof bound === 'object');
}

/** Tells whether an example shows a goal for certain, with the answers it gives and no others. */
export function shows({ given, lacks = [] }: Pick<Example, 'given' | 'lacks'>, goal: Goal, space: ItemSpace): boolean {
  const allowed: Allowed = space.axes.map((axis) => {
    if (axis.lacks !== undefined) return [lacks.includes(axis.lacks) ? 1 : 0];
    const value = given[axis.name];
    return value === undefined ? undefined : cellsOfAnswer(axis, { is: 'known', value });
  });
  return space.diagrams.restrict(goal.node, allowed) === always;
}
