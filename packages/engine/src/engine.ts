import type { Channel, Consultation, Input, Locale } from './model/consultation.ts';
import type { Knowledge } from './model/knowledge.ts';
import type { Notice } from './model/notice.ts';
import type { ItemRef, Reply } from './model/reply.ts';
import type { Survey } from './model/survey.ts';

/** How a consultation begins. */
export interface BeginOptions {
  /** The day that counts as today, ISO. */
  readonly today: string;
  readonly locale?: Locale;
  readonly channel?: Channel;
  /** Begin with these items chosen already. */
  readonly items?: readonly string[];
}

/** A consultation after a turn, and what to say to the person. */
export interface Turn {
  readonly consultation: Consultation;
  readonly reply: Reply;
}

/** The engine's front door: everything a channel needs, over one knowledge. */
export interface Engine {
  readonly knowledge: Knowledge;
  /** Opens a consultation. Without items, the reply is `choose` with a few items to begin with. */
  begin(options: BeginOptions): Turn;
  /** Takes one input. Pure: the same consultation and input always give the same turn. */
  takeTurn(consultation: Consultation, input: Input): Turn;
  /** All questions and the notice as it stands. */
  survey(consultation: Consultation): Survey;
  /** The notice of a consultation, conditional where something is still open. */
  writeNotice(consultation: Consultation): Notice;
  /** Items that fit a few typed words, best first; also by pinyin initials. An empty query lists all. */
  findItems(query: string, limit?: number): readonly ItemRef[];
}

/** Puts the floors together over one knowledge. */
export declare function createEngine(knowledge: Knowledge): Engine;
