import { mkdtempSync, readFileSync, rmSync, truncateSync, statSync, renameSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { AuditLog } from './audit/audit-log.ts';
import type { Database } from './storage/database.ts';
import { openDatabase } from './storage/open-database.ts';
import type { InstalledPostgres } from './test-support/installed-postgres.ts';
import { findInstalledPostgres, runLine, startInstalledPostgres } from './test-support/installed-postgres.ts';
import type { Told } from './test-support/receipt-hall.ts';
import { receiptHall } from './test-support/receipt-hall.ts';
import { testClock } from './test-support/test-clock.ts';

const PATIENCE = 180_000;
const ITEMS = ['resident-id-card', 'passport', 'social-security-card', 'temporary-id-card'];
/** Named so in the commands of the document. */
const RESTORED = 'onetrip_restored';

/** The document that operators follow; its own lines are what is run here. */
const DOCUMENT = readFileSync(new URL('../../../docs/deploying.md', import.meta.url), 'utf8');

/** The indented lines of the document that run a command. */
function linesWith(command: string): readonly string[] {
  return DOCUMENT.split('\n').flatMap((line) => (line.startsWith(`    ${command} `) ? [line.trim()] : []));
}

const bin = findInstalledPostgres();
if (bin === undefined) console.log('There is no PostgreSQL with pg_dump here, so nothing is restored from a dump.');

describe.skipIf(bin === undefined)('a dump of PostgreSQL, made and restored line by line as the document says', () => {
  let server: InstalledPostgres;
  let folder: string;

  beforeAll(async () => {
    server = await startInstalledPostgres(bin ?? '');
  }, PATIENCE);

  afterAll(() => {
    server.end();
  }, PATIENCE);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onetrip-restore-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const urlOf = (name: string): string => server.adminUrl.replace(/postgres$/, name);

  /** Runs every line of the document with this command; there is one. */
  function asDocumented(command: string, database: string) {
    const [line = '', ...others] = linesWith(command);
    expect(others).toEqual([]);
    return runLine(line, server, { DATABASE_URL: urlOf(database), ADMIN_URL: server.adminUrl }, folder);
  }

  async function opened(name: string): Promise<Database> {
    const database = await openDatabase(urlOf(name));
    onTestFinished(() => database.close());
    return database;
  }

  async function newDatabase(name: string): Promise<void> {
    expect(
      runLine(`createdb --maintenance-db="$ADMIN_URL" ${name}`, server, { ADMIN_URL: server.adminUrl }, folder).code,
    ).toBe(0);
  }

  /** The dump, under the name that the document restores it by. */
  function dumped(database: string): string {
    expect(asDocumented('pg_dump', database)).toEqual({ code: 0, said: '' });
    const [made = ''] = readdirSync(folder).filter((name) => name.endsWith('.dump'));
    const wanted = /onetrip-[\d-]+\.dump/.exec(linesWith('pg_restore')[0] ?? '')?.[0] ?? '';
    renameSync(join(folder, made), join(folder, wanted));
    return join(folder, wanted);
  }

  test(
    'gives back every notice with its hash, every turn and the whole audit log, and a server goes on with it',
    { timeout: PATIENCE },
    async () => {
      await newDatabase('onetrip');
      const before = await receiptHall({ database: await opened('onetrip') });
      const told: Told[] = [];
      for (const item of [...ITEMS, ...ITEMS, ...ITEMS]) told.push(await before.tell(item));
      const { headers } = await before.signIn();
      const pages = await Promise.all(told.map(async ({ link }) => (await before.request(`${link}.txt`)).text()));
      for (const { number } of told) await before.request(`/api/receipts/${number}`, { headers });
      const kept = await contentOf(before.database);

      dumped('onetrip');
      expect(asDocumented('createdb', RESTORED)).toEqual({ code: 0, said: '' });
      expect(asDocumented('pg_restore', RESTORED)).toEqual({ code: 0, said: '' });
      expect(asDocumented('psql', RESTORED)).toMatchObject({ code: 0 });

      const restored = await opened(RESTORED);
      expect(await contentOf(restored)).toEqual(kept);
      expect(await new AuditLog({ database: restored, clock: testClock() }).verify()).toMatchObject({ intact: true });
      const after = await receiptHall({ database: restored });
      for (const [place, { link, number, consultation, reply }] of told.entries()) {
        expect(await (await after.request(`${link}.txt`)).text()).toBe(pages[place]);
        const read = await after.request(`/api/receipts/${number}`, { headers });
        expect(await read.json()).toMatchObject({
          intact: true,
          number,
          hash: kept.hashes[number],
          notice: reply.notice,
        });
        expect((await after.turn(consultation, 'after', { kind: 'repeat' })).json.reply).toEqual(reply);
      }
      expect(Object.keys(kept.hashes)).toHaveLength(told.length);
      await expect(sql`update receipts set hash = ''`.execute(restored.reader)).rejects.toThrow();
      expect((await after.tell('passport')).reply.kind).toBe('notice');
    },
  );

  test('that did not arrive whole leaves nothing behind', { timeout: PATIENCE }, async () => {
    await newDatabase('torn');
    await (await receiptHall({ database: await opened('torn') })).tell('passport');
    const file = dumped('torn');
    // Behind the list of tables, among their rows: without all-or-nothing, half of it would be there.
    truncateSync(file, statSync(file).size - 1000);
    await newDatabase('empty');
    const restore = asDocumented('pg_restore', 'empty');
    expect(restore.code).not.toBe(0);
    const tables = runLine(
      'psql --tuples-only --command="\\dt" "$DATABASE_URL"',
      server,
      { DATABASE_URL: urlOf('empty') },
      folder,
    );
    expect(tables.said).toMatch(/Did not find any relations|^\s*$/);
  });
});

interface Content {
  readonly hashes: Readonly<Record<string, string>>;
  readonly turns: readonly object[];
  readonly audit: readonly object[];
}

async function contentOf({ reader }: Database): Promise<Content> {
  const receipts = await reader.selectFrom('receipts').select(['number', 'hash']).orderBy('number').execute();
  return {
    hashes: Object.fromEntries(receipts.map(({ number, hash }) => [number, hash])),
    turns: await reader.selectFrom('turns').selectAll().orderBy('consultation').orderBy('seq').execute(),
    audit: await reader.selectFrom('audit').selectAll().orderBy('seq').execute(),
  };
}
