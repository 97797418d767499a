/** SQLite's primary result code for a broken constraint; the low byte of the extended one. */
const SQLITE_CONSTRAINT = 19;

/** PostgreSQL's SQLSTATE for a value that must be unique and is not. */
const UNIQUE_VIOLATION = '23505';

/** Whether a write failed because something unique was there already; both databases say it in their own way. */
export function isTaken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error && typeof error.errcode === 'number') return (error.errcode & 0xff) === SQLITE_CONSTRAINT;
  return 'code' in error && error.code === UNIQUE_VIOLATION;
}
