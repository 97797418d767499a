import type { Diagrams, Node } from '../diagram.ts';

/** The smallest expected cost of settling one condition by itself, were it the only one. */
export type LineCost = (line: Node) => number;

/** What planning needs of the axes to count. */
export interface AxisOdds {
  readonly diagrams: Diagrams;
  readonly priors: readonly (readonly number[])[];
  readonly costs: readonly number[];
}

/** Conditions of more questions than this are counted as one question only; working them out would cost more than it saves. */
const widestLine = 6;

/** Counts single conditions, each once. Presuppositions and topics can only make it dearer. */
export function createLineCost({ diagrams, priors, costs }: AxisOdds): LineCost {
  // What is settled costs nothing.
  const known: number[] = [0, 0];
  const cost: LineCost = (line) => {
    const before = known[line];
    if (before !== undefined) return before;
    const support = diagrams.supportOf(line);
    let least = Infinity;
    for (const axis of support) {
      let asked = costs[axis] ?? 1;
      if (support.length <= widestLine) {
        (priors[axis] ?? []).forEach((share, cell) => {
          asked += share * cost(diagrams.answer(line, axis, cell));
        });
      }
      least = Math.min(least, asked);
    }
    known[line] = least;
    return least;
  };
  return cost;
}
