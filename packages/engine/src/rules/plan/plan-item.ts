import type { StoredPlan } from '../../model/stored-plan.ts';
import { compileTrip } from '../trip-rules.ts';
import type { RuleSource, TripRules } from '../trip-rules.ts';
import { createTripStates } from '../trip-state.ts';
import { statesWhileWaiting } from './create-order.ts';
import { authorsOrder } from './order-cost.ts';
import type { OrderCost, PartOrder } from './order-cost.ts';
import { planQuestions } from './plan-questions.ts';
import type { QuestionPlan } from './plan-questions.ts';
import { tiny } from './solve-part.ts';

/** What the order of an item's questions costs, and the plan to keep where it cannot be found again in time. */
export interface ItemPlan {
  readonly item: string;
  readonly questions: number;
  readonly authors: OrderCost;
  readonly ours: OrderCost;
  /** The smallest expected cost of any order that finishes a topic before the next; absent where not worked out. */
  readonly optimum?: number;
  /** The same without regard to topics: what keeping them together costs is the difference. */
  readonly anyOrder?: number;
  /** Present where planning would take too long while a person waits, or would cost more than the author's order. */
  readonly plan?: StoredPlan;
}

/** States solved exactly when the knowledge is compiled. */
const statesWhileCompiling = 200_000;

const nothingClosed: ReadonlySet<number> = new Set();

/** The plan that an item needs to have stored, if it needs one. */
export function storedPlanOf(source: RuleSource, item: string, today: string): StoredPlan | undefined {
  return storedPlanFor(compileTrip(source, [item], today));
}

/** The same for rules that are compiled already, with so many states solved exactly at most. */
export function storedPlanFor(rules: TripRules, states = statesWhileCompiling): StoredPlan | undefined {
  return chooseOrder(rules, states).stored;
}

/** Plans one item's questions and says what every order costs. */
export function planItem(source: RuleSource, item: string, today: string): ItemPlan {
  const rules = compileTrip(source, [item], today);
  const { plan, order, stored } = chooseOrder(rules, statesWhileCompiling);
  const { start } = createTripStates(rules);
  const smallest = (keepTopics: boolean): number | undefined => {
    const best = planQuestions(rules, { closed: nothingClosed, states: statesWhileCompiling, keepTopics });
    const cost = best.costOf(start);
    return best.isExact() ? cost : undefined;
  };
  const anyOrder = smallest(false);
  const optimum = hasTopics(rules) ? smallest(true) : anyOrder;
  return {
    item,
    questions: rules.order.length,
    authors: plan.costOfOrder(start, authorsOrder),
    ours: plan.costOfOrder(start, order),
    ...(optimum === undefined ? {} : { optimum }),
    ...(anyOrder === undefined ? {} : { anyOrder }),
    ...(stored === undefined ? {} : { plan: stored }),
  };
}

interface ChosenOrder {
  readonly plan: QuestionPlan;
  /** Absent where the plan's own order is chosen. */
  readonly order?: PartOrder;
  readonly stored?: StoredPlan;
}

/** The order an item is asked in: the planned one, or the author's where keeping topics together costs more. */
function chooseOrder(rules: TripRules, states: number): ChosenOrder {
  const { start } = createTripStates(rules);
  const plan = planQuestions(rules, { closed: nothingClosed, states, keepTopics: true });
  const expected = plan.costOf(start);
  // Without topics an exact plan is the smallest there is, and there is nothing to compare it with.
  if (hasTopics(rules) || !plan.isExact()) {
    const authors = plan.costOfOrder(start, authorsOrder);
    if (expected > authors.expected + tiny)
      return { plan, order: authorsOrder, stored: plan.store(start, authorsOrder) };
  }
  return plan.statesTried() <= statesWhileWaiting ? { plan } : { plan, stored: plan.store(start) };
}

function hasTopics(rules: TripRules): boolean {
  return rules.axes.some(({ question }) => question?.topic !== undefined);
}
