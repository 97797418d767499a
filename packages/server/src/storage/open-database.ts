import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from './database.ts';
import { migrate } from './migrations/migrate.ts';
import { PostgresDatabase } from './postgres/postgres-database.ts';
import { IN_MEMORY, SqliteDatabase } from './sqlite/sqlite-database.ts';
import type { StorageFault } from './storage-error.ts';
import { StorageError } from './storage-error.ts';

/**
 * Opens the database that an address names and brings its tables up to date: `postgres://…`, the path of a SQLite
 * file, which is made where it is missing, or `:memory:` for one that ends with the process.
 *
 * @throws {StorageError} when it cannot be opened, or was made by a newer server
 */
export async function openDatabase(address: string): Promise<Database> {
  const database = /^postgres(ql)?:\/\//.test(address) ? new PostgresDatabase(address) : openFile(address);
  try {
    await migrate(database.kind === 'sqlite' ? database.writer : database.reader, database.kind);
    return database;
  } catch (error) {
    // Whoever tries again opens another one.
    await database.close();
    throw error;
  }
}

function openFile(path: string): SqliteDatabase {
  if (path !== IN_MEMORY) makeFolder(dirname(path));
  return new SqliteDatabase(path);
}

/** What the file system says when it refuses, as a fault of the storage. */
const FAULTS: Readonly<Record<string, StorageFault>> = {
  EACCES: 'storage-read-only',
  EPERM: 'storage-read-only',
  EROFS: 'storage-read-only',
  ENOSPC: 'storage-full',
  EDQUOT: 'storage-full',
};

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new StorageError(FAULTS[code] ?? 'storage-failed', error);
  }
}
