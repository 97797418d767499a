import type { Clock } from '../clock.ts';
import type { Engines } from '../knowledge/engines.ts';
import type { Figures } from '../ledger/figures.ts';
import { figures } from '../ledger/figures.ts';
import type { Database } from '../storage/database.ts';

const DAYS = 30 * 24 * 60 * 60 * 1000;

/** Counting a month of a city takes a while; whoever asks every few seconds gets what was counted last. */
const KEPT_FOR = 5 * 60 * 1000;

/** Counts what the product is measured by over the last 30 days, at most once in five minutes. */
export function recentFigures(options: {
  readonly database: Database;
  readonly clock: Clock;
  readonly engines: Engines;
}): () => Promise<Figures> {
  const { database, clock, engines } = options;
  let counted: { readonly at: number; readonly result: Promise<Figures> } | undefined;
  return () => {
    const now = clock.now();
    if (counted && now - counted.at < KEPT_FOR) return counted.result;
    const region = engines.current.knowledge.region.id;
    const result = figures(database, { region, from: now - DAYS, to: now + 1 });
    counted = { at: now, result };
    // What could not be counted is tried again the next time.
    result.catch(() => {
      counted = undefined;
    });
    return result;
  };
}
