import type { Consultation } from '@onetrip/engine';
import { LRUCache } from 'lru-cache';
import type { LastReceipt } from '../receipts/receipts.ts';

/** A consultation as it stands, remembered so that a turn need not replay it. */
export interface Live {
  readonly seq: number;
  readonly consultation: Consultation;
  /** The client's id of the turn taken last, where it is known. */
  readonly turn?: string;
  /** The receipt given last: a notice that is still the same keeps its number. `none` when there was none yet. */
  readonly receipt?: LastReceipt | 'none' | undefined;
}

/**
 * Remembers how the consultations in use stand. What it forgets is rebuilt from the turns, so it may forget anything.
 *
 * Kept as text: a consultation takes less than a kilobyte that way, a quarter of what its objects would.
 */
export class LiveConsultations {
  readonly #cache: LRUCache<string, string>;

  /** @param most consultations remembered at once */
  constructor(most: number) {
    this.#cache = new LRUCache({ max: most });
  }

  get(id: string): Live | undefined {
    const text = this.#cache.get(id);
    return text === undefined ? undefined : (JSON.parse(text) as Live);
  }

  set(id: string, live: Live): void {
    this.#cache.set(id, inAscii(JSON.stringify(live)));
  }

  forget(id: string): void {
    this.#cache.delete(id);
  }

  get size(): number {
    return this.#cache.size;
  }
}

/** One Chinese character makes every character of a string take two bytes; escaped, each takes one. */
function inAscii(json: string): string {
  const escaped = json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  // A string stays as wide as the one it was made from, and in as many pieces; what is read from bytes is not.
  return Buffer.from(escaped, 'latin1').toString('latin1');
}
