import type { Input, ItemRef, Locale, Reply, Survey } from '@onetrip/engine';

/**
 * A consultation as an element sees it, wherever the engine runs: in the page or behind HTTP.
 * One port is one consultation at a time; `begin` opens a new one.
 */
export interface Port {
  begin(options: PortOptions): Promise<Reply>;
  takeTurn(input: Input): Promise<Reply>;
  survey(): Promise<Survey>;
  findItems(query: string): Promise<readonly ItemRef[]>;
}

/** How a consultation begins: its language, where the person is, and items chosen already. */
export interface PortOptions {
  readonly locale: Locale;
  readonly channel: 'web' | 'desk';
  readonly items?: readonly string[];
}
