import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { DatabaseSync } from '@photostructure/sqlite';
import type { SqliteDatabase as KyselyConnection, SqliteStatement } from 'kysely';
import { sqliteFault } from './sqlite-fault.ts';

/** A statement as Kysely wants it. */
interface KyselyStatement extends SqliteStatement {
  run(parameters: readonly unknown[]): { changes: number; lastInsertRowid: number };
}

type Value = string | number | bigint | null | Uint8Array;

/** Statements kept ready; a server has a few dozen. */
const MOST_STATEMENTS = 256;

/**
 * One connection to a SQLite file, with its statements kept ready, in the shape that Kysely drives.
 *
 * Everything throws a `StorageError` when the storage itself fails, and SQLite's own error for a broken constraint.
 */
export class SqliteConnection implements KyselyConnection {
  readonly #database: DatabaseSyncInstance;
  readonly #ready = new Map<string, KyselyStatement>();

  constructor(path: string, options: { readonly forReading: boolean }) {
    this.#database = guarded(() => new DatabaseSync(path, { timeout: 5000 }));
    try {
      this.#configure(options);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  #configure(options: { readonly forReading: boolean }): void {
    // Durable: a turn that was answered outlives a power cut. WAL alone would leave that to chance.
    this.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
    // Or REPLACE would delete the row in its way without asking the trigger that refuses to let it go.
    this.exec('PRAGMA recursive_triggers = ON;');
    // Pages of the indexes that the turns of this hour touch, 16 MB at most; the 2 MB that are usual are soon too few. Not
    // more: a commit after which pages of an index have changed places looks through all that is cached.
    this.exec('PRAGMA cache_size = -16384;');
    // What a statement or a savepoint would restore takes small pieces of memory then, instead of 64 kB at once and a file
    // beyond that. Long lists that are read and sorted may still go into a file.
    this.exec(options.forReading ? 'PRAGMA query_only = ON;' : 'PRAGMA temp_store = MEMORY;');
  }

  prepare(sql: string): KyselyStatement {
    const ready = this.#ready.get(sql);
    if (ready) return ready;
    if (this.#ready.size >= MOST_STATEMENTS) this.#ready.clear();
    const statement =
      sql === 'rollback' ? this.#rollback() : asKyselyStatement(guarded(() => this.#database.prepare(sql)));
    this.#ready.set(sql, statement);
    return statement;
  }

  /** SQLite rolls back by itself when a disk is full; a second time would hide why behind another error. */
  #rollback(): KyselyStatement {
    const statement = asKyselyStatement(guarded(() => this.#database.prepare('rollback')));
    const run: KyselyStatement['run'] = (parameters) =>
      this.#database.isTransaction ? statement.run(parameters) : { changes: 0, lastInsertRowid: 0 };
    return { ...statement, run };
  }

  /** Runs SQL that has no parameters and no rows. */
  exec(sql: string): void {
    guarded(() => {
      this.#database.exec(sql);
    });
  }

  /** Folds the WAL into the file, as far as nobody else reads it. */
  fold(): void {
    this.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  /** Closing again does nothing. */
  close(): void {
    this.#ready.clear();
    if (this.#database.isOpen) this.#database.close();
  }
}

function asKyselyStatement(statement: StatementSyncInstance): KyselyStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => guarded((): unknown[] => statement.all(...(parameters as Value[]))),
    iterate: (parameters) => guarded(() => statement.iterate(...(parameters as Value[]))),
    run: (parameters) => {
      const { changes, lastInsertRowid } = guarded(() => statement.run(...(parameters as Value[])));
      return { changes: Number(changes), lastInsertRowid: Number(lastInsertRowid) };
    },
  };
}

function guarded<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw sqliteFault(error);
  }
}
