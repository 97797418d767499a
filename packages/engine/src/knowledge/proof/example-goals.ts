import type { Condition } from '../../model/condition.ts';
import type { Obligation } from '../../model/obligation.ts';
import type { Example } from '../../model/service-item.ts';
import { always, never } from '../../rules/diagram.ts';
import type { Node } from '../../rules/diagram.ts';
import { movingQuestions } from './days.ts';
import { cellsOfExample } from './decide-example.ts';
import { isVerdict } from './item-space.ts';
import type { ItemSpace } from './item-space.ts';
import { truthUnder } from './truth-under.ts';

/** Something that at least one example of an item has to show. */
export interface Goal {
  /** The answers that show it. */
  readonly node: Node;
  /** The obligation that is tried by it. */
  readonly obligation: Obligation;
}

function membersOf(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all;
  if ('any' in condition) return condition.any;
  return 'not' in condition ? [condition.not] : [];
}

/**
 * What the examples of an item have to show together: every obligation once there and, where it can be, once not
 * there by its own condition; every answer that a condition names once so and once otherwise, where that alone makes
 * the difference (masking MC/DC: J. J. Chilenski, 2001).
 */
export function goalsOf(obligations: readonly Obligation[], space: ItemSpace): readonly Goal[] {
  const { diagrams, open, holds, applies } = space;
  const seen = new Set<Node>([never]);
  return obligations.flatMap((obligation) => {
    // No example can answer for long what is compared with today: thirty days ago will be thirty-one tomorrow.
    if (holds(obligation) === never || movingQuestions([obligation.when]).size > 0) return [];
    // Whoever is sent away is told nothing else, so that only verdicts can be tried on them.
    const among = (node: Node) => (isVerdict(obligation) ? node : diagrams.and(node, open));
    const absent = applies(obligation) === always ? never : among(diagrams.not(applies(obligation)));
    const wanted = [holds(obligation), absent, ...differences(obligation.when, always, space).map(among)];
    return wanted.flatMap((node) => {
      if (seen.has(node)) return [];
      seen.add(node);
      return [{ node, obligation }];
    });
  });
}

/** For each comparison at the leaves: that it holds, and that it does not, where the whole hangs on it. */
function differences(condition: Condition, where: Node, space: ItemSpace): readonly Node[] {
  const { diagrams, nodeOf } = space;
  const members = membersOf(condition);
  if (members.length === 0) {
    const node = nodeOf(condition);
    return [diagrams.and(where, node), diagrams.and(where, diagrams.not(node))];
  }
  return members.flatMap((member) => {
    const others = members.filter((other) => other !== member).map(nodeOf);
    const silent = 'any' in condition ? others.map((node) => diagrams.not(node)) : others;
    const here = silent.reduce((node, other) => diagrams.and(node, other), where);
    return differences(member, here, space);
  });
}

/** Tells of any goal whether an example shows it for certain, with the answers it gives and no others. */
export function createShows(example: Pick<Example, 'given' | 'lacks'>, space: ItemSpace): (goal: Goal) => boolean {
  const truthOf = truthUnder(space.diagrams, cellsOfExample(example, space.axes));
  return ({ node }) => truthOf(node) === 'yes';
}
