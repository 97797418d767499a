import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { CopyFault, CopyReport } from './check-copy.ts';
import { checkCopy } from './check-copy.ts';

/** Why no copy was made; what was there before is as it was. */
export type BackupFault = CopyFault | 'no-database' | 'target-exists' | 'not-written';

/**
 * Copies a SQLite database into a file of its own, as it is at one moment, while a server goes on using it; then reads
 * the copy from end to end. The target appears only when all of it is there and sound.
 */
export function backUp(database: string, target: string): CopyReport | BackupFault {
  if (!existsSync(database)) return 'no-database';
  return appear(target, (part) => {
    const source = new DatabaseSync(database, { timeout: 30_000 });
    try {
      source.prepare('vacuum into ?').run(part);
    } finally {
      source.close();
    }
  });
}

/** Puts a copy where a server will open it; never over a database that is there already. */
export function restore(copy: string, database: string): CopyReport | BackupFault {
  const checked = checkCopy(copy);
  if (typeof checked === 'string') return checked;
  // A journal left behind by another database would be played into this one.
  if (['-wal', '-shm'].some((ending) => existsSync(`${database}${ending}`))) return 'target-exists';
  return appear(database, (part) => {
    copyFileSync(copy, part);
  });
}

function appear(target: string, write: (part: string) => void): CopyReport | BackupFault {
  if (existsSync(target)) return 'target-exists';
  const part = `${target}.part`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    rmSync(part, { force: true });
    write(part);
    sync(part);
    const checked = checkCopy(part);
    if (typeof checked === 'string') rmSync(part);
    else renameSync(part, target);
    return checked;
  } catch {
    rmSync(part, { force: true });
    return 'not-written';
  }
}

/** Waits until a file is on the disk. */
function sync(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}
