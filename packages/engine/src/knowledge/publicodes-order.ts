import type { AnswerValue } from '../model/consultation.ts';
import type { Condition } from '../model/condition.ts';
import type { Question } from '../model/question.ts';
import type { ServiceItem } from '../model/service-item.ts';
import { cellsOfAnswer, comparedRange } from '../rules/axis.ts';
import type { Axis } from '../rules/axis.ts';
import type { OrderCost } from '../rules/plan/order-cost.ts';
import { costOf, priorOf } from '../rules/plan/prior.ts';
import { compileTrip } from '../rules/trip-rules.ts';
import { isInForce } from './proof/days.ts';
import { isVerdict } from './proof/item-space.ts';
import { MentionFormulas, proved, refuted } from './proof/mention-formulas.ts';
import type { Formula } from './proof/mention-formulas.ts';

/** The order in which publicodes would ask an item's questions. */
export interface PublicodesOrder {
  /** The question it puts after these answers; `undefined` when it has none left. */
  next(answers: Readonly<Record<string, AnswerValue>>): string | undefined;
  /** What that costs; absent where there are too many ways through the questions to count. */
  cost(): OrderCost | undefined;
}

/** More situations than this are not counted. */
const mostSituations = 100_000;

/**
 * The published rule of publicodes (1.10), to compare ours with: evaluate every rule, add up the `missingVariables`
 * of those that are still unknown, and ask the one that is missing most often; of equals the one met first. It counts
 * mentions: a question is missing once for every value and bound that a condition compares it with, and it is asked
 * also where both its answers lead to the same.
 *
 * Written as publicodes' authors would: what ends the matter stands before everything else as a condition that must
 * not hold, and a presupposition before what presupposes it. No paper is lacking.
 */
export function publicodesOrder(item: ServiceItem, questions: readonly Question[], day: string): PublicodesOrder {
  const { axes } = compileTrip({ items: [item], questions }, [item.id], day);
  const formulas = new MentionFormulas();
  const targets = new FormulaWriter(formulas, axes, day).targets(item);
  const next = (state: readonly Formula[]): number | undefined => {
    const mentions = formulas.mentionsIn(state);
    const most = Math.max(...mentions.map(([, times]) => times));
    return mentions.find(([, times]) => times === most)?.[0];
  };
  const after = (state: readonly Formula[], axis: number, cell: number) =>
    state.map((formula) => formulas.answer(formula, axis, cell));
  return {
    next(answers) {
      const state = axes.reduce((left, axis, index) => {
        const value = answers[axis.name];
        const [cell] = (value === undefined ? undefined : cellsOfAnswer(axis, { is: 'known', value })) ?? [];
        // A question whose answers nothing tells apart has one cell only, and every answer is in it.
        return value === undefined ? left : after(left, index, cell ?? 0);
      }, targets);
      const axis = next(state);
      return axis === undefined ? undefined : axes[axis]?.name;
    },
    cost: () => walk(targets, axes, { next, after }),
  };
}

interface Steps {
  next(state: readonly Formula[]): number | undefined;
  after(state: readonly Formula[], axis: number, cell: number): readonly Formula[];
}

/** Walks every answer and adds up what it costs, each situation once. */
function walk(targets: readonly Formula[], axes: readonly Axis[], { next, after }: Steps): OrderCost | undefined {
  const known = new Map<string, OrderCost>();
  const visit = (state: readonly Formula[]): OrderCost => {
    const key = state.join();
    const before = known.get(key);
    if (before !== undefined || known.size >= mostSituations) return before ?? { expected: 0, worst: 0 };
    const axis = next(state);
    const asked = axis === undefined ? undefined : axes[axis];
    if (axis === undefined || asked === undefined) return { expected: 0, worst: 0 };
    let expected = costOf(asked);
    let worst = 0;
    priorOf(asked).forEach((share, cell) => {
      const future = visit(after(state, axis, cell));
      expected += share * future.expected;
      worst = Math.max(worst, future.worst);
    });
    const cost = { expected, worst: worst + 1 };
    known.set(key, cost);
    return cost;
  };
  const cost = visit(targets);
  return known.size >= mostSituations ? undefined : cost;
}

/** Writes conditions down as publicodes counts them. */
class FormulaWriter {
  readonly #formulas: MentionFormulas;
  readonly #axes: readonly Axis[];
  readonly #day: string;

  constructor(formulas: MentionFormulas, axes: readonly Axis[], day: string) {
    this.#formulas = formulas;
    this.#axes = axes;
    this.#day = day;
  }

  targets(item: ServiceItem): readonly Formula[] {
    const inForce = item.obligations.filter((obligation) => isInForce(obligation, this.#day));
    const verdicts = inForce.filter(isVerdict);
    return inForce.map((obligation) => {
      const before = isVerdict(obligation) ? verdicts.slice(0, verdicts.indexOf(obligation)) : verdicts;
      const none = before.map(({ when }) => this.#formulas.not(this.write(when)));
      return this.#formulas.join('all', [...none, this.write(obligation.when)]);
    });
  }

  write(condition: Condition): Formula {
    if ('all' in condition) return this.#join('all', condition.all);
    if ('any' in condition) return this.#join('any', condition.any);
    if ('not' in condition) return this.#formulas.not(this.write(condition.not));
    if ('lacks' in condition) return refuted;
    const index = this.#axes.findIndex(({ name }) => name === condition.question);
    const axis = this.#axes[index];
    if (axis === undefined) return refuted;
    const { askWhen } = axis.question ?? {};
    const own = this.#compare(condition, axis, index);
    return this.#formulas.join('all', [askWhen === undefined ? proved : this.write(askWhen), own]);
  }

  #join(kind: 'all' | 'any', parts: readonly Condition[]): Formula {
    return this.#formulas.join(
      kind,
      parts.map((part) => this.write(part)),
    );
  }

  #compare(condition: Extract<Condition, { question: string }>, axis: Axis, index: number): Formula {
    if ('is' in condition) {
      const accepts = axis.cells.map((cell) => typeof cell === 'string' && condition.is.includes(cell));
      return this.#formulas.leaf(index, condition.is.length, accepts);
    }
    const { from, to } = comparedRange(condition.compare, this.#day);
    const accepts = axis.cells.map((cell) => typeof cell !== 'string' && from <= cell.from && cell.to <= to);
    return this.#formulas.leaf(index, Object.keys(condition.compare).length, accepts);
  }
}
