import type { AnswerValue } from '../model/consultation.ts';
import type { Truth } from '../model/condition.ts';
import type { Aspect } from '../model/obligation.ts';
import type { Outcome, OutcomeLine } from '../model/outcome.ts';
import type { Situation } from '../model/situation.ts';
import { always, never } from './diagram.ts';
import type { Node } from './diagram.ts';
import { createOrder } from './plan/create-order.ts';
import type { QuestionOrder } from './plan/order-of-questions.ts';
import type { Range } from './range.ts';
import { writeRange } from './range.ts';
import { residualCondition } from './residual-condition.ts';
import { compileTrip } from './trip-rules.ts';
import type { RuledLine, RuleSource } from './trip-rules.ts';
import { createTripStates } from './trip-state.ts';
import type { TripState, TripStates } from './trip-state.ts';

/** A stretch of a number or date question whose answers all lead to the same notice. */
export interface AnswerRange extends Range {
  /** The range as an answer. */
  readonly value: AnswerValue;
}

/** The rules of a knowledge, ready to decide any trip in any situation. */
export interface RuleBook {
  /** Decides every obligation of the trip. */
  decide(trip: readonly string[], situation: Situation): Outcome;
  /**
   * The questions still to be asked, next one first; empty when no answer can change the notice any more, or,
   * with an aspect, that part of it.
   */
  openQuestions(trip: readonly string[], situation: Situation, aspect?: Aspect): readonly string[];
  /** Every question whose answer can still change the notice, also where it is not sure that it applies. */
  matteringQuestions(trip: readonly string[], situation: Situation): readonly string[];
  /** All questions of the trip in the authors' order. */
  questionsOf(trip: readonly string[], today: string): readonly string[];
  /** Whether a question's presupposition holds. */
  applies(trip: readonly string[], situation: Situation, question: string): Truth;
  /** How many questions are still to come at most, if each is answered. */
  atMost(trip: readonly string[], situation: Situation, aspect?: Aspect): number;
  /** The undecided obligations that an answer to this question can still change. */
  stakes(trip: readonly string[], situation: Situation, question: string): readonly OutcomeLine[];
  /** For a number or date question: the stretches that make a difference now. */
  ranges(trip: readonly string[], situation: Situation, question: string): readonly AnswerRange[];
}

interface Compiled {
  readonly states: TripStates;
  readonly order: QuestionOrder;
  readonly linesOf: (state: TripState) => readonly OutcomeLine[];
}

/** Compiled trips kept for the next turn; a server talks about few combinations at a time. */
const keptTrips = 256;

