import type { StoredPlan } from '../../model/stored-plan.ts';
import type { TripState, TripStates } from '../trip-state.ts';
import { planQuestions } from './plan-questions.ts';
import type { QuestionPlan } from './plan-questions.ts';
import { loadPlan } from './stored-plan.ts';

/** Chooses the question to put next in any state of a trip. */
export type NextQuestion = (state: TripState) => number | undefined;

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
export function createNextQuestion(trip: TripStates, options: OrderOptions = {}): NextQuestion {
  const { rules } = trip;
  const { states = statesWhileWaiting, stored } = options;
  const plans = new Map<string, QuestionPlan>();
  const chosen = new WeakMap<TripState, number>(stored === undefined ? [] : [...loadPlan(trip, trip.start, stored)]);
  const planFor = (closed: readonly number[]): QuestionPlan => {
    const key = closed.join();
    const known = plans.get(key);
    if (known !== undefined) return known;
    const plan = planQuestions(rules, { states, closed: new Set(closed) });
    plans.set(key, plan);
    return plan;
  };
  const choose = (state: TripState): number | undefined => {
    const begun = state.open.filter((axis) => {
      const topic = rules.axes[axis]?.question?.topic;
      return topic !== undefined && state.topics.includes(topic);
    });
    if (begun.length === 1) return begun[0];
    return planFor(state.closed).next(state, begun.length > 0 ? begun : undefined);
  };
  return (state) => {
    if (state.open.length < 2) return state.open[0];
    const known = chosen.get(state);
    if (known !== undefined) return known;
    const next = choose(state);
    if (next !== undefined) chosen.set(state, next);
    return next;
  };
}
