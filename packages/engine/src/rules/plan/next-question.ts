import type { StoredPlan } from '../../model/stored-plan.ts';
import type { TripState, TripStates } from '../trip-state.ts';
import type { OrderOfQuestions } from './order-of-questions.ts';
import { planQuestions } from './plan-questions.ts';
import type { QuestionPlan } from './plan-questions.ts';
import { loadPlan } from './stored-plan.ts';

/**
 * States solved exactly while a person waits: enough for every item of ordinary size, and some ten
 * milliseconds where it is not.
 */
export const statesWhileWaiting = 2_000;

/** How an order of questions comes about. */
export interface OrderOptions {
  /** Distinct states solved exactly; `statesWhileWaiting` by default. */
  readonly states?: number;
  /** Worked out when the knowledge was compiled, for items that are too hard while a person waits. */
  readonly stored?: StoredPlan;
}

/**
 * The order of a trip: a topic that was begun is finished first; inside that freedom, the fewest expected
 * questions. Plans are kept, one for each set of questions answered "not sure".
 */
export function createNextQuestion(trip: TripStates, options: OrderOptions = {}): OrderOfQuestions {
  const { rules } = trip;
  const { states = statesWhileWaiting, stored } = options;
  const plans = new Map<string, QuestionPlan>();
  const chosen = new WeakMap<TripState, number>(stored === undefined ? [] : [...loadPlan(trip, trip.start, stored)]);
  const planFor = (closed: readonly number[]): QuestionPlan => {
    const key = closed.join();
    const known = plans.get(key);
    if (known !== undefined) return known;
    const plan = planQuestions(rules, { states, closed: new Set(closed), keepTopics: true });
    plans.set(key, plan);
    return plan;
  };
  return (state) => {
    if (state.open.length < 2) return state.open[0];
    const known = chosen.get(state);
    if (known !== undefined) return known;
    const next = planFor(state.closed).next(state);
    if (next !== undefined) chosen.set(state, next);
    return next;
  };
}
