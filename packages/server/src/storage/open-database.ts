import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from './database.ts';
import { migrate } from './migrations/migrate.ts';
import { PostgresDatabase } from './postgres/postgres-database.ts';
import { IN_MEMORY, SqliteDatabase } from './sqlite/sqlite-database.ts';

/**
 * Opens the database that an address names and brings its tables up to date: `postgres://…`, the path of a SQLite
 * file, which is made where it is missing, or `:memory:` for one that ends with the process.
 *
 * @throws {StorageError} when it cannot be opened, or was made by a newer server
 */
export async function openDatabase(address: string): Promise<Database> {
  if (/^postgres(ql)?:\/\//.test(address)) {
    const database = new PostgresDatabase(address);
    await migrate(database.reader, 'postgres');
    return database;
  }
  if (address !== IN_MEMORY) mkdirSync(dirname(address), { recursive: true });
  const database = new SqliteDatabase(address);
  await migrate(database.writer, 'sqlite');
  return database;
}
