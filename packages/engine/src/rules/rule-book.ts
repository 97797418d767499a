import type { Truth } from '../model/condition.ts';
import type { Aspect } from '../model/obligation.ts';
import type { Outcome, OutcomeLine } from '../model/outcome.ts';
import type { Situation } from '../model/situation.ts';
import { compiledTrip, rangesOf } from './compiled-trip.ts';
import type { AnswerRange, CompiledTrip, TripKey } from './compiled-trip.ts';
import { always, never } from './diagram.ts';
import type { RuleSource } from './trip-rules.ts';

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
  /** The questions that do not certainly fail to apply, in the authors' order. */
  applyingQuestions(trip: readonly string[], situation: Situation): readonly string[];
  /** How many questions are still to come at most, if each is answered. */
  atMost(trip: readonly string[], situation: Situation, aspect?: Aspect): number;
  /** The undecided obligations that an answer to this question can still change. */
  stakes(trip: readonly string[], situation: Situation, question: string): readonly OutcomeLine[];
  /** For a number or date question: the stretches that make a difference now. */
  ranges(trip: readonly string[], situation: Situation, question: string): readonly AnswerRange[];
}

/** Compiled trips kept for the next turn; a server talks about few combinations at a time. */
const keptTrips = 256;

/** Opens the rules of a knowledge. Trips are compiled when first asked for, once per day. */
export function createRuleBook(source: RuleSource): RuleBook {
  const find = createShelf(source);
  const at = (trip: readonly string[], { today }: Situation, aspect?: Aspect) => find({ trip, today, aspect });
  return {
    decide(trip, situation) {
      const { rules, states, linesOf } = at(trip, situation);
      return { trip: rules.trip, lines: linesOf(states.of(situation)) };
    },
    openQuestions(trip, situation, aspect) {
      const { questions, states, order } = at(trip, situation, aspect);
      const state = states.of(situation);
      const next = order.next(state);
      if (next === undefined) return [];
      return [next, ...state.open.filter((axis) => axis !== next)].flatMap((axis) => questions[axis] ?? []);
    },
    matteringQuestions(trip, situation) {
      const { questions, states } = at(trip, situation);
      const { support } = states.of(situation);
      return questions.filter((_, axis) => support.has(axis));
    },
    questionsOf: (trip, today) => find({ trip, today, aspect: undefined }).questions,
    applies(trip, situation, question) {
      const { rules, states } = at(trip, situation);
      const guard = states.of(situation).guards[rules.axisOf.get(question) ?? -1];
      return guard === always ? 'yes' : guard === undefined || guard === never ? 'no' : 'unknown';
    },
    applyingQuestions(trip, situation) {
      const { states, questions } = at(trip, situation);
      const { guards } = states.of(situation);
      return questions.filter((_, axis) => guards[axis] !== never);
    },
    atMost(trip, situation, aspect) {
      const { states, order } = at(trip, situation, aspect);
      return order.longest(states.of(situation));
    },
    stakes(trip, situation, question) {
      const { states, linesOf } = at(trip, situation);
      const lines = linesOf(states.of(situation));
      return lines.filter((line) => line.holds === 'unknown' && line.questions.includes(question));
    },
    ranges(trip, situation, question) {
      const { [question]: _old, ...answers } = situation.answers;
      const { states } = at(trip, situation);
      return rangesOf(states, states.of({ answers, lacks: situation.lacks }), question);
    },
  };
}

/** Finds compiled trips, and compiles those that are not there. */
function createShelf(source: RuleSource): (key: TripKey) => CompiledTrip {
  const shelf = new Map<string, CompiledTrip>();
  let last: (TripKey & { readonly compiled: CompiledTrip }) | undefined;
  const fetch = ({ trip, today, aspect }: TripKey): CompiledTrip => {
    const key = [aspect, today, ...trip].join();
    const known = shelf.get(key);
    if (known !== undefined) return known;
    for (const oldest of shelf.keys()) {
      if (shelf.size < keptTrips) break;
      shelf.delete(oldest);
    }
    const compiled = compiledTrip(source, { trip, today, aspect });
    shelf.set(key, compiled);
    return compiled;
  };
  return (key) => {
    // One turn asks many times about the same trip.
    if (last?.trip === key.trip && last.today === key.today && last.aspect === key.aspect) return last.compiled;
    const compiled = fetch(key);
    last = { ...key, compiled };
    return compiled;
  };
}
