import { always } from '../diagram.ts';
import type { Node } from '../diagram.ts';
import type { TripRules } from '../trip-rules.ts';
import type { StoredPlan } from '../../model/stored-plan.ts';
import type { TripState } from '../trip-state.ts';
import { createInformationGain } from './entropy.ts';
import { widestPart } from './open-part.ts';
import type { OpenPart } from './open-part.ts';
import { addCosts, createOrderCost } from './order-cost.ts';
import type { OrderCost, PartOrder } from './order-cost.ts';
import type { QuestionOrder } from './order-of-questions.ts';
import { costOf, priorOf } from './prior.ts';
import { PartSolver, tiny } from './solve-part.ts';
import type { Limits } from './solve-part.ts';
import { loadPlan, storePlan } from './stored-plan.ts';
import type { BeginningPart, StepNames } from './stored-plan.ts';

/** A choice of the next question for every state of a trip, and what it costs. */
export interface QuestionPlan extends QuestionOrder {
  /** Expected cost of the questions still to come, in ordinary questions. */
  costOf(state: TripState): number;
  /** What this plan, or another order, costs from a state on. */
  costOfOrder(state: TripState, order?: PartOrder): OrderCost;
  /** The plan, or another order, written down from a state on. */
  store(state: TripState, order?: PartOrder): StoredPlan;
  /** No state was planned by entropy: the expected cost is the smallest there is. */
  isExact(): boolean;
}

/** How to plan. */
export interface PlanOptions extends Limits {
  /** Finish a topic that was begun before another question; for people true, for comparing with any order false. */
  readonly keepTopics: boolean;
  /** Worked out when the knowledge was compiled, from this state on. */
  readonly stored?: { readonly plan: StoredPlan; readonly from: TripState };
}

/**
 * The plan with the fewest expected questions: dynamic programming over open parts, independent parts apart,
 * forced questions first. Where the budget ends, the question that lowers the summed entropy of the undecided
 * obligations most per cost. The problem is the Discrete Function Evaluation Problem (Cicalese, Laber and
 * Saettler, ICML 2014).
 */
export function planQuestions(rules: TripRules, limits: PlanOptions): QuestionPlan {
  const priors = rules.axes.map(priorOf);
  const costs = rules.axes.map(costOf);
  const gain = createInformationGain(rules, priors);
  const topics = rules.axes.map((axis) => (limits.keepTopics ? axis.question?.topic : undefined));
  const odds = { diagrams: rules.diagrams, priors, costs, gain, topics };
  const groups = groupAxes(rules);
  const solvers = groups.map((axes) => new PartSolver(odds, axes.slice(0, widestPart), limits));
  const tooWide = groups.map((axes) => axes.length > widestPart);
  const partsOf = (state: TripState, group: number): readonly OpenPart[] => {
    const solver = solvers[group];
    if (solver === undefined || tooWide[group] === true) return [];
    const own = new Set(groups[group]);
    const lines = state.lines.filter((line) => line > always && own.has(rules.diagrams.variableOf(line)));
    const isBegun = (axis: number) => state.topics.includes(topics[axis] ?? '');
    return solver.parts.split(solver.parts.make(lines, (axis) => state.guards[axis] ?? always, isBegun));
  };
  const byEntropy = (state: TripState, open: readonly number[]) => {
    const gains = new Map(open.map((axis) => [axis, gain(state.lines, axis) / (costs[axis] ?? 1)]));
    return open.reduce((best, axis) => ((gains.get(axis) ?? 0) > (gains.get(best) ?? 0) + tiny ? axis : best));
  };
  const names: StepNames = {
    nameOf: (axis) => rules.axes[axis]?.name ?? '',
    widthOf: (axis) => rules.axes[axis]?.cells.length ?? 0,
  };
  const beginning = (state: TripState): readonly BeginningPart[] =>
    solvers.flatMap((solver, group) => partsOf(state, group).map((part) => [solver.parts, part] as const));
  const solverOf = new Map(solvers.map((solver) => [solver.parts, solver]));
  const ours: PartOrder = (parts, part) => {
    const ask = solverOf.get(parts)?.solve(part).ask;
    return ask === undefined ? undefined : parts.bitOf(ask);
  };
  if (limits.stored !== undefined) {
    const { plan, from } = limits.stored;
    loadPlan(beginning(from), plan, names, (parts, part, bit) => solverOf.get(parts)?.adopt(part, bit));
  }
  return {
    costOfOrder(state, order = ours) {
      const walks = new Map(solvers.map(({ parts }) => [parts, createOrderCost(parts, odds, order)]));
      return addCosts(beginning(state).flatMap(([parts, part]) => walks.get(parts)?.(part) ?? []));
    },
    store: (state, order = ours) => storePlan(beginning(state), order, names),
    costOf: (state) =>
      solvers.reduce((sum, solver, group) => sum + sumOf(partsOf(state, group), (part) => solver.solve(part).cost), 0),
    next(state) {
      // A topic begun in one part is finished before another part is entered.
      const begun = state.open.filter((axis) => state.topics.includes(topics[axis] ?? ''));
      const allowed = begun.length > 0 ? begun : state.open;
      for (const [group, solver] of solvers.entries()) {
        const own = allowed.filter((axis) => groups[group]?.includes(axis));
        if (own.length === 0) continue;
        if (tooWide[group] === true) return byEntropy(state, own);
        const asked = partsOf(state, group).map((part) => solver.solve(part).ask);
        const next = asked.find((axis) => axis !== undefined && own.includes(axis));
        if (next !== undefined) return next;
      }
      return undefined;
    },
    longest: (state) =>
      sumOf([...solvers.entries()], ([group, solver]) =>
        tooWide[group] === true
          ? state.open.filter((axis) => groups[group]?.includes(axis)).length
          : sumOf(partsOf(state, group), (part) => solver.longest(part)),
      ),
    isExact: () => solvers.every((solver) => solver.exact) && !tooWide.includes(true),
  };
}

/** Sets of axes that no condition joins, each in the authors' order; an answer only splits them further. */
function groupAxes(rules: TripRules): readonly (readonly number[])[] {
  const parent = rules.axes.map((_, axis) => axis);
  const root = (axis: number): number => (parent[axis] === axis ? axis : root(parent[axis] ?? axis));
  const join = (node: Node) => {
    const [first, ...others] = rules.diagrams.supportOf(node);
    if (first !== undefined) for (const axis of others) parent[root(axis)] = root(first);
  };
  for (const line of rules.lines) join(line.node);
  const groups = new Map<number, number[]>();
  for (const axis of rules.order) groups.set(root(axis), [...(groups.get(root(axis)) ?? []), axis]);
  return [...groups.values()];
}

function sumOf<T>(things: readonly T[], value: (thing: T) => number): number {
  return things.reduce((sum, thing) => sum + value(thing), 0);
}
