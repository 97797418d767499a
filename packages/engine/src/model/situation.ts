/** An option's value, a number, an ISO date, or a half-open range of either: `16..60`, `..16`, `70..`. */
export type AnswerValue = string | number;

/** What a person answered. "Not asked" is the absence of an answer; "not sure" is an answer. */
export type Answer = { readonly is: 'known'; readonly value: AnswerValue } | { readonly is: 'unsure' };

/** Everything known of a person's case, and the day it is judged on. */
export interface Situation {
  readonly today: string;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly lacks: readonly string[];
}
