import { sql } from 'kysely';
import type { Database } from '../../storage/database.ts';

/**
 * From now on a SQLite file overwrites what is deleted with zeros instead of only forgetting where it stands.
 * PostgreSQL frees the space of deleted rows by itself and writes over it in time.
 */
export async function overwriteDeleted(database: Database): Promise<void> {
  if (database.kind === 'sqlite')
    await database.write((transaction) => sql`pragma secure_delete = on`.execute(transaction));
}

/**
 * Empties SQLite's journal, whose older pages still hold what was deleted. Does nothing where another process reads
 * the file at this moment; the next time will do.
 */
export async function emptyJournal(database: Database): Promise<void> {
  if (database.kind !== 'sqlite' || !(await isFile(database))) return;
  // While this write has its turn no other is under way, and it holds no lock itself that could stand in the way.
  await database.write(() => sql`pragma wal_checkpoint(truncate)`.execute(database.reader));
}

/** A database in memory has no journal, and one connection only: a read would wait for the write that waits for it. */
async function isFile({ reader }: Database): Promise<boolean> {
  const { rows } = await sql<{ readonly file: string }>`pragma database_list`.execute(reader);
  return rows.some(({ file }) => file !== '');
}
