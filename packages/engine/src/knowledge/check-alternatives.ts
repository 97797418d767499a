import type { Alternatives, Keyed } from './alternatives.ts';
import type { Node } from '../rules/diagram.ts';
import type { ItemCheck } from './item-check.ts';
import { pointAt } from './name-obligation.ts';
import { findCase } from './proof/find-case.ts';
import { openItemSpace, tellsApart } from './proof/item-space.ts';
import type { ItemSpace } from './proof/item-space.ts';
import { sayCase } from './proof/say-case.ts';

/**
 * Proves what the author declares under `oneOf` and `exclusive`: no two hold for one person on one day, and of `oneOf`
 * one always does. Each fault once, with answers that show it.
 */
export function checkAlternatives(check: ItemCheck): void {
  const { item, questions, spaces, alternatives } = check;
  for (const group of alternatives) {
    const { when } = group;
    const days = spaces.map((space) =>
      when === undefined || tellsApart(space, when)
        ? space
        : openItemSpace({ item, questions, day: space.day, conditions: [when] }),
    );
    reportMeetings(group, days, check);
    if (group.kind === 'oneOf') reportGap(group, days, check);
  }
}

/** The people a declaration speaks of: all whom no verdict sends away, or those of its `when`. */
function scopeOf({ when }: Alternatives, { diagrams, open, nodeOf }: ItemSpace): Node {
  return when === undefined ? open : diagrams.and(open, nodeOf(when));
}

function reportMeetings(group: Alternatives, days: readonly ItemSpace[], check: ItemCheck): void {
  for (const [first, second] of pairsOf(group.of)) {
    const words = firstCase(days, check, (space) =>
      space.diagrams.and(
        scopeOf(group, space),
        space.diagrams.and(space.holds(first.obligation), space.holds(second.obligation)),
      ),
    );
    if (words === undefined) continue;
    const both = `${pointAt(first.obligation, check)}和${pointAt(second.obligation, check)}`;
    check.log.error(group.at, 'contradiction', `${both}说好不会同时成立，可是“${words}”时两条都成立；请把条件分开。`);
  }
}

function reportGap(group: Alternatives, days: readonly ItemSpace[], check: ItemCheck): void {
  const words = firstCase(days, check, (space) => {
    const { diagrams } = space;
    return group.of.reduce(
      (left, { obligation }) => diagrams.and(left, diagrams.not(space.holds(obligation))),
      scopeOf(group, space),
    );
  });
  if (words === undefined) return;
  const keys = group.of.map(({ key }) => key).join('、');
  check.log.error(group.at, 'gap', `${keys} 里总该有一条成立，可是“${words}”时一条都不成立；请补上这种情形。`);
}

/** The first day's case of a condition, in words; the day is said when it is not today. */
function firstCase(
  days: readonly ItemSpace[],
  { nameOf, today }: ItemCheck,
  nodeOf: (space: ItemSpace) => Node,
): string | undefined {
  for (const space of days) {
    const found = findCase(space, nodeOf(space));
    if (found === undefined) continue;
    const since = space.day === today ? '' : `${space.day} 起，`;
    return `${since}${sayCase(found, space.axes, nameOf)}`;
  }
  return undefined;
}

function pairsOf(members: readonly Keyed[]): readonly (readonly [Keyed, Keyed])[] {
  return members.flatMap((first, index) => members.slice(index + 1).map((second) => [first, second] as const));
}
