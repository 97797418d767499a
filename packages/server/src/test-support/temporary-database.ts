import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Database } from '../storage/database.ts';
import { openDatabase } from '../storage/open-database.ts';

/** The path of a SQLite file that is gone when the test is. */
export function temporaryPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return join(folder, 'onetrip.db');
}

/** A SQLite database with all tables in a file of its own, closed and gone when the test is. */
export async function temporaryDatabase(): Promise<Database> {
  const path = temporaryPath();
  const database = await openDatabase(path);
  onTestFinished(() => database.close());
  return database;
}
