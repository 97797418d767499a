import type { TripState, TripStates } from '../trip-state.ts';
import type { OrderOfQuestions } from './order-of-questions.ts';
import { costOf, priorOf } from './prior.ts';

/** What an order of questions costs: on average, and for the unluckiest person. */
export interface OrderCost {
  readonly expected: number;
  readonly worst: number;
}

/** The authors' order: the first question in the file that can still matter. */
export const authorsOrder: OrderOfQuestions = (state) => state.open[0];

/** Walks an order through every answer and adds up what it costs. */
export function orderCost(states: TripStates, start: TripState, next: OrderOfQuestions): OrderCost {
  const known = new Map<TripState, OrderCost>();
  const visit = (state: TripState): OrderCost => {
    const before = known.get(state);
    if (before !== undefined) return before;
    const ask = next(state);
    const axis = ask === undefined ? undefined : states.rules.axes[ask];
    if (ask === undefined || axis === undefined) return { expected: 0, worst: 0 };
    let expected = costOf(axis);
    let worst = 0;
    priorOf(axis).forEach((share, cell) => {
      const future = visit(states.after(state, ask, cell));
      expected += share * future.expected;
      worst = Math.max(worst, future.worst);
    });
    const cost = { expected, worst: worst + 1 };
    known.set(state, cost);
    return cost;
  };
  return visit(start);
}
