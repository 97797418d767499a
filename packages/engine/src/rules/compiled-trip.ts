import type { AnswerValue } from '../model/consultation.ts';
import type { Aspect } from '../model/obligation.ts';
import type { OutcomeLine } from '../model/outcome.ts';
import { always, never } from './diagram.ts';
import type { Node } from './diagram.ts';
import { createOrder } from './plan/create-order.ts';
import type { QuestionOrder } from './plan/order-of-questions.ts';
import { writeRange } from './range.ts';
import type { Range } from './range.ts';
import { residualCondition } from './residual-condition.ts';
import { compileTrip } from './trip-rules.ts';
import type { RuledLine, RuleSource, TripRules } from './trip-rules.ts';
import { createTripStates } from './trip-state.ts';
import type { TripState, TripStates } from './trip-state.ts';

/** A stretch of a number or date question whose answers all lead to the same notice. */
export interface AnswerRange extends Range {
  /** The range as an answer. */
  readonly value: AnswerValue;
}

/** A trip ready to be decided: its states, the order of its questions, and what becomes of its lines. */
export interface CompiledTrip {
  readonly rules: TripRules;
  readonly states: TripStates;
  readonly order: QuestionOrder;
  /** Question ids in the authors' order. */
  readonly questions: readonly string[];
  readonly linesOf: (state: TripState) => readonly OutcomeLine[];
}

/** What a trip is compiled for. */
export interface TripKey {
  readonly trip: readonly string[];
  readonly today: string;
  readonly aspect: Aspect | undefined;
}

/** Compiles a trip. */
export function compiledTrip(source: RuleSource, { trip, today, aspect }: TripKey): CompiledTrip {
  const rules = compileTrip(source, trip, today, aspect);
  const states = createTripStates(rules);
  // A stored plan knows its own item only; several items are planned together, when they are asked for.
  const [only, ...others] = trip;
  const isWhole = only !== undefined && others.length === 0 && aspect === undefined;
  const stored = isWhole ? source.plans?.[only] : undefined;
  const order = createOrder(states, stored === undefined ? {} : { stored });
  const questions = rules.axes.flatMap(({ question }) => question?.id ?? []);
  return { rules, states, order, questions, linesOf: createLinesOf(states) };
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
export function rangesOf(states: TripStates, state: TripState, question: string): readonly AnswerRange[] {
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
