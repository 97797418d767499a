import type { Input, ItemRef, Locale, Reply, Survey } from '@onetrip/engine';

/**
 * A consultation as an element sees it, wherever the engine runs: in the page or behind HTTP.
 * One port is one consultation at a time; `begin` opens a new one.
 *
 * The optional members are what only a server can give: an engine in the page keeps nothing and hands nothing over.
 */
export interface Port {
  /** The receipt of the last notice that a turn came to. */
  readonly receipt?: Receipt | undefined;
  begin(options: PortOptions): Promise<Reply>;
  takeTurn(input: Input): Promise<Reply>;
  survey(): Promise<Survey>;
  findItems(query: string): Promise<readonly ItemRef[]>;
  /** Gives the code by which the consultation goes on elsewhere; the one before it ends. */
  handOver?(): Promise<HandoverCode>;
  /** Goes on with a consultation that was begun elsewhere. */
  goOn?(standing: Standing, locale: Locale): void;
}

/** How a consultation begins: its language, where the person is, and items chosen already. */
export interface PortOptions {
  readonly locale: Locale;
  readonly channel: 'web' | 'desk';
  readonly items?: readonly string[];
}

/** A notice that a server keeps. */
export interface Receipt {
  /** Twelve digits. */
  readonly number: string;
  /** Whole address of the citizen's own page of it. Whoever has it can read the notice. */
  readonly link: string;
}

/** What a person says or types to go on elsewhere. */
export interface HandoverCode {
  /** Six digits, good for ten minutes and once. */
  readonly code: string;
}

/** Where a consultation stands that somebody takes over. */
export interface Standing {
  readonly id: string;
  readonly reply: Reply;
  readonly survey: Survey;
  readonly receipt?: Receipt;
}
