import { closeSync, fsyncSync, mkdirSync, openSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
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
  const database = /^postgres(ql)?:\/\//.test(address) ? new PostgresDatabase(address) : await openFile(address);
  try {
    await migrate(database.kind === 'sqlite' ? database.writer : database.reader, database.kind);
    // A file that may only be read opens like any other; better told now than at the first turn.
    await database.append({ sql: `delete from settings where name = ''`, parameters: [] });
    return database;
  } catch (error) {
    // Whoever tries again opens another one.
    await database.close();
    throw error;
  }
}

/** Milliseconds in which servers that start at the same moment are through with a file. */
const PATIENCE = 5000;
const LOOK_EVERY = 20;

async function openFile(path: string): Promise<SqliteDatabase> {
  if (path === IN_MEMORY) return new SqliteDatabase(path);
  makeFolder(dirname(path));
  for (const until = performance.now() + PATIENCE; ; await wait(LOOK_EVERY)) {
    try {
      return new SqliteDatabase(path);
    } catch (error) {
      // SQLite waits for its turn at everything, but not to give a new file its WAL while another one does so.
      if (error instanceof StorageError && error.code === 'storage-busy' && performance.now() < until) continue;
      // Without room for its index, SQLite says no more than that something failed.
      throw isFull(dirname(path)) ? new StorageError('storage-full', error) : error;
    }
  }
}

/** A WAL with its index needs more. */
const LEAST_ROOM = 65_536;

function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < LEAST_ROOM;
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
    const first = mkdirSync(path, { recursive: true });
    if (first !== undefined) keepNames(first, path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new StorageError(FAULTS[code] ?? 'storage-failed', error);
  }
}

/** A folder is there after a power cut only if the one around it was synced; SQLite sees to its own files alone. */
function keepNames(first: string, last: string): void {
  // Windows opens no folder; its file system keeps names in a journal of its own.
  if (process.platform === 'win32') return;
  for (let made = resolve(last); made.length >= resolve(first).length; made = dirname(made)) {
    const around = openSync(dirname(made), 'r');
    try {
      fsyncSync(around);
    } finally {
      closeSync(around);
    }
  }
}
