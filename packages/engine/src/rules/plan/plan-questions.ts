import { always } from '../diagram.ts';
import type { Node } from '../diagram.ts';
import type { TripRules } from '../trip-rules.ts';
import type { StoredPlan } from '../../model/stored-plan.ts';
import type { TripState } from '../trip-state.ts';
import { createInformationGain } from './entropy.ts';
import { createLineCost } from './line-cost.ts';
import { widestPart } from './open-part.ts';
import type { OpenPart, OpenParts } from './open-part.ts';
import { addCosts, createOrderCost } from './order-cost.ts';
import type { OrderCost, PartOrder } from './order-cost.ts';
import type { QuestionOrder } from './order-of-questions.ts';
import { costOf, priorOf } from './prior.ts';
import { PartSolver, tiny } from './solve-part.ts';
import type { Limits, Odds } from './solve-part.ts';
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
  /** Distinct states on which every question was tried: how hard planning was. */
  statesTried(): number;
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
export function planQuestions(rules: TripRules, options: PlanOptions): QuestionPlan {
  return new TripPlan(rules, options);
}

/** The axes that some condition joins, and what plans them; too many for one solver are planned by entropy alone. */
interface Group {
  readonly axes: ReadonlySet<number>;
  readonly solver: PartSolver;
  readonly isTooWide: boolean;
}

class TripPlan implements QuestionPlan {
  readonly #rules: TripRules;
  readonly #odds: Odds;
  readonly #groups: readonly Group[];
  readonly #solverOf: ReadonlyMap<OpenParts, PartSolver>;

  constructor(rules: TripRules, options: PlanOptions) {
    const priors = rules.axes.map(priorOf);
    const topics = rules.axes.map((axis) => (options.keepTopics ? axis.question?.topic : undefined));
    const gain = createInformationGain(rules, priors);
    this.#rules = rules;
    const costs = rules.axes.map(costOf);
    const lineCost = createLineCost({ diagrams: rules.diagrams, priors, costs });
    this.#odds = { diagrams: rules.diagrams, priors, costs, gain, lineCost, topics };
    this.#groups = groupAxes(rules).map((axes) => ({
      axes: new Set(axes),
      solver: new PartSolver(this.#odds, axes, options),
      isTooWide: axes.length > widestPart,
    }));
    this.#solverOf = new Map(this.#groups.map(({ solver }) => [solver.parts, solver]));
    if (options.stored !== undefined) this.#adopt(options.stored.plan, options.stored.from);
  }

  isExact(): boolean {
    return this.#groups.every(({ solver, isTooWide }) => solver.exact && !isTooWide);
  }

  statesTried(): number {
    return sumOf(this.#groups, ({ solver }) => solver.tried);
  }

  costOf(state: TripState): number {
    return sumOf(this.#groups, (group) => sumOf(this.#partsOf(state, group), (part) => group.solver.solve(part).cost));
  }

  costOfOrder(state: TripState, order: PartOrder = this.#ours): OrderCost {
    const walks = new Map(
      this.#groups.map(({ solver: { parts } }) => [parts, createOrderCost(parts, this.#odds, order)]),
    );
    return addCosts(this.#beginning(state).flatMap(([parts, part]) => walks.get(parts)?.(part) ?? []));
  }

  store(state: TripState, order: PartOrder = this.#ours): StoredPlan {
    return storePlan(this.#beginning(state), order, this.#names);
  }

  next(state: TripState): number | undefined {
    // A topic begun in one part is finished before another part is entered.
    const begun = state.open.filter((axis) => this.#isBegun(state, axis));
    const allowed = begun.length > 0 ? begun : state.open;
    for (const group of this.#groups) {
      const own = allowed.filter((axis) => group.axes.has(axis));
      if (own.length === 0) continue;
      if (group.isTooWide) return this.#mostInforming(state, own);
      const asked = this.#partsOf(state, group).flatMap((part) => group.solver.solve(part).ask ?? []);
      // An author's order that was stored may leave a topic; it is followed all the same.
      return asked.find((axis) => own.includes(axis)) ?? asked.find((axis) => state.open.includes(axis));
    }
    return undefined;
  }

  longest(state: TripState): number {
    return sumOf(this.#groups, (group) =>
      group.isTooWide
        ? [...state.support].filter((axis) => group.axes.has(axis) && !state.closed.includes(axis)).length
        : sumOf(this.#partsOf(state, group), (part) => group.solver.longest(part)),
    );
  }

  readonly #ours: PartOrder = (parts, part) => {
    const ask = this.#solverOf.get(parts)?.solve(part).ask;
    return ask === undefined ? undefined : parts.bitOf(ask);
  };

  readonly #names: StepNames = {
    nameOf: (axis) => this.#rules.axes[axis]?.name ?? '',
    widthOf: (axis) => this.#rules.axes[axis]?.cells.length ?? 0,
  };

  #adopt(plan: StoredPlan, from: TripState): void {
    loadPlan(this.#beginning(from), plan, this.#names, (parts, part, bit) =>
      this.#solverOf.get(parts)?.adopt(part, bit),
    );
  }

  #beginning(state: TripState): readonly BeginningPart[] {
    return this.#groups.flatMap((group) =>
      this.#partsOf(state, group).map((part) => [group.solver.parts, part] as const),
    );
  }

  #partsOf(state: TripState, { axes, solver, isTooWide }: Group): readonly OpenPart[] {
    if (isTooWide) return [];
    const { diagrams } = this.#rules;
    const lines = state.lines.filter((line) => axes.has(diagrams.variableOf(line)));
    const guardOf = (axis: number) => state.guards[axis] ?? always;
    return solver.parts.split(solver.parts.make(lines, guardOf, (axis) => this.#isBegun(state, axis)));
  }

  #isBegun(state: TripState, axis: number): boolean {
    return state.topics.some((topic) => topic === this.#odds.topics[axis]);
  }

  #mostInforming(state: TripState, open: readonly number[]): number | undefined {
    const { gain, costs } = this.#odds;
    const gains = new Map(open.map((axis) => [axis, gain(state.lines, axis) / (costs[axis] ?? 1)]));
    return open.reduce((best, axis) => ((gains.get(axis) ?? 0) > (gains.get(best) ?? 0) + tiny ? axis : best));
  }
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
