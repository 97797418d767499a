import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryPath } from '../test-support/temporary-database.ts';
import { openDatabase } from './open-database.ts';

describe('a SQLite file that cannot be used', () => {
  test('because a file stands where its folder should be is a fault of the storage', async () => {
    const path = temporaryPath();
    writeFileSync(path, '');
    await expect(openDatabase(join(path, 'below', 'onetrip.db'))).rejects.toMatchObject({ code: 'storage-failed' });
  });

  test('because it is a folder is a fault of the storage', async () => {
    const path = temporaryPath();
    mkdirSync(path);
    await expect(openDatabase(path)).rejects.toMatchObject({ code: 'storage-failed' });
  });

  test('because it is something else is corrupt, and is left as it was', async () => {
    const path = temporaryPath();
    const letter = 'This is a letter and no database. '.repeat(200);
    writeFileSync(path, letter);
    await expect(openDatabase(path)).rejects.toMatchObject({ code: 'storage-corrupt' });
    expect(readFileSync(path, 'utf8')).toBe(letter);
  });

  test('because its first pages were overwritten is corrupt', async () => {
    const path = temporaryPath();
    await (await openDatabase(path)).close();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xaa, 100, 40_000));
    await expect(openDatabase(path)).rejects.toMatchObject({ code: 'storage-corrupt' });
  });

  test('because a newer server has changed it says so', async () => {
    const path = temporaryPath();
    const database = await openDatabase(path);
    const later = { name: '9999-later', timestamp: '2030-01-01' };
    const sql = 'insert into kysely_migration (name, timestamp) values (?, ?)';
    await database.append({ sql, parameters: [later.name, later.timestamp] });
    await database.close();
    await expect(openDatabase(path)).rejects.toMatchObject({ code: 'storage-newer' });
  });

  test('because no file handle is left is a fault of the storage, however far the opening had come', () => {
    const script = fileURLToPath(new URL('../test-support/open-without-handles.ts', import.meta.url));
    const limited = 'ulimit -n 500; exec "$0" --import tsx "$1" "$2" 14';
    const printed = execFileSync('sh', ['-c', limited, process.execPath, script, temporaryPath()]);
    const outcomes = JSON.parse(printed.toString()) as readonly string[];
    expect([...new Set(outcomes)]).toEqual(['storage-failed', 'open']);
  });
});

test(
  'servers that start at the same moment on a file that is not there yet all start, and what each writes is kept',
  { timeout: 60_000 },
  async () => {
    const script = fileURLToPath(new URL('../test-support/open-when-told.ts', import.meta.url));
    const servers = Array.from({ length: 4 }, () => {
      const stdio = ['pipe', 'pipe', 'inherit'] as const;
      const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: [...stdio] });
      return { input: child.stdin, said: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
    });
    const heard = (): Promise<readonly unknown[]> =>
      Promise.all(servers.map(async ({ said }) => (await said.next()).value as unknown));
    expect(await heard()).toEqual(servers.map(() => 'ready'));
    for (let round = 0; round < 8; round += 1) {
      const path = temporaryPath();
      for (const { input } of servers) input.write(`${path}\n`);
      expect(await heard()).toEqual(servers.map(() => 'kept'));
      const database = await openDatabase(path);
      const found = await database.reader.selectFrom('settings').select('name').execute();
      expect(found.filter(({ name }) => name.startsWith('process'))).toHaveLength(servers.length);
      await database.close();
    }
    for (const { input } of servers) input.end();
  },
);
