import type { AskedQuestion, ItemRef } from './reply.ts';
import type { Answer } from './situation.ts';
import type { Notice } from './notice.ts';

/** A whole trip at a glance, for a clerk who takes the questions in any order. */
export interface Survey {
  readonly trip: readonly ItemRef[];
  readonly questions: readonly SurveyedQuestion[];
  /** The notice as it stands; open questions make its lines conditional. */
  readonly notice: Notice;
  /** No answer can change the notice any more. */
  readonly settled: boolean;
}

/** A question in a clerk's overview: whether it still matters, and its answer. */
export interface SurveyedQuestion extends AskedQuestion {
  readonly name: string;
  /** `open`: its answer can still change the notice. `moot`: it cannot. `dormant`: it does not apply. */
  readonly status: 'open' | 'answered' | 'unsure' | 'moot' | 'dormant';
  readonly answer?: Answer;
}
