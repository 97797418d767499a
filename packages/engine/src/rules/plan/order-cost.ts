import type { TripRules } from '../trip-rules.ts';
import { answerPart, askableAxes } from './open-part.ts';
import type { OpenPart } from './open-part.ts';
import { costOf, priorOf } from './prior.ts';

/** Which question an order puts next; `undefined` when none is left that can be asked. */
export type NextAxis = (part: OpenPart) => number | undefined;

/** What an order of questions costs: on average, and for the unluckiest person. */
export interface OrderCost {
  readonly expected: number;
  readonly worst: number;
}

/** The authors' order: the first question in the file that can still matter. */
export const authorsOrder: NextAxis = (part) => askableAxes(part, new Set())[0];

/** Walks an order through every answer and adds up what it costs. */
export function orderCost(rules: TripRules, start: OpenPart, next: NextAxis): OrderCost {
  const known = new Map<string, OrderCost>();
  const visit = (part: OpenPart): OrderCost => {
    const before = known.get(part.key);
    if (before !== undefined) return before;
    const ask = next(part);
    const axis = ask === undefined ? undefined : rules.axes[ask];
    if (ask === undefined || axis === undefined) return { expected: 0, worst: 0 };
    let expected = costOf(axis);
    let worst = 0;
    priorOf(axis).forEach((share, cell) => {
      const future = visit(answerPart(rules, part, ask, cell));
      expected += share * future.expected;
      worst = Math.max(worst, future.worst);
    });
    const cost = { expected, worst: worst + 1 };
    known.set(part.key, cost);
    return cost;
  };
  return visit(start);
}
