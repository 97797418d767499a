import { SqliteConnection } from '../storage/sqlite/sqlite-connection.ts';

/** What SQLite finds wrong with a file: `ok`, or the first faults. */
export function quickCheck(path: string): string {
  const connection = new SqliteConnection(path, { forReading: true });
  const found = connection.prepare('PRAGMA quick_check').all([]) as { readonly quick_check: string }[];
  connection.close();
  return found.map(({ quick_check: line }) => line).join('\n');
}
