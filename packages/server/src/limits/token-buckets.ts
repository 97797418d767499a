import { LRUCache } from 'lru-cache';

/** How often something may be done. */
export interface Rate {
  readonly perSecond: number;
  /** How often at once, after a pause. */
  readonly burst: number;
}

interface Bucket {
  fullAt: number;
}

/**
 * Counts how often each of many keys does something, with one number per key (the generic cell rate algorithm): the
 * moment at which its bucket will be full again.
 *
 * Memory is bounded: of more keys than `mostKeys`, those seen longest ago begin anew.
 */
export class TokenBuckets {
  readonly #interval: number;
  readonly #most: number;
  readonly #buckets: LRUCache<string, Bucket>;

  constructor({ perSecond, burst }: Rate, mostKeys: number) {
    this.#interval = 1000 / perSecond;
    this.#most = burst * this.#interval;
    this.#buckets = new LRUCache({ max: mostKeys });
  }

  /** Takes a token and says 0, or the milliseconds until there is one. */
  take(key: string, now: number): number {
    let bucket = this.#buckets.get(key);
    if (!bucket) {
      bucket = { fullAt: 0 };
      this.#buckets.set(key, bucket);
    }
    const fullAt = Math.max(bucket.fullAt, now) + this.#interval;
    const wait = fullAt - now - this.#most;
    if (wait > 0) return wait;
    bucket.fullAt = fullAt;
    return 0;
  }

  /** Keys that are remembered. */
  get size(): number {
    return this.#buckets.size;
  }
}
