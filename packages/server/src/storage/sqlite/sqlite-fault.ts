import type { StorageFault } from '../storage-error.ts';
import { StorageError } from '../storage-error.ts';

/** Primary result codes of SQLite: https://www.sqlite.org/rescode.html. */
const FAULTS: Readonly<Record<number, StorageFault>> = {
  5: 'storage-busy', // SQLITE_BUSY
  6: 'storage-busy', // SQLITE_LOCKED
  8: 'storage-read-only', // SQLITE_READONLY
  11: 'storage-corrupt', // SQLITE_CORRUPT
  13: 'storage-full', // SQLITE_FULL
  14: 'storage-failed', // SQLITE_CANTOPEN
  15: 'storage-busy', // SQLITE_PROTOCOL: another process recovers the file
  26: 'storage-corrupt', // SQLITE_NOTADB
};

/** A statement broke a rule of its table: the fault of whoever wrote it, not of the storage. */
const CONSTRAINT = 19;

/** What SQLite threw as a `StorageError`; a broken constraint and what SQLite did not throw stay as they are. */
export function sqliteFault(error: unknown): unknown {
  const code = resultCode(error);
  if (code === undefined || code === CONSTRAINT) return error;
  return new StorageError(FAULTS[code] ?? 'storage-failed', error);
}

/** The primary result code: the low byte of the extended one. */
function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode & 0xff;
  return 'code' in error && error.code === 'ERR_SQLITE_ERROR' ? BY_MESSAGE.get(error.message) : undefined;
}

/** What SQLite says of a fault, by result code; the library leaves the code out where several rows are read. */
const BY_MESSAGE: ReadonlyMap<string, number> = new Map([
  ['database is locked', 5],
  ['database table is locked', 6],
  ['out of memory', 7],
  ['attempt to write a readonly database', 8],
  ['disk I/O error', 10],
  ['database disk image is malformed', 11],
  ['database or disk is full', 13],
  ['unable to open database file', 14],
  ['locking protocol', 15],
  ['file is not a database', 26],
]);
