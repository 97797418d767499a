import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { Consultations } from './consultations/consultations.ts';
import { randomId } from './ids.ts';
import { oneEngine } from './knowledge/engines.ts';
import { Receipts } from './receipts/receipts.ts';
import type { Database } from './storage/database.ts';
import { openDatabase } from './storage/open-database.ts';
import { giveNotice } from './test-support/give-notice.ts';
import { realEngine } from './test-support/real-engine.ts';
import { temporaryPath } from './test-support/temporary-database.ts';
import { testClock } from './test-support/test-clock.ts';

const BACKUP = fileURLToPath(new URL('backup.ts', import.meta.url));

/** Runs the command as an operator would, in a process of its own. */
async function backup(database: string, ...words: string[]): Promise<{ code: number; said: string }> {
  const env = { ...process.env, DATABASE: database };
  const child = spawn(process.execPath, ['--import', 'tsx', BACKUP, ...words], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
}

function consultationsOf(database: Database): Consultations {
  const engines = oneEngine(realEngine());
  const limits = { mostTurns: 300, mostLive: 1000, companions: [], observe: () => undefined };
  return new Consultations({
    engines,
    database,
    clock: testClock(),
    ids: randomId,
    receipts: new Receipts({ database }),
    ...limits,
  });
}

async function hashesIn(database: Database): Promise<Map<string, string>> {
  const rows = await database.reader.selectFrom('receipts').select(['number', 'hash']).execute();
  return new Map(rows.map(({ number, hash }) => [number, hash]));
}

/** A database with a few notices, closed. */
async function filled(): Promise<string> {
  const path = temporaryPath();
  const database = await openDatabase(path);
  const consultations = consultationsOf(database);
  for (let index = 0; index < 3; index += 1) await giveNotice(consultations);
  await database.close();
  return path;
}

describe('a backup', { timeout: 120_000 }, () => {
  test('made while notices are given holds every notice from before it, and is restored with the same hashes', async () => {
    const path = temporaryPath();
    const database = await openDatabase(path);
    const consultations = consultationsOf(database);
    for (let index = 0; index < 50; index += 1) await giveNotice(consultations);
    const before = await hashesIn(database);
    const running = backup(path, `${path}.copy`);
    let over = false;
    void running.finally(() => (over = true));
    while (!over) await giveNotice(consultations);
    const made = await running;
    expect(made.said).toContain('sound');
    expect(made.code).toBe(0);
    const after = await hashesIn(database);
    await database.close();

    const restored = `${path}.restored`;
    expect(await backup(restored, '--restore', `${path}.copy`)).toMatchObject({ code: 0 });
    const again = await openDatabase(restored);
    const kept = await hashesIn(again);
    expect(after.size).toBeGreaterThan(before.size);
    for (const [number, hash] of before) expect(kept.get(number)).toBe(hash);
    for (const [number, hash] of kept) expect(after.get(number)).toBe(hash);
    const receipts = new Receipts({ database: again });
    for (const number of kept.keys()) expect(await receipts.byNumber(number)).toMatchObject({ number });
    // A server goes on with what was restored.
    await giveNotice(consultationsOf(again));
    await again.close();
  });

  test('never replaces a file that is there, as copy or as database', async () => {
    const path = await filled();
    writeFileSync(`${path}.copy`, 'precious');
    expect(await backup(path, `${path}.copy`)).toMatchObject({ code: 1 });
    expect(readFileSync(`${path}.copy`, 'utf8')).toBe('precious');
    expect((await backup(path, `${path}.second`)).code).toBe(0);
    const refused = await backup(path, '--restore', `${path}.second`);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.said).toContain('已经有了，没有覆盖');
  });

  test('that is damaged, or in which a notice was changed, is refused', async () => {
    const path = await filled();
    expect((await backup(path, `${path}.copy`)).code).toBe(0);
    expect((await backup(path, '--check', `${path}.copy`)).said).toContain('告知单 3 份，摘要全部相符');
    const bytes = readFileSync(`${path}.copy`);
    const changed = bytes.toString('latin1').replaceAll('"eligible"', '"eligibIe"');
    writeFileSync(`${path}.changed`, changed, 'latin1');
    expect((await backup(path, '--check', `${path}.changed`)).said).toContain('摘要对不上');
    writeFileSync(`${path}.torn`, bytes.subarray(0, bytes.length - 5000));
    expect(await backup(`${path}.new`, '--restore', `${path}.torn`)).toMatchObject({ code: 1 });
    expect(existsSync(`${path}.new`)).toBe(false);
  });

  test('of what is not there, and words it does not know, are told with what to do', async () => {
    const path = temporaryPath();
    expect((await backup(path, `${path}.copy`)).said).toContain(`找不到数据库：${path}`);
    expect(existsSync(path)).toBe(false);
    expect((await backup(path)).said).toContain('用法 Usage');
    expect((await backup(path, '--everything')).said).toMatch(/^用法 Usage/);
  });
});
