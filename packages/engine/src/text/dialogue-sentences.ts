import type { Aspect } from '../model/obligation.ts';
import type { HandoffReply, ProblemCode } from '../model/reply.ts';

/** Which kinds of obligation an answer decides besides materials, for "why do you ask". */
export type DecidedKind =
  | 'fee'
  | 'time'
  | 'place'
  | 'before'
  | 'suggest'
  | 'ineligible'
  | 'handoff'
  | 'eligibility'
  | 'step'
  | 'not-needed'
  | 'proxy'
  | 'online'
  | 'deadline'
  | 'result'
  | 'warning';

/** What an answer decides, in names a person knows. */
export interface DecidedByAnswer {
  /** Names of the materials it may ask for. */
  readonly materials: readonly string[];
  readonly kinds: readonly DecidedKind[];
}

/** The bring list at the end of the questions, counted. */
export interface ConcludedCounts {
  /** Materials that are certain. */
  readonly materials: number;
  /** Materials that hang on an answer nobody was sure of. */
  readonly maybe: number;
  readonly eligible: 'yes' | 'no' | 'unsure';
}

/** What OneTrip says while it asks. */
export interface DialogueSentences {
  readonly greeting: string;
  /** 您可以这样说：给宝宝上户口、身份证丢了 */
  examples(utterances: readonly string[]): string;
  /** 您要办的是：居民身份证申领 */
  trip(titles: readonly string[]): string;
  /** 我理解的：情况：丢了 */
  understood(facts: readonly { readonly name: string; readonly label: string }[]): string;
  /** Questions still to come after this one, at most. */
  remaining(atMost: number): string;
  /** Beside a possible material: 看“户口在不在本市”. */
  lookAt(questionNames: readonly string[]): string;
  /** Nothing was named yet. */
  readonly chooseFirst: string;
  /** Several items fit what was said. */
  readonly chooseOne: string;
  readonly notFound: (phone: string) => string;
  /** Said with the candidates when something similar exists. */
  readonly nearest: string;
  handoff(reason: HandoffReply['reason'], phone: string): string;
  /** 已经知道的是：… */
  handoffSummary(facts: readonly string[]): string;
  /** The item is no longer offered; `say` is the knowledge's own sentence. */
  discontinued(title: string, say: string): string;
  /** What is offered instead of a discontinued item. */
  instead(title: string): string;
  readonly problem: Readonly<Record<ProblemCode, string>>;
  /** What a changed answer did to the notice, each obligation in a few words. */
  difference(added: readonly string[], removed: readonly string[]): string;
  concluded(counts: ConcludedCounts): string;
  /** Only one aspect was asked for; the whole notice can still be had. */
  fact(aspect: Aspect): string;
  readonly wholeNotice: string;
  /** The rules say nothing about what was asked. */
  nothingWritten(phone: string): string;
  added(title: string): string;
  alreadyThere(title: string): string;
  removed(title: string): string;
  /** The person lacks a material; `howToGet` is the knowledge's own sentence. */
  lacking(material: string, howToGet?: string): string;
  /** The item that issues the lacking material can be added. */
  offerIssuer(title: string): string;
  /** Why a question is asked. */
  why(decided: DecidedByAnswer): string;
  readonly tookUnsure: string;
  /** How a person who is not sure can find out; `find` is the knowledge's own sentence. */
  findOut(find: string): string;
  readonly changeAnswer: string;
  readonly wentBack: string;
  readonly startedAgain: string;
  /** The question is put again because the answer could not be read. */
  readonly askAgain: string;
}