/** Opens the rules of a knowledge. Trips are compiled when first asked for, once per day. */
export function createRuleBook(source: RuleSource): RuleBook {
  const compiled = new Map<string, Compiled>();
  let last: { trip: readonly string[]; today: string; aspect: Aspect | undefined; rules: Compiled } | undefined;
  const compiledFor = (trip: readonly string[], today: string, aspect?: Aspect): Compiled => {
    // One turn asks many times about the same trip.
    if (last?.trip === trip && last.today === today && last.aspect === aspect) return last.rules;
    const rules = find(trip, today, aspect);
    last = { trip, today, aspect, rules };
    return rules;
  };
  const find = (trip: readonly string[], today: string, aspect: Aspect | undefined): Compiled => {
    const key = [aspect ?? '', today, ...trip].join();
    const known = compiled.get(key);
    if (known !== undefined) return known;
    if (compiled.size >= keptTrips) compiled.delete(compiled.keys().next().value ?? '');
    const fresh = compile(source, trip, today, aspect);
    compiled.set(key, fresh);
    return fresh;
  };
  const at = (trip: readonly string[], situation: Situation, aspect?: Aspect) => {
    const rules = compiledFor(trip, situation.today, aspect);
    return { ...rules, rules: rules.states.rules, state: rules.states.of(situation) };
  };
  return {
    decide(trip, situation) {
      const { rules, state, linesOf } = at(trip, situation);
      return { trip: rules.trip, lines: linesOf(state) };
    },
    openQuestions(trip, situation, aspect) {
      const { rules, state, order } = at(trip, situation, aspect);
      const next = order.next(state);
      if (next === undefined) return [];
      return [next, ...state.open.filter((axis) => axis !== next)].map((axis) => rules.axes[axis]?.name ?? '');
    },
    matteringQuestions(trip, situation) {
      const { rules, state } = at(trip, situation);
      return rules.order.flatMap((axis) => (state.support.has(axis) ? (rules.axes[axis]?.name ?? []) : []));
    },
    questionsOf(trip, today) {
      const { rules } = compiledFor(trip, today).states;
      return rules.order.map((axis) => rules.axes[axis]?.name ?? '');
    },
    applies(trip, situation, question) {
      const { rules, state } = at(trip, situation);
      const guard = state.guards[rules.axisOf.get(question) ?? -1];
      return guard === always ? 'yes' : guard === undefined || guard === never ? 'no' : 'unknown';
    },
    atMost(trip, situation, aspect) {
      const { state, order } = at(trip, situation, aspect);
      return order.longest(state);
    },
    stakes(trip, situation, question) {
      const { state, linesOf } = at(trip, situation);
      return linesOf(state).filter((line) => line.holds === 'unknown' && line.questions.includes(question));
    },
    ranges(trip, situation, question) {
      const { [question]: _old, ...answers } = situation.answers;
      const { states, state } = at(trip, { ...situation, answers });
      return ranges(states, state, question);
    },
  };
}

function compile(source: RuleSource, trip: readonly string[], today: string, aspect?: Aspect): Compiled {
  const states = createTripStates(compileTrip(source, trip, today, aspect));
  // A stored plan knows its own item only; several items are planned together, when they are asked for.
  const stored = trip.length === 1 && aspect === undefined ? source.plans?.[trip[0] ?? ''] : undefined;
  const order = createOrder(states, stored === undefined ? {} : { stored });
  return { states, order, linesOf: createLinesOf(states) };
}

/** Reads off a state what becomes of every line; once for each state. */
function createLinesOf({ rules }: TripStates): (state: TripState) => readonly OutcomeLine[] {
  const known = new WeakMap<TripState, readonly OutcomeLine[]>();
  const lineOf = ({ item, obligation }: RuledLine, node: Node): OutcomeLine => {
    if (node === always) return { item, obligation, holds: 'yes' };
    if (node === never) return { item, obligation, holds: 'no' };
    const questions = rules.diagrams.supportOf(node).flatMap((axis) => rules.axes[axis]?.question?.id ?? []);
    const open = residualCondition(rules.diagrams, rules.axes, node);
    return { item, obligation, holds: 'unknown', open, questions };
  };
  return (state) => {
    const before = known.get(state);
    if (before !== undefined) return before;
    const lines = rules.lines.map((line, index) => lineOf(line, state.lines[index] ?? never));
    known.set(state, lines);
    return lines;
  };
}

/** The stretches of a question's line whose answers lead to different states. */
function ranges(states: TripStates, state: TripState, question: string): readonly AnswerRange[] {
  const index = states.rules.axisOf.get(question);
  const axis = index === undefined ? undefined : states.rules.axes[index];
  if (index === undefined || axis?.question === undefined || axis.question.kind === 'choice') return [];
  const kind = axis.question.kind;
  const found: { range: Range; after: TripState }[] = [];
  axis.cells.forEach((cell, at) => {
    if (typeof cell === 'string') return;
    const after = states.after(state, index, at);
    const last = found.at(-1);
    if (last?.after === after) last.range = { from: last.range.from, to: cell.to };
    else found.push({ range: cell, after });
  });
  return found.map(({ range }) => ({ ...range, value: writeRange(range, kind) }));
}
