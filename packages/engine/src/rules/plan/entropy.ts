import type { Node } from '../diagram.ts';
import type { TripRules } from '../trip-rules.ts';

/** How much asking an axis lowers the summed entropy of undecided conditions, on average, in bits. */
export type InformationGain = (lines: readonly Node[], axis: number) => number;

/** The information gain under the given priors; chances and entropies are worked out once for each diagram. */
export function createInformationGain(rules: TripRules, priors: readonly (readonly number[])[]): InformationGain {
  const { diagrams } = rules;
  const chances: number[] = [0, 1];
  const entropies: number[] = [];
  const chance = (node: Node): number => {
    const known = chances[node];
    if (known !== undefined) return known;
    const prior = priors[diagrams.variableOf(node)] ?? [];
    let found = 0;
    diagrams.branchesOf(node).forEach((branch, cell) => {
      found += (prior[cell] ?? 0) * chance(branch);
    });
    chances[node] = found;
    return found;
  };
  const bits = (node: Node): number => {
    const known = entropies[node];
    if (known !== undefined) return known;
    const p = chance(node);
    const found = p <= 0 || p >= 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
    entropies[node] = found;
    return found;
  };
  return (lines, axis) => {
    const prior = priors[axis] ?? [];
    let gained = 0;
    for (const line of lines) {
      if (!diagrams.supportOf(line).includes(axis)) continue;
      gained += bits(line);
      prior.forEach((share, cell) => {
        gained -= share * bits(diagrams.answer(line, axis, cell));
      });
    }
    return gained;
  };
}
