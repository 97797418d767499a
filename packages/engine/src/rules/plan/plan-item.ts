import type { StoredPlan } from '../../model/stored-plan.ts';
import { compileTrip } from '../trip-rules.ts';
import type { RuleSource } from '../trip-rules.ts';
import { createTripStates } from '../trip-state.ts';
import { createNextQuestion, statesWhileWaiting } from './next-question.ts';
import { authorsOrder, orderCost } from './order-cost.ts';
import type { OrderCost } from './order-cost.ts';
import { planQuestions } from './plan-questions.ts';
import { storePlan } from './stored-plan.ts';

/** What the order of an item's questions costs, and the plan to keep where it is hard to find. */
export interface ItemPlan {
  readonly item: string;
  readonly questions: number;
  readonly authors: OrderCost;
  readonly ours: OrderCost;
  /** The smallest expected cost of any order that respects presuppositions; absent where it was not worked out. */
  readonly optimum?: number;
  /** Present only where planning would take too long while a person waits. */
  readonly plan?: StoredPlan;
}

/** States solved exactly when the knowledge is compiled. */
const statesWhileCompiling = 200_000;

/** Plans one item's questions and says what every order costs. */
export function planItem(source: RuleSource, item: string, today: string): ItemPlan {
  const rules = compileTrip(source, [item], today);
  const states = createTripStates(rules);
  const { start } = states;
  const best = planQuestions(rules, { states: statesWhileCompiling, closed: new Set() });
  const optimum = best.costOf(start);
  const quick = planQuestions(rules, { states: statesWhileWaiting, closed: new Set() });
  quick.costOf(start);
  const nextQuestion = createNextQuestion(states, { states: statesWhileCompiling });
  return {
    item,
    questions: rules.order.length,
    authors: orderCost(states, start, authorsOrder),
    ours: orderCost(states, start, nextQuestion),
    ...(best.isExact() ? { optimum } : {}),
    ...(quick.isExact() ? {} : { plan: storePlan(states, start, nextQuestion) }),
  };
}
