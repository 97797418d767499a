import type { Kysely, Migration } from 'kysely';
import { Migrator, sql } from 'kysely';
import { StorageError } from '../storage-error.ts';
import type { Tables } from '../tables.ts';
import { catalogueMigration } from './catalogue.ts';
import { firstMigration } from './first.ts';

/** Every step from an empty database to today's tables. A step that was released is never changed. */
export function migrations(kind: 'sqlite' | 'postgres'): Readonly<Record<string, Migration>> {
  const first = { '0001-first': firstMigration(kind) };
  return kind === 'sqlite' ? first : { ...first, '0002-catalogue': catalogueMigration };
}

/**
 * Brings the tables up to date, whole or not at all, also when the power is cut in the middle; several processes may try
 * at once.
 *
 * @throws {StorageError} `storage-newer` when a newer server has already changed the tables
 */
export async function migrate(writer: Kysely<Tables>, kind: 'sqlite' | 'postgres'): Promise<void> {
  if (kind === 'postgres') return migrateAll(writer, kind);
  // Kysely commits each statement for itself where it knows SQLite: half of the tables would keep the server from ever
  // starting again. Immediate, so that who comes second waits for its turn before it looks.
  await writer.connection().execute(async (connection) => {
    await sql`begin immediate`.execute(connection);
    try {
      await migrateAll(connection, kind);
      await sql`commit`.execute(connection);
    } catch (error) {
      await sql`rollback`.execute(connection);
      throw error;
    }
  });
}

async function migrateAll(writer: Kysely<Tables>, kind: 'sqlite' | 'postgres'): Promise<void> {
  const known = migrations(kind);
  const migrator = new Migrator({ db: writer, provider: { getMigrations: () => Promise.resolve({ ...known }) } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && /previously executed migration [\w-]+ is missing/.test(error.message)) {
    throw new StorageError('storage-newer', error);
  }
  throw error instanceof Error ? error : new Error('The tables could not be brought up to date.', { cause: error });
}
