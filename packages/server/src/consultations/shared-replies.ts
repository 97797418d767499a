import { todayInBeijing } from '../clock.ts';
import { sha256 } from '../sha256.ts';
import type { Statement } from '../storage/database.ts';
import { textOf } from '../utf8.ts';
import type { ConsultationStore } from './consultation-store.ts';
import type { Decision } from './decisions.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Where a shared reply stands. */
export interface SharedReply {
  readonly key: string;
  /** Puts it there; undefined when it is known to be there already. */
  readonly statement: Statement | undefined;
}

/**
 * Keeps what many are told once a day instead of with each turn: most turns of a hall are answered with the same few
 * replies, and a turn is a fifth as long without its own copy.
 *
 * A day, so that replies grow old and go like the turns that name them. What only one person was told is no shared
 * reply: it stays with the turn and is erased with it.
 */
export class SharedReplies {
  readonly #store: ConsultationStore;
  /** Where replies stand that are known to be kept. */
  readonly #kept = new WeakMap<Decision, string>();
  /** The day of the turn before, which is nearly always the day of this one. */
  #day = { from: 0, to: 0, iso: '' };

  constructor(store: ConsultationStore) {
    this.#store = store;
  }

  /** Where the reply of a decision stands for turns of this moment, and what must be written first. */
  prepare(decision: Decision, at: number): SharedReply {
    const day = this.#dayOf(at);
    const kept = this.#kept.get(decision);
    if (kept?.startsWith(day)) return { key: kept, statement: undefined };
    const key = `${day} ${sha256(decision.said)}`;
    return { key, statement: this.#store.insertReply(key, textOf(decision.said)) };
  }

  /** Remembers that a reply is kept, once its turn is. */
  remember(decision: Decision, { key }: SharedReply): void {
    this.#kept.set(decision, key);
  }

  #dayOf(at: number): string {
    if (at >= this.#day.from && at < this.#day.to) return this.#day.iso;
    const iso = todayInBeijing({ now: () => at });
    const from = Date.parse(`${iso}T00:00:00+08:00`);
    this.#day = { from, to: from + DAY, iso };
    return iso;
  }
}
