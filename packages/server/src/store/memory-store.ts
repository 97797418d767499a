import type { Consultation } from '@onetrip/engine';
import type { Clock } from '../clock.ts';
import type { History, Opening, Store, TurnEvent } from './store.ts';

/** How much a memory store keeps, and for how long. */
export interface MemoryStoreOptions {
  readonly clock: Clock;
  /** Milliseconds without a turn or a look after which a consultation is forgotten. Default: two hours. */
  readonly idle?: number;
  /** Consultations kept at once. Default: 50,000. */
  readonly most?: number;
  /** Characters of replies kept at once; raise it together with the memory of the machine. Default: 256 million. */
  readonly mostCharacters?: number;
}

interface Kept {
  readonly opening: Opening;
  readonly events: readonly TurnEvent[];
  readonly latest: Consultation;
  readonly seen: number;
  readonly characters: number;
}

const TWO_HOURS = 2 * 60 * 60 * 1000;

/** Keeps consultations in this process; they are gone when it ends. */
export class MemoryStore implements Store {
  readonly #kept = new Map<string, Kept>();
  readonly #clock: Clock;
  readonly #idle: number;
  readonly #most: number;
  readonly #mostCharacters: number;
  #characters = 0;

  constructor(options: MemoryStoreOptions) {
    this.#clock = options.clock;
    this.#idle = options.idle ?? TWO_HOURS;
    this.#most = options.most ?? 50_000;
    this.#mostCharacters = options.mostCharacters ?? 256_000_000;
  }

  /** Consultations kept now, the expired ones not counted. */
  get size(): number {
    this.#forgetExpired();
    return this.#kept.size;
  }

  open(opening: Opening, latest: Consultation): Promise<'opened' | 'full'> {
    this.#forgetExpired();
    const characters = opening.reply.length;
    if (this.#kept.size >= this.#most || !this.#hasRoomFor(characters)) return Promise.resolve('full');
    this.#keep({ opening, events: [], latest, seen: this.#clock.now(), characters });
    return Promise.resolve('opened');
  }

  read(id: string): Promise<History | undefined> {
    this.#forgetExpired();
    const kept = this.#kept.get(id);
    if (kept) this.#keep({ ...kept, seen: this.#clock.now() });
    return Promise.resolve(kept);
  }

  append(id: string, event: TurnEvent, latest: Consultation): Promise<'appended' | 'overtaken' | 'full'> {
    this.#forgetExpired();
    const kept = this.#kept.get(id);
    if (!kept || event.seq !== kept.events.length + 1) return Promise.resolve('overtaken');
    if (!this.#hasRoomFor(event.reply.length)) return Promise.resolve('full');
    const characters = kept.characters + event.reply.length;
    this.#keep({ ...kept, events: [...kept.events, event], latest, seen: this.#clock.now(), characters });
    return Promise.resolve('appended');
  }

  #hasRoomFor(characters: number): boolean {
    return this.#characters + characters <= this.#mostCharacters;
  }

  /** A map gives its entries in the order they were put in, so what was seen last stands last. */
  #keep(kept: Kept): void {
    this.#forget(kept.opening.id);
    this.#kept.set(kept.opening.id, kept);
    this.#characters += kept.characters;
  }

  #forget(id: string): void {
    this.#characters -= this.#kept.get(id)?.characters ?? 0;
    this.#kept.delete(id);
  }

  #forgetExpired(): void {
    const newest = this.#clock.now() - this.#idle;
    for (const [id, kept] of this.#kept) {
      if (kept.seen > newest) return;
      this.#forget(id);
    }
  }
}
