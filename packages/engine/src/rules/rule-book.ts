import type { AnswerValue } from '../model/consultation.ts';
import type { Truth } from '../model/condition.ts';
import type { Outcome, OutcomeLine } from '../model/outcome.ts';
import type { Situation } from '../model/situation.ts';
import { always, never } from './diagram.ts';
import { longestPath } from './longest-path.ts';
import { createNextQuestion } from './plan/next-question.ts';
import type { NextQuestion } from './plan/next-question.ts';
import type { Range } from './range.ts';
import { writeRange } from './range.ts';
import { residualCondition } from './residual-condition.ts';
import { compileTrip } from './trip-rules.ts';
import type { RuleSource, TripRules } from './trip-rules.ts';
import { afterAnswer, openAxes, stateOf, supportOf } from './trip-state.ts';

/** A stretch of a number or date question whose answers all lead to the same notice. */
export interface AnswerRange extends Range {
  /** The range as an answer. */
  readonly value: AnswerValue;
}

/** The rules of a knowledge, ready to decide any trip in any situation. */
export interface RuleBook {
  /** Decides every obligation of the trip. */
  decide(trip: readonly string[], situation: Situation): Outcome;
  /** The questions still to be asked, next one first; empty when no answer can change the notice any more. */
  openQuestions(trip: readonly string[], situation: Situation): readonly string[];
  /** Every question whose answer can still change the notice, also where it is not sure that it applies. */
  matteringQuestions(trip: readonly string[], situation: Situation): readonly string[];
  /** All questions of the trip in the authors' order. */
  questionsOf(trip: readonly string[], today: string): readonly string[];
  /** Whether a question's presupposition holds. */
  applies(trip: readonly string[], situation: Situation, question: string): Truth;
  /** How many questions are still to come at most, if each is answered. */
  atMost(trip: readonly string[], situation: Situation): number;
  /** The undecided obligations that an answer to this question can still change. */
  stakes(trip: readonly string[], situation: Situation, question: string): readonly OutcomeLine[];
  /** For a number or date question: the stretches that make a difference now. */
  ranges(trip: readonly string[], situation: Situation, question: string): readonly AnswerRange[];
}

interface Compiled {
  readonly rules: TripRules;
  readonly nextQuestion: NextQuestion;
}

/** Compiled trips kept for the next turn; a server talks about few combinations at a time. */
const keptTrips = 256;

/** Opens the rules of a knowledge. Trips are compiled when first asked for, once per day. */
export function createRuleBook(source: RuleSource): RuleBook {
  const compiled = new Map<string, Compiled>();
  const compiledFor = (trip: readonly string[], today: string): Compiled => {
    const key = [today, ...trip].join();
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const rules = compileTrip(source, trip, today);
    if (compiled.size >= keptTrips) compiled.delete(compiled.keys().next().value ?? '');
    const fresh = { rules, nextQuestion: createNextQuestion(rules) };
    compiled.set(key, fresh);
    return fresh;
  };
  const rulesOf = (trip: readonly string[], today: string) => compiledFor(trip, today).rules;
  const at = (trip: readonly string[], situation: Situation) => {
    const { rules, nextQuestion } = compiledFor(trip, situation.today);
    return { rules, nextQuestion, state: stateOf(rules, situation) };
  };
  return {
    decide: (trip, situation) => decide(rulesOf(trip, situation.today), situation),
    openQuestions(trip, situation) {
      const { rules, state, nextQuestion } = at(trip, situation);
      const next = nextQuestion(state);
      const open = openAxes(rules, state).filter((axis) => axis !== next);
      return [...(next === undefined ? [] : [next]), ...open].map((axis) => rules.axes[axis]?.name ?? '');
    },
    matteringQuestions(trip, situation) {
      const { rules, state } = at(trip, situation);
      const support = supportOf(rules, state);
      return rules.order.flatMap((axis) => (support.has(axis) ? (rules.axes[axis]?.name ?? []) : []));
    },
    questionsOf(trip, today) {
      const rules = rulesOf(trip, today);
      return rules.order.map((axis) => rules.axes[axis]?.name ?? '');
    },
    applies(trip, situation, question) {
      const { rules, state } = at(trip, situation);
      const guard = state.guards[rules.axisOf.get(question) ?? -1];
      return guard === always ? 'yes' : guard === undefined || guard === never ? 'no' : 'unknown';
    },
    atMost(trip, situation) {
      const { rules, state, nextQuestion } = at(trip, situation);
      return longestPath(rules, state, nextQuestion);
    },
    stakes(trip, situation, question) {
      const { rules } = at(trip, situation);
      return decide(rules, situation).lines.filter(
        (line) => line.holds === 'unknown' && line.questions.includes(question),
      );
    },
    ranges: (trip, situation, question) => ranges(rulesOf(trip, situation.today), situation, question),
  };
}

function decide(rules: TripRules, situation: Situation): Outcome {
  const state = stateOf(rules, situation);
  const lines = rules.lines.map(({ item, obligation }, index): OutcomeLine => {
    const node = state.lines[index] ?? never;
    if (node === always) return { item, obligation, holds: 'yes' };
    if (node === never) return { item, obligation, holds: 'no' };
    const questions = rules.diagrams.supportOf(node).flatMap((axis) => rules.axes[axis]?.question?.id ?? []);
    const open = residualCondition(rules.diagrams, rules.axes, node);
    return { item, obligation, holds: 'unknown', open, questions };
  });
  return { trip: rules.trip, lines };
}

function ranges(rules: TripRules, situation: Situation, question: string): readonly AnswerRange[] {
  const index = rules.axisOf.get(question);
  const axis = index === undefined ? undefined : rules.axes[index];
  if (index === undefined || axis?.question === undefined || axis.question.kind === 'choice') return [];
  const { [question]: _old, ...others } = situation.answers;
  const state = stateOf(rules, { ...situation, answers: others });
  const kind = axis.question.kind;
  const found: { range: Range; effect: string }[] = [];
  axis.cells.forEach((cell, at) => {
    if (typeof cell === 'string') return;
    const after = afterAnswer(rules, state, index, at);
    const effect = after.lines.join() + ';' + after.guards.join();
    const last = found.at(-1);
    if (last?.effect === effect) last.range = { from: last.range.from, to: cell.to };
    else found.push({ range: cell, effect });
  });
  return found.map(({ range }) => ({ ...range, value: writeRange(range, kind) }));
}
