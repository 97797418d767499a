import type { Condition } from './condition.ts';

/** One thing to find out about a person's case (情形引导). Shared by all items that name its id. */
export interface Question {
  readonly id: string;
  /** `choice` has options; `number` and `date` are split at the bounds that conditions use. */
  readonly kind: 'choice' | 'number' | 'date';
  /** The question in words, as a clerk would put it. */
  readonly ask: string;
  /** Two to six characters naming the question in a list: 年龄, 办理原因. */
  readonly name: string;
  /** What helps to answer, in one sentence. */
  readonly help?: string;
  /** How a person who is not sure can find out; printed beside every "bring if …" line that hangs on it. */
  readonly find?: string;
  readonly options: readonly Option[];
  /** The presupposition: while this is `no`, the question does not apply. */
  readonly askWhen?: Condition;
  /** Questions of one topic stay together. */
  readonly topic?: string;
  /** What answering costs a person, in ordinary questions; 1 by default, more for what is sensitive or must be looked up. */
  readonly effort?: number;
  /** What a number counts: 周岁. */
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
}

/** One answer of a choice question. */
export interface Option {
  readonly value: string;
  /** The button: 丢了. */
  readonly label: string;
  /** The same as a statement, for notices and "如果…" lines: 身份证丢了. The label when absent. */
  readonly fact?: string;
  /** Other words people use for it: 掉了, 不见了, 被偷. */
  readonly says?: readonly string[];
  /** How often it is the answer, relative to the other options; 1 by default. */
  readonly share?: number;
  /** Ages in whole years that mean this option: 八岁 is 不满 16 周岁. `from` is included, `to` is not. */
  readonly ages?: { readonly from?: number; readonly to?: number };
}
