import type { AnswerValue } from '../model/consultation.ts';
import type { Aspect } from '../model/obligation.ts';
import type { Question } from '../model/question.ts';

/** What a message says, read against the knowledge; nothing in it has been acted upon. */
export interface Understanding {
  readonly verdict: Verdict;
  /**
   * `clear` and `discontinued`: the one item. `several`: the items of the trip, in the order they were named.
   * `ambiguous`: those to choose from, best first; a single one asks to be confirmed. `none`: empty.
   */
  readonly items: readonly string[];
  /** The life event that was named; `items` are then its items. */
  readonly event?: string;
  /** Facts said along the way, at most one per question. */
  readonly answers: readonly StatedAnswer[];
  /** Materials the person said they do not have, of the items understood or of the trip. */
  readonly lacks: readonly string[];
  /** The parts of a notice that were asked for; empty when the whole is wanted. */
  readonly aspects: readonly Aspect[];
  /** Present only when the message is nothing but this. */
  readonly command?: Command;
}

/**
 * How sure the reading is. `none` means that the informative words of the message are hardly covered by any item:
 * better to say so than to match the nearest.
 */
export type Verdict = 'clear' | 'ambiguous' | 'several' | 'discontinued' | 'none';

/** A message that steers the conversation instead of telling something. */
export type Command = 'hello' | 'clerk' | 'restart' | 'back' | 'repeat' | 'unsure' | 'why';

/** One question answered by the person's own words. */
export interface StatedAnswer {
  readonly question: string;
  readonly value: AnswerValue;
}

/** Where in the conversation a message is said. */
export interface Hearing {
  /** Item ids of the trip so far. */
  readonly trip?: readonly string[];
  /** The question now put; a bare answer is read against it first. */
  readonly asking?: Question;
}
