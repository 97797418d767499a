import { LRUCache } from 'lru-cache';
import type { LastReceipt } from '../receipts/receipts.ts';
import type { Opening } from './sealed-opening.ts';
import type { State } from './state.ts';

/** A consultation as it stands, remembered so that a turn need not replay it. */
export interface Live {
  readonly seq: number;
  /** Knowledge version that it began with and keeps. */
  readonly knowledge: string;
  readonly state: State;
  /** Questions answered so far. */
  readonly questions: number;
  /** The client's id of the turn taken last, where it is known. */
  readonly turn?: string;
  /** The receipt given last: a notice that is still the same keeps its number. `none` when there was none yet. */
  readonly receipt?: LastReceipt | 'none' | undefined;
  /** How it began, while it has no row of its own. */
  readonly opening?: Opening;
}

/** Of a nation's busiest hour, 2,730 turns a second, those with twenty seconds to think of each; some 44 MB. */
export const MOST_LIVE = 60_000;

/**
 * Remembers how the consultations in use stand. What it forgets is rebuilt from the turns, so it may forget anything.
 *
 * Their states are text: a consultation takes less than a kilobyte that way, a quarter of what its objects would.
 */
export class LiveConsultations {
  readonly #cache: LRUCache<string, Live>;

  /** @param most consultations remembered at once */
  constructor(most: number) {
    this.#cache = new LRUCache({ max: most });
  }

  get(id: string): Live | undefined {
    return this.#cache.get(id);
  }

  set(id: string, live: Live): void {
    this.#cache.set(id, live);
  }

  forget(id: string): void {
    this.#cache.delete(id);
  }

  get size(): number {
    return this.#cache.size;
  }
}
