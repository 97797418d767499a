import { noticeText } from '@onetrip/engine';
import type { Notice } from '@onetrip/engine';
import { describe, expect, test } from 'vitest';
import { EngineShelf } from '../knowledge/engine-shelf.ts';
import { migrate } from '../storage/migrations/migrate.ts';
import { openDatabase } from '../storage/open-database.ts';
import type { Database } from '../storage/database.ts';
import { SqliteDatabase } from '../storage/sqlite/sqlite-database.ts';
import { usePostgres } from '../test-support/postgres.ts';
import { publishedKnowledge } from '../test-support/published-knowledge.ts';
import { realEngine } from '../test-support/real-engine.ts';
import { receiptHall } from '../test-support/receipt-hall.ts';
import type { SignedIn, Told } from '../test-support/receipt-hall.ts';
import { temporaryPath } from '../test-support/temporary-database.ts';
import { testClock } from '../test-support/test-clock.ts';
import { canonicalJson } from './canonical-json.ts';

const postgres = usePostgres();
const ITEM = 'social-security-card';
const FIRST = publishedKnowledge('第一厅');
const { materials, sources } = realEngine().knowledge;

/** Ten versions. Every other one calls the materials of the notice something else; the others change nothing of it. */
const VERSIONS = Array.from({ length: 10 }, (_, at) => {
  const renamed = materials.map((one) => ({ ...one, name: `${one.name}（新${String(at)}）` }));
  const unused = sources.slice(0, 1).map((one) => ({ ...one, id: `unused-${String(at)}` }));
  return publishedKnowledge('第一厅', at % 2 === 1 ? { materials: renamed } : { sources: [...sources, ...unused] });
});

type Hall = Awaited<ReturnType<typeof receiptHall>>;

describe.each([
  ['a SQLite file', () => temporaryPath(), 1000],
  ['PostgreSQL', () => postgres.newDatabase(), 100],
])('a notice that was told, in %s', { timeout: 300_000 }, (_where, newAddress, reloads) => {
  test('is the same bytes to the citizen and to the clerk through reloads, restarts and migrations', async () => {
    const address = await newAddress();
    let database = await openDatabase(address);
    let shelf = await openShelf(database);
    let hall = await receiptHall({ database, engines: shelf });
    const told = await hall.tell(ITEM);
    const clerk = await hall.signIn();
    const asTold = await look(hall, told, clerk);
    expect(asTold.notice).toBe(canonicalJson(told.reply.notice));

    const changed = new Set<boolean>();
    for (let reload = 1; reload <= reloads; reload += 1) {
      const text = VERSIONS[reload % VERSIONS.length] ?? FIRST;
      expect(await shelf.publish({ text })).toMatchObject({ isNew: true });
      if (reload % 37 !== 0 && reload !== reloads) continue;
      const seen = await look(hall, told, clerk);
      expect({ ...seen, isChanged: false }, `after reload ${String(reload)}`).toEqual(asTold);
      changed.add(seen.isChanged);
    }
    // The rules really were others, half of the time.
    expect(changed).toEqual(new Set([true, false]));

    for (let restart = 1; restart <= 3; restart += 1) {
      await database.close();
      await migrateAgain(address);
      database = await openDatabase(address);
      shelf = await openShelf(database);
      hall = await receiptHall({ database, engines: shelf });
      const seen = await look(hall, told, await hall.signIn());
      expect({ ...seen, isChanged: false }, `after restart ${String(restart)}`).toEqual(asTold);
    }
    await database.close();
  });
});

/** What a notice is to those who read it, down to the byte. */
interface Seen {
  /** Canonical JSON, out of the answer that the clerk's program gets. */
  readonly notice: string;
  /** SHA-256 of it, as that answer says. */
  readonly hash: string;
  /** The sheet on the page, without what only one of the two has: the QR code, the marks of what has changed since. */
  readonly sheet: string;
  readonly plainText: string;
  readonly isChanged: boolean;
}

/** Reads a notice in every form, as the citizen and as the clerk, and holds them against each other. */
async function look(hall: Hall, { link, number }: Told, { headers }: SignedIn): Promise<Seen> {
  const page = await text(hall, link);
  const desk = await text(hall, `/desk/receipts?number=${number}`, headers);
  const answer = await text(hall, `/api/receipts/${number}`, headers);
  const { notice, hash } = JSON.parse(answer) as { readonly notice: Notice; readonly hash: string };
  const bytes = canonicalJson(notice);
  expect(answer).toContain(`"notice":${bytes},`);
  const plainText = await text(hall, `${link}.txt`);
  expect(plainText).toBe(`${noticeText(notice)}\n\nhttps://guide.example.gov.cn${link}\n`);
  expect(sheetOf(desk)).toBe(sheetOf(page));
  return { notice: bytes, hash, sheet: sheetOf(page), plainText, isChanged: desk.includes('class="changed"') };
}

async function text(hall: Hall, path: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await hall.request(path, { headers });
  expect(answer.status, path).toBe(200);
  return answer.text();
}

function sheetOf(page: string): string {
  const sheet = /<article[^]*<div class="signatures"/.exec(page)?.[0] ?? '';
  expect(sheet).not.toBe('');
  return sheet.replaceAll('<li class="changed">', '<li>').replaceAll(/<p class="change-note">[^]*?<\/p>/g, '');
}

async function openShelf(database: Database): Promise<EngineShelf> {
  const shelf = await EngineShelf.open({ database, clock: testClock() }, { text: FIRST, written: 0 });
  if ('code' in shelf) throw new Error(shelf.code);
  return shelf;
}

/** As a server that starts does it, and once more beside it. */
async function migrateAgain(address: string): Promise<void> {
  if (address.startsWith('postgres:')) return (await openDatabase(address)).close();
  const database = new SqliteDatabase(address);
  await migrate(database.writer, 'sqlite');
  await migrate(database.writer, 'sqlite');
  await database.close();
}
