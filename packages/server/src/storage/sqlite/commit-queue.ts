import type { Statement } from '../database.ts';
import { StorageError } from '../storage-error.ts';
import type { SqliteConnection } from './sqlite-connection.ts';

/** A write of a few known statements, committed together with what else has come in by then. */
interface QuickJob {
  readonly statements: readonly [Statement, ...Statement[]];
  readonly done: (changed: number) => void;
  readonly failed: (error: unknown) => void;
}

/** A write that has the connection to itself, in a transaction of its own. */
interface LongJob {
  readonly run: () => Promise<void>;
}

/** Looks at the sockets before a commit; each takes in what has arrived since the one before. */
const MOST_LOOKS = 5;

/** From one commit to the next while each carries several; nobody feels it. */
const REST_MILLIS = 2;

/**
 * Lets one writer at a time at a SQLite file and commits what arrives at once together: one wait for the disk instead
 * of one for each turn.
 *
 * A commit costs nearly the same for one turn or for thirty, so it waits as long as each look at the sockets brings more, a
 * few looks at most. Who comes alone waits for one look that brings nobody: microseconds. In a busy hour, from
 * some five hundred turns a second on, it rests between two commits, and those who come one by one share the next.
 */
export class CommitQueue {
  readonly #connection: SqliteConnection;
  readonly #most: number;
  #quick: QuickJob[] = [];
  #long: LongJob[] = [];
  #awake = false;
  #last = { carried: 0, ended: 0 };

  /** @param most writes that may wait; one more is refused as `storage-busy` */
  constructor(connection: SqliteConnection, most: number) {
    this.#connection = connection;
    this.#most = most;
  }

  append(statements: readonly [Statement, ...Statement[]]): Promise<number> {
    return new Promise((done, failed) => {
      if (this.#isFull()) return void failed(new StorageError('storage-busy'));
      this.#quick.push({ statements, done, failed });
      this.#wake();
    });
  }

  /** Runs a piece of work that drives the connection itself. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((done, failed) => {
      if (this.#isFull()) return void failed(new StorageError('storage-busy'));
      const run = (): Promise<void> => work().then(done, failed);
      this.#long.push({ run });
      this.#wake();
    });
  }

  /** Writes that wait. */
  get waiting(): number {
    return this.#quick.length + this.#long.length;
  }

  #isFull(): boolean {
    return this.waiting >= this.#most;
  }

  #wake(): void {
    if (this.#awake) return;
    this.#awake = true;
    const gather = (): void => {
      this.#gather(0, MOST_LOOKS);
    };
    const { carried, ended } = this.#last;
    const rest = ended + REST_MILLIS - performance.now();
    if (carried > 1 && rest > 0) setTimeout(gather, rest);
    else setImmediate(gather);
  }

  #gather(before: number, looks: number): void {
    const { waiting } = this;
    if (waiting === before || looks === 0) return void this.#drain();
    setImmediate(() => {
      this.#gather(waiting, looks - 1);
    });
  }

  async #drain(): Promise<void> {
    while (this.#quick.length > 0 || this.#long.length > 0) {
      const quick = this.#quick;
      this.#quick = [];
      if (quick.length > 0) this.#commitTogether(quick);
      await this.#long.shift()?.run();
    }
    this.#awake = false;
  }

  #commitTogether(jobs: readonly QuickJob[]): void {
    const settle: (() => void)[] = [];
    try {
      this.#connection.prepare('begin immediate').run([]);
      for (const job of jobs) settle.push(this.#runOne(job));
      this.#connection.prepare('commit').run([]);
    } catch (error) {
      this.#giveUp();
      for (const { failed } of jobs) failed(error);
      return;
    }
    this.#last = { carried: jobs.length, ended: performance.now() };
    // Only now is anything durable, and only now may anybody be told.
    for (const tell of settle) tell();
  }

  /** What to tell the job once all is committed. A broken constraint undoes this job alone. */
  #runOne({ statements: [first, ...others], done, failed }: QuickJob): () => void {
    try {
      if (others.length === 0) return tellChanged(done, this.#run(first));
      this.#connection.exec('SAVEPOINT job');
      const changed = this.#run(first);
      if (changed > 0) for (const other of others) this.#run(other);
      this.#connection.exec('RELEASE job');
      return tellChanged(done, changed);
    } catch (error) {
      // Nothing else in the same transaction can be trusted either.
      if (error instanceof StorageError) throw error;
      if (others.length > 0) this.#connection.exec('ROLLBACK TO job; RELEASE job');
      return () => {
        failed(error);
      };
    }
  }

  #run({ sql, parameters }: Statement): number {
    return this.#connection.prepare(sql).run(parameters).changes;
  }

  #giveUp(): void {
    try {
      this.#connection.exec('ROLLBACK');
    } catch {
      // SQLite has already rolled back by itself, as it does when the disk is full.
    }
  }
}

function tellChanged(done: (changed: number) => void, changed: number): () => void {
  return () => {
    done(changed);
  };
}
