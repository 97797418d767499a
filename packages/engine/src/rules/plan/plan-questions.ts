import { always } from '../diagram.ts';
import type { Node } from '../diagram.ts';
import type { TripRules } from '../trip-rules.ts';
import { answerPart, askableAxes, splitPart } from './open-part.ts';
import type { OpenPart } from './open-part.ts';
import { costOf, priorOf } from './prior.ts';

/** How hard to look for the best order. */
export interface PlanEffort {
  /** Distinct states solved exactly before the rest is planned by entropy. */
  readonly states: number;
}

/** A choice of the next question for every state, and what it costs. */
export interface QuestionPlan {
  /** Expected cost of the questions still to come, in ordinary questions. */
  costOf(part: OpenPart): number;
  /**
   * The question to ask, or `undefined` when none is left that can be asked. With `among`, the best of these,
   * however good another might be.
   */
  next(part: OpenPart, among?: readonly number[]): number | undefined;
  /** No state was planned by entropy: the expected cost is the smallest there is. */
  isExact(): boolean;
}

interface Solved {
  readonly cost: number;
  readonly ask: number | undefined;
}

const nothing: Solved = { cost: 0, ask: undefined };

/**
 * The plan with the fewest expected questions: dynamic programming over open parts, independent parts apart,
 * forced questions first (a condition that hangs on one question alone needs it on every path, so asking it
 * first costs nothing). Where the budget ends, the question that lowers the summed entropy of the undecided
 * obligations most per cost. The problem is the Discrete Function Evaluation Problem (Cicalese, Laber and
 * Saettler, ICML 2014).
 */
export function planQuestions(
  rules: TripRules,
  effort: PlanEffort,
  closed: ReadonlySet<number> = new Set(),
): QuestionPlan {
  const priors = rules.axes.map(priorOf);
  const costs = rules.axes.map(costOf);
  const solved = new Map<string, Solved>();
  const entropy = createEntropy(rules, priors);
  let exact = true;
  let budget = effort.states;

  const solve = (part: OpenPart): Solved => {
    const known = solved.get(part.key);
    if (known !== undefined) return known;
    const askable = askableAxes(part, closed);
    const forced = forcedAxis(rules, part, askable);
    const result = forced === undefined ? choose(part, askable) : costOfAsking(part, forced, Infinity);
    solved.set(part.key, result);
    return result;
  };
  const choose = (part: OpenPart, askable: readonly number[]): Solved => {
    const [only] = askable;
    if (only === undefined) return nothing;
    if (askable.length === 1) return costOfAsking(part, only, Infinity);
    if (budget-- <= 0) {
      exact = false;
      return costOfAsking(part, mostInforming(part, askable), Infinity);
    }
    let best: Solved = { cost: Infinity, ask: only };
    // Informing questions first: a good bound early cuts the others short.
    for (const axis of [...askable].sort((a, b) => gain(part, b) - gain(part, a))) {
      const tried = costOfAsking(part, axis, best.cost);
      if (tried.cost < best.cost - tiny) best = tried;
    }
    return best;
  };
  const costOfAsking = (part: OpenPart, axis: number, bound: number): Solved => {
    let cost = costs[axis] ?? 1;
    const prior = priors[axis] ?? [];
    const futures = prior.map((_, cell) => splitPart(rules, answerPart(rules, part, axis, cell)));
    // Every open part costs at least its cheapest question: what is not yet added can only be more.
    const floors = futures.map((parts) => parts.reduce((sum, next) => sum + cheapest(next), 0));
    cost += floors.reduce((sum, floor, cell) => sum + (prior[cell] ?? 0) * floor, 0);
    for (const [cell, parts] of futures.entries()) {
      if (cost >= bound) break;
      const future = parts.reduce((sum, next) => sum + solve(next).cost, 0);
      cost += (prior[cell] ?? 0) * (future - (floors[cell] ?? 0));
    }
    return { cost, ask: axis };
  };
  const cheapest = (part: OpenPart) => {
    const known = solved.get(part.key);
    if (known !== undefined) return known.cost;
    const askable = askableAxes(part, closed);
    return askable.length === 0 ? 0 : Math.min(...askable.map((axis) => costs[axis] ?? 1));
  };
  const gain = (part: OpenPart, axis: number) => entropy.gain(part, axis) / (costs[axis] ?? 1);
  const mostInforming = (part: OpenPart, askable: readonly number[]) =>
    askable.reduce((best, axis) => (gain(part, axis) > gain(part, best) + tiny ? axis : best));

  return {
    costOf: (part) => splitPart(rules, part).reduce((sum, each) => sum + solve(each).cost, 0),
    next(part, among) {
      for (const each of splitPart(rules, part)) {
        const { ask } = solve(each);
        if (ask === undefined) continue;
        if (among === undefined || among.includes(ask)) return ask;
        const [first, ...others] = among.filter((axis) => each.axes.includes(axis));
        if (first === undefined) continue;
        const costs = new Map([first, ...others].map((axis) => [axis, costOfAsking(each, axis, Infinity).cost]));
        return others.reduce(
          (best, axis) => ((costs.get(axis) ?? 0) < (costs.get(best) ?? 0) - tiny ? axis : best),
          first,
        );
      }
      return undefined;
    },
    isExact: () => exact,
  };
}

/** Costs closer than this are equal; the authors' order then decides. */
const tiny = 1e-9;

function forcedAxis(rules: TripRules, part: OpenPart, askable: readonly number[]): number | undefined {
  const alone = new Set<number>();
  for (const line of part.lines) {
    const [axis, more] = rules.diagrams.supportOf(line);
    if (axis !== undefined && more === undefined) alone.add(axis);
  }
  return askable.find((axis) => alone.has(axis));
}

interface Entropy {
  /** How much asking an axis lowers the summed entropy of the undecided obligations, on average. */
  gain(part: OpenPart, axis: number): number;
}

function createEntropy(rules: TripRules, priors: readonly (readonly number[])[]): Entropy {
  const { diagrams } = rules;
  const chances = new Map<Node, number>();
  const chance = (node: Node): number => {
    if (node <= always) return node;
    const known = chances.get(node);
    if (known !== undefined) return known;
    const prior = priors[diagrams.variableOf(node)] ?? [];
    const found = diagrams.branchesOf(node).reduce((sum, branch, cell) => sum + (prior[cell] ?? 0) * chance(branch), 0);
    chances.set(node, found);
    return found;
  };
  const bits = (node: Node) => {
    const p = chance(node);
    return p <= 0 || p >= 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
  };
  return {
    gain(part, axis) {
      let gained = 0;
      for (const line of part.lines) {
        if (!diagrams.supportOf(line).includes(axis)) continue;
        gained += bits(line);
        (priors[axis] ?? []).forEach((share, cell) => {
          gained -= share * bits(diagrams.answer(line, axis, cell));
        });
      }
      return gained;
    },
  };
}
