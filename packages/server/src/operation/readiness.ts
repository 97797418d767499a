import type { Clock } from '../clock.ts';
import type { Database } from '../storage/database.ts';
import { StorageError } from '../storage/storage-error.ts';
import type { StorageFault } from '../storage/storage-error.ts';

/** Why no requests should be sent here now. */
export type Unready = 'stopping' | StorageFault;

/** Milliseconds that an answer about the database holds good. */
const HOLDS = 1000;

/** Whether this process can take requests: its database can be written to, and it was not told to stop. */
export class Readiness {
  readonly #database: Database;
  readonly #clock: Clock;
  #stopping = false;
  #last: { readonly at: number; readonly fault: Promise<StorageFault | undefined> } | undefined;

  constructor({ database, clock }: { readonly database: Database; readonly clock: Clock }) {
    this.#database = database;
    this.#clock = clock;
  }

  /** From now on no more requests should come. */
  stop(): void {
    this.#stopping = true;
  }

  /** Why it is not ready, if it is not. However often it is asked, the database is asked once a second. */
  async look(): Promise<Unready | undefined> {
    if (this.#stopping) return 'stopping';
    const now = this.#clock.now();
    if (!this.#last || now - this.#last.at >= HOLDS) this.#last = { at: now, fault: this.#check() };
    return this.#last.fault;
  }

  async #check(): Promise<StorageFault | undefined> {
    try {
      await this.#database.check();
      return undefined;
    } catch (error) {
      if (error instanceof StorageError) return error.code;
      throw error;
    }
  }
}
