import type { Condition } from './condition.ts';
import type { Obligation } from './obligation.ts';

/** What the rules decide for a trip and a situation: every obligation of every item, none left out. */
export interface Outcome {
  readonly trip: readonly string[];
  /** In the order of the trip, then of the item's file. */
  readonly lines: readonly OutcomeLine[];
}

/** One obligation of one item, decided or still open. */
export type OutcomeLine = DecidedLine | OpenLine;

interface DecidedLine {
  readonly item: string;
  readonly obligation: Obligation;
  readonly holds: 'yes' | 'no';
}

interface OpenLine {
  readonly item: string;
  readonly obligation: Obligation;
  readonly holds: 'unknown';
  /** What is still to be decided, simplified: only questions without an answer, or answered "not sure". */
  readonly open: Condition;
  /** Those questions, in the author's order. */
  readonly questions: readonly string[];
}
