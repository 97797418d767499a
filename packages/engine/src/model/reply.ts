import type { AnswerValue } from './consultation.ts';
import type { Notice, NoticeSection } from './notice.ts';
import type { Aspect } from './obligation.ts';

/** What OneTrip says back: parts that every channel can draw, never a finished screen. */
export type Reply = ChooseReply | AskReply | NoticeReply | FactReply | HandoffReply | NotFoundReply | ProblemReply;

interface ReplyBase {
  /** Sentences to say, in order, plain text in the consultation's language. */
  readonly say: readonly string[];
  /** What this turn's own words were taken to mean; shown back so that it can be corrected. */
  readonly understood: readonly AnsweredQuestion[];
  /** All answers that count now, in the order of the questions: what a person can change. */
  readonly answered: readonly AnsweredQuestion[];
  /** The items of the trip. */
  readonly trip: readonly ItemRef[];
  /** Obligations added and removed since the last turn, when an answer was changed. */
  readonly difference?: { readonly added: readonly string[]; readonly removed: readonly string[] };
}

/** Enough of a service item to offer it. */
export interface ItemRef {
  readonly item: string;
  readonly title: string;
}

/** A question with its answer, as it is shown back to be corrected. */
export interface AnsweredQuestion {
  readonly question: string;
  /** 办理原因 */
  readonly name: string;
  readonly ask: string;
  readonly value: AnswerValue | null;
  /** The answer as a statement, 不清楚 when unsure. */
  readonly label: string;
  readonly unsure: boolean;
}

/** Several items fit, or none was named yet. */
export interface ChooseReply extends ReplyBase {
  readonly kind: 'choose';
  readonly candidates: readonly ItemRef[];
}

/** The next question. */
export interface AskReply extends ReplyBase {
  readonly kind: 'ask';
  readonly question: AskedQuestion;
  /** Questions still to come after this one, at most. */
  readonly remaining: { readonly atMost: number };
  readonly checklist: Checklist;
}

/** A question as it is put to a person. */
export interface AskedQuestion {
  readonly id: string;
  readonly kind: 'choice' | 'number' | 'date';
  readonly text: string;
  readonly help?: string;
  readonly unit?: string;
  /** For numbers and dates: the ranges that make a difference. "Not sure" is not listed; every question takes it. */
  readonly options: readonly { readonly value: AnswerValue; readonly label: string }[];
}

/** The bring list while it is still growing. */
export interface Checklist {
  readonly certain: readonly ChecklistMark[];
  readonly possible: readonly ChecklistMark[];
  readonly dropped: readonly ChecklistMark[];
}

/** One material of the growing list, and why it is there or not. */
export interface ChecklistMark {
  readonly material: string;
  readonly name: string;
  /** Ids of the questions it hangs on (possible) or that ruled it out (dropped). */
  readonly questions: readonly string[];
  /** The same in words: 看“户口在不在本市”. Empty when certain. */
  readonly because: string;
}

/** Everything is decided: the one complete notice. */
export interface NoticeReply extends ReplyBase {
  readonly kind: 'notice';
  readonly notice: Notice;
}

/** The answer to a question about one thing only. */
export interface FactReply extends ReplyBase {
  readonly kind: 'fact';
  readonly aspect: Aspect | 'why';
  readonly sections: readonly NoticeSection[];
  /** The question that still stands, if one does. */
  readonly question?: AskedQuestion;
}

/** A person takes over; `summary` is what need not be said again. */
export interface HandoffReply extends ReplyBase {
  readonly kind: 'handoff';
  readonly reason: 'asked' | 'outside' | 'rule' | 'not-understood';
  readonly phone: string;
  readonly summary: readonly string[];
}

/** Nothing in the knowledge fits. */
export interface NotFoundReply extends ReplyBase {
  readonly kind: 'not-found';
  readonly phone: string;
  readonly candidates: readonly ItemRef[];
}

/** The input could not be used; nothing was lost and the same question still stands. */
export interface ProblemReply extends ReplyBase {
  readonly kind: 'problem';
  readonly code: ProblemCode;
  /** The question that still stands, if one does. */
  readonly question?: AskedQuestion;
}

/** Stable codes of inputs that cannot be used. */
export type ProblemCode =
  | 'empty-message'
  | 'message-too-long'
  | 'unknown-item'
  | 'unknown-question'
  | 'unknown-option'
  | 'unknown-material'
  | 'nothing-to-change'
  | 'no-trip-yet'
  | 'not-understood';
