import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from './storage/open-database.ts';
import { damageTable } from './test-support/damage-table.ts';
import { usePostgres } from './test-support/postgres.ts';
import { publishedKnowledge } from './test-support/published-knowledge.ts';
import type { Ended } from './test-support/run-to-end.ts';
import { runToEnd } from './test-support/run-to-end.ts';

/** A process of its own takes a while, and one that waits for its database half a minute more. */
const PATIENCE = 150_000;

/** Root may read and write everything; without this one capability it may only what the rights say. */
const AS_RIGHTS_SAY =
  process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search', '--'] : [];
const rightsCount = AS_RIGHTS_SAY.length === 0 || spawnSync('setpriv', ['--version']).status === 0;

const folder = mkdtempSync(join(tmpdir(), 'onetrip-faults-'));
const knowledge = join(folder, 'knowledge.json');
let count = 0;

beforeAll(() => {
  writeFileSync(knowledge, publishedKnowledge('示例厅'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** An empty folder of a test's own. */
function newFolder(): string {
  count += 1;
  const path = join(folder, String(count));
  mkdirSync(path);
  return path;
}

/** Starts a server that cannot start; every one says what and what to do in two languages, and nothing else. */
async function refused(env: Readonly<Record<string, string>>, within?: readonly string[]): Promise<Ended> {
  const ended = await runToEnd({ KNOWLEDGE: knowledge, ...env }, within);
  expect(ended.errors).not.toMatch(/\n\s+at |Error:|node:/);
  expect(ended.errors).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*。\n[A-Z][^\u4e00-\u9fff\n]*\.\n(?: {2}\S+\n)?$/);
  expect(ended.code).toBe(1);
  return ended;
}

describe.concurrent('a server whose file cannot be used', { timeout: PATIENCE }, () => {
  test('because it is a folder says so much and names it', async () => {
    const path = newFolder();
    const { errors } = await refused({ DATABASE: path });
    expect(errors).toContain('数据库打不开');
    expect(errors).toContain(`\n  ${path}\n`);
    expect(readdirSync(path)).toEqual([]);
  });

  test('because it is no database says to restore it, and leaves it as it is', async () => {
    const path = join(newFolder(), 'onetrip.db');
    const text = 'not a database at all, but long enough to look like one'.repeat(100);
    writeFileSync(path, text);
    expect((await refused({ DATABASE: path })).errors).toContain('请从备份恢复');
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(readdirSync(join(path, '..'))).toEqual(['onetrip.db']);
  });

  test('because its folder is a file says to look at DATABASE', async () => {
    const path = join(newFolder(), 'file');
    writeFileSync(path, '');
    expect((await refused({ DATABASE: join(path, 'onetrip.db') })).errors).toContain('Check DATABASE');
  });

  test.skipIf(!rightsCount)('because it may not be read says to look at the rights', async () => {
    const path = await madeDatabase();
    chmodSync(path, 0o000);
    const before = readdirSync(join(path, '..'));
    expect((await refused({ DATABASE: path }, AS_RIGHTS_SAY)).errors).toMatch(/请检查.*权限/);
    const after = readdirSync(join(path, '..'));
    // Nothing may come, and the file may not go; what the test left beside it goes when its connection is collected.
    expect(before).toEqual(expect.arrayContaining(after));
    expect(after).toContain(basename(path));
  });

  test.skipIf(!rightsCount)('because it may not be written says that it is read-only', async () => {
    const path = await madeDatabase();
    chmodSync(path, 0o444);
    expect((await refused({ DATABASE: path }, AS_RIGHTS_SAY)).errors).toMatch(/数据库只读.*权限/);
  });

  test.skipIf(!rightsCount)(
    'because its folder may not be written says to look at the rights, and makes nothing',
    async () => {
      const path = newFolder();
      chmodSync(path, 0o555);
      for (const file of [join(path, 'onetrip.db'), join(path, 'data', 'onetrip.db')]) {
        expect((await refused({ DATABASE: file }, AS_RIGHTS_SAY)).errors).toMatch(/请检查.*权限/);
      }
      expect(readdirSync(path)).toEqual([]);
    },
  );

  test.each(['knowledge_versions', 'accounts'])(
    'because its table %s is damaged says to restore it, although it could be opened',
    async (table) => {
      const path = await madeDatabase();
      damageTable(path, table);
      expect((await refused({ DATABASE: path })).errors).toContain('请从备份恢复');
    },
  );
});

describe.concurrent('a server whose knowledge cannot be used', { timeout: PATIENCE }, () => {
  const faults: readonly [what: string, spoil: (path: string) => void, said: string][] = [
    ['is a folder', (path) => mkdirSync(path), '找不到知识文件'],
    ['is empty', (path) => writeFileSync(path, ''), '读不懂知识文件'],
    ['is torn', (path) => writeFileSync(path, publishedKnowledge('示例厅').slice(0, 5000)), '读不懂知识文件'],
    ['was changed', (path) => writeFileSync(path, publishedKnowledge('示例厅').replace('示例厅', '别的厅')), '对不上'],
    ['is not there', () => undefined, '找不到知识文件'],
  ];

  test.each(faults)('because it %s says so, and makes no database', async (_what, spoil, said) => {
    const path = newFolder();
    const file = join(path, 'knowledge.json');
    spoil(file);
    const before = readdirSync(path);
    const { errors } = await refused({ KNOWLEDGE: file, DATABASE: join(path, 'data', 'onetrip.db') });
    expect(errors).toContain(said);
    expect(readdirSync(path)).toEqual(before);
  });

  test.skipIf(!rightsCount)('because it may not be read says where it looked, and makes no database', async () => {
    const path = newFolder();
    const file = join(path, 'knowledge.json');
    writeFileSync(file, publishedKnowledge('示例厅'));
    chmodSync(file, 0o000);
    const { errors } = await refused({ KNOWLEDGE: file, DATABASE: join(path, 'onetrip.db') }, AS_RIGHTS_SAY);
    expect(errors).toContain(file);
    expect(readdirSync(path)).toEqual(['knowledge.json']);
  });
});

describe.concurrent('a server whose PostgreSQL cannot be used', { timeout: PATIENCE }, () => {
  const server = usePostgres();

  test('because nobody answers tries again for a while, and then says where, without the password', async () => {
    const { errors, printed } = await refused({ DATABASE_URL: 'postgres://onetrip:secret@127.0.0.1:9/onetrip' });
    expect(printed).toContain('Waiting for the database');
    expect(errors).toContain('连不上数据库');
    expect(errors).toContain('postgres://127.0.0.1:9/onetrip');
    expect(errors).not.toContain('secret');
  });

  test('because no name server knows it is one of those that are tried again', async () => {
    const opening = openDatabase('postgres://onetrip:secret@nowhere.invalid/onetrip');
    await expect(opening).rejects.toMatchObject({ code: 'storage-unreachable' });
  });

  test('because there is no such database, the password is wrong or missing, or the user may not write says so at once', async () => {
    const address = new URL(await server.newDatabase());
    await asOwner(address, "create role reader login password 'secret'");
    const wrong = { pathname: '/nothing', password: 'wrong', username: 'reader' };
    for (const [part, value] of Object.entries(wrong)) {
      const spoilt = new URL(address);
      Object.assign(spoilt, { [part]: value }, part === 'username' && { password: 'secret' });
      const { errors, printed } = await refused({ DATABASE_URL: spoilt.href });
      expect(errors, part).toContain('数据库打不开');
      expect(printed, part).toBe('');
    }
    const silent = new URL(address);
    silent.password = '';
    expect((await refused({ DATABASE_URL: silent.href })).errors).toContain('数据库打不开');
  });

  test('because it cannot be spoken to in secret says so at once', async () => {
    const { errors } = await refused({ DATABASE_URL: `${await server.newDatabase()}?sslmode=verify-full` });
    expect(errors).toContain('数据库打不开');
  });
});

/** A database with all its tables, closed. */
async function madeDatabase(): Promise<string> {
  const path = join(newFolder(), 'onetrip.db');
  await (await openDatabase(path)).close();
  return path;
}

async function asOwner(address: URL, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  await client.query(statement);
  await client.end();
}
