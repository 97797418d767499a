import type { AnswerValue, Input } from '@onetrip/engine';

/** One conversation from first word to its end, written once and played through every channel. */
export interface Transcript {
  /** Path below test/transcripts, for messages. */
  readonly file: string;
  readonly title: string;
  /** The day it plays on, ISO. */
  readonly today: string;
  readonly steps: readonly Step[];
  readonly final: Final;
}

/** What a person does, and what must come back: one thing, or answers to questions in whatever order they come. */
export type Step =
  | { readonly input: Input; readonly expect: StepExpectation }
  | { readonly answers: Readonly<Record<string, AnswerValue | null>>; readonly expect: StepExpectation };

/** What a step must lead to; every channel must show it. */
export interface StepExpectation {
  /** Id of the question that must now be put. */
  readonly asks?: string;
  /** Ids of the items that must now be offered, in any order. */
  readonly offers?: readonly string[];
  /** What the person's own words must have been taken to mean, by question. */
  readonly understands?: Readonly<Record<string, string | number>>;
  /** Words that must be among what is said. */
  readonly says?: readonly string[];
  /** Stable code of the problem that must be answered. */
  readonly problem?: string;
}

/** How it must end. */
export interface Final {
  /** Item ids of the trip, in order. */
  readonly items?: readonly string[];
  readonly notice?: NoticeExpectation;
  /** Handed to a person, for this reason. */
  readonly handoff?: 'asked' | 'outside' | 'rule' | 'not-understood';
  /** Told that this item is no longer offered. */
  readonly discontinued?: string;
  /** Told that nothing fits, with a telephone. */
  readonly notFound?: true;
}

/** What must stand on the notice. Whatever is not named here is not checked here; the channels are compared anyway. */
export interface NoticeExpectation {
  /** Exactly these material ids, certain ones, in any order; of “any one of” groups, the first. */
  readonly materials?: readonly string[];
  /** Exactly these material ids under “only if”. */
  readonly maybe?: readonly string[];
  /** The total in yuan. */
  readonly fee?: number;
  readonly eligible?: 'yes' | 'no' | 'unsure';
  /** Item ids that must be done first. */
  readonly first?: readonly string[];
  /** Words that must stand somewhere in the text of the notice. */
  readonly says?: readonly string[];
  /** Something here is a case for a person. */
  readonly handoff?: boolean;
}
