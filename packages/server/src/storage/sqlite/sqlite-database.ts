import { Kysely, SqliteDialect, sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { Database, Statement } from '../database.ts';
import type { Tables } from '../tables.ts';
import { CommitQueue } from './commit-queue.ts';
import { SqliteConnection } from './sqlite-connection.ts';

/** How a SQLite file is used. */
export interface SqliteOptions {
  /** Writes that may wait for the disk; one more is refused as `storage-busy`. Default: 10,000. */
  readonly mostWaiting?: number;
}

/** Instead of a path: nothing outlives the process. */
export const IN_MEMORY = ':memory:';

/**
 * Keeps everything in one SQLite file: one writer that commits together what comes in together, and one connection that reads beside it.
 *
 * @throws {StorageError} when the file cannot be opened
 */
export class SqliteDatabase implements Database {
  readonly kind = 'sqlite';
  readonly reader: Kysely<Tables>;
  /** For migrations, which change tables. */
  readonly writer: Kysely<Tables>;
  readonly #queue: CommitQueue;
  readonly #writing: SqliteConnection;
  readonly #reading: SqliteConnection;

  constructor(path: string, options: SqliteOptions = {}) {
    const writing = new SqliteConnection(path, { forReading: false });
    // Memory belongs to one connection; Kysely lets its reads wait for a write under way.
    const reading = path === IN_MEMORY ? writing : readingBeside(writing, path);
    this.#writing = writing;
    this.#reading = reading;
    this.writer = kyselyOver(writing);
    this.reader = reading === writing ? this.writer : kyselyOver(reading);
    this.#queue = new CommitQueue(writing, options.mostWaiting ?? 10_000);
  }

  write<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
    return this.#queue.exclusively(() => this.writer.transaction().execute(work));
  }

  append(first: Statement, ...others: readonly Statement[]): Promise<number> {
    return this.#queue.append([first, ...others]);
  }

  get waiting(): number {
    return this.#queue.waiting;
  }

  async check(): Promise<void> {
    await this.write((transaction) =>
      sql`insert into settings (name, value) values ('checked', '') on conflict (name) do update set value = ''`.execute(
        transaction,
      ),
    );
  }

  async close(): Promise<void> {
    // Behind everything that still waits, so that nothing accepted is dropped.
    await this.#queue.exclusively(async () => {
      if (this.reader !== this.writer) await this.reader.destroy();
      foldQuietly(this.#writing);
      await this.writer.destroy();
      // Kysely closes only what it has used.
      this.#reading.close();
      this.#writing.close();
    });
  }
}

function readingBeside(writing: SqliteConnection, path: string): SqliteConnection {
  try {
    return new SqliteConnection(path, { forReading: true });
  } catch (error) {
    writing.close();
    throw error;
  }
}

/**
 * Leaves one whole file behind. SQLite does so itself when its last connection closes, but not while the library still
 * holds statements, and it cannot be told to let go of them.
 */
function foldQuietly(connection: SqliteConnection): void {
  try {
    connection.fold();
  } catch {
    // On a full disk the WAL stays beside the file; nothing is lost.
  }
}

function kyselyOver(connection: SqliteConnection): Kysely<Tables> {
  return new Kysely({ dialect: new SqliteDialect({ database: connection }) });
}
