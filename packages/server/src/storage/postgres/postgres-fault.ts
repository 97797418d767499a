import type { StorageFault } from '../storage-error.ts';
import { StorageError } from '../storage-error.ts';

/** By SQLSTATE or the start of it: https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const BY_STATE: readonly (readonly [string, StorageFault])[] = [
  ['08', 'storage-unreachable'], // connection exceptions
  ['57P0', 'storage-unreachable'], // shut down, crashed, starting up
  ['57014', 'storage-busy'], // took too long
  ['53100', 'storage-full'],
  ['53300', 'storage-busy'], // too many connections
  ['53', 'storage-busy'], // out of some other resource
  ['25006', 'storage-read-only'],
  ['28', 'storage-failed'], // wrong user or password
  ['3D', 'storage-failed'], // no such database
  ['42501', 'storage-failed'], // not allowed
  ['40', 'storage-busy'], // serialization failure, deadlock
  ['55P03', 'storage-busy'], // lock not available
  ['58', 'storage-failed'], // error outside PostgreSQL, an I/O error among them
  ['XX001', 'storage-corrupt'],
  ['XX002', 'storage-corrupt'],
  ['XX', 'storage-failed'],
];

const BY_SYSTEM: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
]);

/** What node-postgres threw as a `StorageError`; a broken constraint and what it did not throw stay as they are. */
export function postgresFault(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code === undefined) return isLostConnection(error) ? new StorageError('storage-unreachable', error) : error;
  if (BY_SYSTEM.has(code)) return new StorageError('storage-unreachable', error);
  const fault = BY_STATE.find(([start]) => code.startsWith(start))?.[1];
  return fault ? new StorageError(fault, error) : error;
}

/** node-postgres gives these no code. */
function isLostConnection(error: Error): boolean {
  return /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|query read timeout|not queryable/i.test(
    error.message,
  );
}
