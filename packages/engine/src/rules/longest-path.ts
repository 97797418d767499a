import type { NextQuestion } from './plan/next-question.ts';
import type { TripRules } from './trip-rules.ts';
import { afterAnswer, supportOf } from './trip-state.ts';
import type { TripState } from './trip-state.ts';

/** States looked at before the simple bound is good enough; keeps one turn within a few milliseconds. */
const stateBudget = 2_000;

/**
 * How many questions are still to come at most, if each is answered. Exact while the budget lasts; beyond it,
 * the number of questions that can still matter, which is never too low.
 */
export function longestPath(rules: TripRules, state: TripState, nextQuestion: NextQuestion): number {
  const known = new Map<string, number>();
  const visit = (at: TripState): number => {
    const next = nextQuestion(at);
    if (next === undefined) return 0;
    const key = [[...new Set(at.lines)].join(), at.guards.join(), [...at.topics].join()].join(';');
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= stateBudget) return looseBound(rules, at);
    known.set(key, looseBound(rules, at));
    const cells = rules.axes[next]?.cells ?? [];
    const branches = cells.map((_, cell) => visit(afterAnswer(rules, at, next, cell)));
    const longest = 1 + Math.max(0, ...branches);
    known.set(key, longest);
    return longest;
  };
  return visit(state);
}

function looseBound(rules: TripRules, state: TripState): number {
  return [...supportOf(rules, state)].filter(
    (axis) => rules.axes[axis]?.question !== undefined && !state.closed.has(axis),
  ).length;
}
