import type { OrderOfQuestions } from './plan/order-of-questions.ts';
import type { TripState, TripStates } from './trip-state.ts';

/** States looked at in one turn before the simple bound is good enough. */
const statesInOneTurn = 2_000;

/**
 * How many questions are still to come at most, if each is answered. Exact while a turn's budget lasts; beyond
 * it, the number of questions that can still matter, which is never too low.
 */
export function createLongestPath(states: TripStates, nextQuestion: OrderOfQuestions): (state: TripState) => number {
  const exact = new WeakMap<TripState, number>();
  return (start) => {
    let budget = statesInOneTurn;
    const visit = (state: TripState): { length: number; exact: boolean } => {
      const known = exact.get(state);
      if (known !== undefined) return { length: known, exact: true };
      const next = nextQuestion(state);
      if (next === undefined) return { length: 0, exact: true };
      if (budget-- <= 0) return { length: looseBound(states, state), exact: false };
      const cells = states.rules.axes[next]?.cells ?? [];
      const branches = cells.map((_, cell) => visit(states.after(state, next, cell)));
      const found = {
        length: 1 + Math.max(0, ...branches.map(({ length }) => length)),
        exact: branches.every((branch) => branch.exact),
      };
      if (found.exact) exact.set(state, found.length);
      return found;
    };
    return visit(start).length;
  };
}

function looseBound({ rules }: TripStates, state: TripState): number {
  return [...state.support].filter((axis) => rules.axes[axis]?.question !== undefined && !state.closed.includes(axis))
    .length;
}
