import type { Compilable, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** A query that is ready to be run with other values. */
export type ReadyQuery<Row> = (...values: readonly unknown[]) => Promise<readonly Row[]>;

/**
 * Builds a query once, for the way of a turn: to build it each time takes longer than SQLite takes to answer it.
 *
 * @param query with any values in it; those that it is run with take their places in the same order
 */
export function buildOnce<Row>(reader: Kysely<Tables>, query: Compilable<Row>): ReadyQuery<Row> {
  const built = query.compile();
  return async (...parameters) => (await reader.executeQuery<Row>({ ...built, parameters })).rows;
}
