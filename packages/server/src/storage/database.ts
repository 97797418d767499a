import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** SQL with its parameters: what Kysely's `compile()` gives. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * Where everything is kept: SQLite in one file, or PostgreSQL.
 *
 * Every promise may reject with a `StorageError`, whose code says what is wrong and whether to try again; then nothing
 * was written.
 */
export interface Database {
  readonly kind: 'sqlite' | 'postgres';
  /** For reading only; what it reads is committed. */
  readonly reader: Kysely<Tables>;
  /** Writes all or nothing, and resolves when it is durable. The work may be run again, so it touches nothing else. */
  write<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T>;
  /**
   * The quick way for turns: runs the first statement and, only if it changed a row, the others with it, all or
   * nothing, committed together with whatever else has come in by then. Resolves when durable, with the rows that
   * the first one changed. Statements are compiled once, so they cost no query building.
   */
  append(first: Statement, ...others: readonly Statement[]): Promise<number>;
  /** Writes, or requests for a connection, that wait at this moment. */
  readonly waiting: number;
  /** Whether it answers and can be written to. */
  check(): Promise<void>;
  close(): Promise<void>;
}
