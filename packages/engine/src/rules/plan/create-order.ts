import type { StoredPlan } from '../../model/stored-plan.ts';
import type { TripState, TripStates } from '../trip-state.ts';
import type { QuestionOrder } from './order-of-questions.ts';
import { planQuestions } from './plan-questions.ts';
import type { QuestionPlan } from './plan-questions.ts';

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
export function createOrder(trip: TripStates, options: OrderOptions = {}): QuestionOrder {
  const { rules } = trip;
  const { states = statesWhileWaiting, stored } = options;
  const plans = new Map<string, QuestionPlan>();
  const chosen = new WeakMap<TripState, number>();
  const lengths = new WeakMap<TripState, number>();
  const planFor = (closed: readonly number[]): QuestionPlan => {
    const key = closed.join();
    const known = plans.get(key);
    if (known !== undefined) return known;
    // What was stored knows nothing of questions answered "not sure".
    const worked = stored === undefined || closed.length > 0 ? {} : { stored: { plan: stored, from: trip.start } };
    const plan = planQuestions(rules, { states, closed: new Set(closed), keepTopics: true, ...worked });
    plans.set(key, plan);
    return plan;
  };
  return {
    next(state) {
      if (state.open.length < 2) return state.open[0];
      const known = chosen.get(state);
      if (known !== undefined) return known;
      const next = planFor(state.closed).next(state);
      if (next !== undefined) chosen.set(state, next);
      return next;
    },
    longest(state) {
      if (state.open.length === 0) return 0;
      const known = lengths.get(state);
      if (known !== undefined) return known;
      const longest = planFor(state.closed).longest(state);
      lengths.set(state, longest);
      return longest;
    },
  };
}
