import type { Aspect } from './obligation.ts';
import type { Answer, AnswerValue } from './situation.ts';

export type { AnswerValue } from './situation.ts';

/**
 * One person's case from first word to notice (咨询). Plain JSON; `turns` is the truth and replaying it
 * rebuilds the rest.
 */
export interface Consultation {
  /** Knowledge version it began with and keeps. */
  readonly knowledge: string;
  /** The day it counts as today, ISO. */
  readonly today: string;
  readonly locale: Locale;
  readonly channel: Channel;
  readonly stage: Stage;
  /** Service items this person wants done together, in the order they were chosen. */
  readonly trip: readonly string[];
  /** By question id; answers that no longer apply are kept and lie dormant. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** Material ids the person said they do not have. */
  readonly lacks: readonly string[];
  /** The question now put, if any. */
  readonly asking?: string;
  /** The one thing that was asked about, while questions it depends on are open. */
  readonly aspect?: Aspect;
  /** Items now offered to choose from, if any. */
  readonly offered?: readonly string[];
  /** Messages in a row that named nothing this knowledge has; the second one goes to a person. */
  readonly misses: number;
  readonly turns: readonly Input[];
}

/** The states of the dialogue machine. */
export type Stage = 'choosing' | 'asking' | 'concluded' | 'handedOff';

/** The language a consultation is held in; the knowledge stays Chinese. */
export type Locale = 'zh-CN' | 'en';

/** Where the person is, for the record; never what the notice holds. */
export type Channel = 'web' | 'desk' | 'wechat' | 'api';

/** What a person can do in one turn. `text` is at most 500 characters. */
export type Input =
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'choose'; readonly items: readonly string[] }
  | { readonly kind: 'answer'; readonly question: string; readonly value: AnswerValue }
  | { readonly kind: 'unsure'; readonly question: string }
  | { readonly kind: 'change'; readonly question: string }
  | { readonly kind: 'lack'; readonly material: string }
  | { readonly kind: 'have'; readonly material: string }
  | { readonly kind: 'add'; readonly item: string }
  | { readonly kind: 'remove'; readonly item: string }
  | { readonly kind: 'why'; readonly question: string }
  | { readonly kind: 'aspect'; readonly aspect: Aspect }
  | { readonly kind: 'back' }
  | { readonly kind: 'repeat' }
  | { readonly kind: 'restart' }
  | { readonly kind: 'ask-for-clerk' };
