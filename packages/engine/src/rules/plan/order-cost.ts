import type { OpenPart, OpenParts } from './open-part.ts';

/** Which question an order puts in a part, as a bit; `undefined` when none is left that can be asked. */
export type PartOrder = (parts: OpenParts, part: OpenPart) => number | undefined;

/** What an order of questions costs: on average, and for the unluckiest person. */
export interface OrderCost {
  readonly expected: number;
  readonly worst: number;
}

const nothingClosed: ReadonlySet<number> = new Set();

/** The authors' order: the first question in the file that can still matter. */
export const authorsOrder: PartOrder = (parts, part) => parts.askable({ ...part, begun: 0 }, nothingClosed)[0];

/** What walking needs to know of the axes. */
export interface Chances {
  readonly priors: readonly (readonly number[])[];
  readonly costs: readonly number[];
}

/** Walks an order through every answer and adds up what it costs; parts that share no question add up. */
export function createOrderCost(parts: OpenParts, chances: Chances, order: PartOrder): (part: OpenPart) => OrderCost {
  const known = new Map<number, OrderCost>();
  const visit = (part: OpenPart): OrderCost => {
    const before = known.get(part.key);
    if (before !== undefined) return before;
    const bit = order(parts, part);
    const axis = bit === undefined ? -1 : parts.axisOf(bit);
    const prior = chances.priors[axis];
    if (bit === undefined || prior === undefined) return { expected: 0, worst: 0 };
    let expected = chances.costs[axis] ?? 1;
    let worst = 0;
    prior.forEach((share, cell) => {
      const future = addCosts(parts.split(parts.answer(part, bit, cell)).map(visit));
      expected += share * future.expected;
      worst = Math.max(worst, future.worst);
    });
    const cost = { expected, worst: worst + 1 };
    known.set(part.key, cost);
    return cost;
  };
  return visit;
}

/** What several independent orders cost together. */
export function addCosts(costs: readonly OrderCost[]): OrderCost {
  return costs.reduce((sum, { expected, worst }) => ({ expected: sum.expected + expected, worst: sum.worst + worst }), {
    expected: 0,
    worst: 0,
  });
}
