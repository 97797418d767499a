import type { TripRules } from '../trip-rules.ts';
import { openAxes } from '../trip-state.ts';
import type { TripState } from '../trip-state.ts';
import { openPartOf } from './open-part.ts';
import { planQuestions } from './plan-questions.ts';
import type { QuestionPlan } from './plan-questions.ts';

/** Chooses the question to put next in any state of a trip. */
export type NextQuestion = (state: TripState) => number | undefined;

/**
 * States solved exactly while a person waits: enough for every item of ordinary size, and some ten
 * milliseconds where it is not.
 */
const statesWhileWaiting = 2_000;

/**
 * The order of a trip: a topic that was begun is finished first; inside that freedom, the fewest expected
 * questions. Plans are kept, one for each set of questions answered "not sure".
 */
export function createNextQuestion(rules: TripRules): NextQuestion {
  const plans = new Map<string, QuestionPlan>();
  const planFor = (closed: ReadonlySet<number>): QuestionPlan => {
    const key = [...closed].sort((a, b) => a - b).join();
    const known = plans.get(key);
    if (known !== undefined) return known;
    const plan = planQuestions(rules, { states: statesWhileWaiting }, closed);
    plans.set(key, plan);
    return plan;
  };
  return (state) => {
    const open = openAxes(rules, state);
    if (open.length < 2) return open[0];
    const begun = open.filter((axis) => {
      const topic = rules.axes[axis]?.question?.topic;
      return topic !== undefined && state.topics.has(topic);
    });
    if (begun.length === 1) return begun[0];
    return planFor(state.closed).next(openPartOf(rules, state), begun.length > 0 ? begun : undefined);
  };
}
