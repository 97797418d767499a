import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { parseReceiptNumber } from '../../receipts/receipt-number.ts';
import type { ToldSomebody } from '../tell-somebody.ts';
import { tellSomebody } from '../tell-somebody.ts';
import type { Person, Request, WatchedServer } from '../watched-server.ts';
import { METRICS_TOKEN } from '../watched-server.ts';
import { askedMaterial, SEVERAL } from './citizens.ts';

const PAGE = { Accept: 'text/html' };
/** Wrong numbers of receipts that one clerk may type. */
const MOST_MISSES = 20;
const LONG = '长'.repeat(501);

/** The log, read in pages, before and after somebody has changed it. */
export async function audit({ ask, database }: WatchedServer, by: Person): Promise<void> {
  const rows = (await (await ask({ path: '/api/audit', by })).json()) as { readonly more?: number };
  await ask({ path: `/api/audit?after=${String(rows.more ?? 1)}`, by });
  await ask({ path: '/audit?after=1', by, headers: PAGE });
  await ask({ path: '/api/audit/verification', by });
  await database.write(async (transaction) => {
    await sql`drop trigger audit_no_update`.execute(transaction);
    await sql`update audit set actor = 'nobody' where seq = 2`.execute(transaction);
  });
  await ask({ path: '/api/audit/verification', by });
  await ask({ path: '/audit', form: { seq: '1', hash: '0'.repeat(64) }, by });
}

/** The window: notices by their number, whole, changed, of another day, unknown, and guessed at. */
export async function desk(server: WatchedServer, damage: (number: string) => Promise<void>): Promise<void> {
  const { ask, person } = server;
  const by = await person({ role: 'clerk' });
  const damaged = await tellSomebody(server);
  await damage(damaged.number);
  const [told, several] = [await tellSomebody(server), await tellSomebody(server, ...SEVERAL)];
  for (const number of [told.number, several.number, damaged.number, '123', unusedNumber(0)]) {
    await ask({ path: `/api/receipts/${number}`, by });
    await ask({ path: `/desk/receipts?number=${number}`, by, headers: PAGE });
  }
  await ask({ path: '/desk/receipts', by, headers: PAGE });
  for (let tried = 0; tried <= MOST_MISSES; tried += 1) await ask({ path: `/api/receipts/${unusedNumber(tried)}`, by });
  await ask({ path: `/desk/receipts?number=${unusedNumber(1)}`, by, headers: PAGE });
  const report = { kind: 'surprise', number: unusedNumber(2), words: '还要照片' };
  await ask({ path: '/api/ledger', json: report, by });
  await ask({ path: '/ledger', form: report, by });
}

/** The same notice under rules of another day. */
export async function deskLater(server: WatchedServer, later: WatchedServer): Promise<void> {
  const by = await server.person({ role: 'clerk' });
  for (const item of ['social-security-card', 'temporary-id-card']) {
    const { number } = await tellSomebody(server, item);
    await later.ask({ path: `/api/receipts/${number}`, by });
  }
}

/** Twelve digits with a right last one, that no notice has. */
function unusedNumber(count: number): string {
  const digits = createHash('sha256').update(String(count)).digest('hex').replace(/\D/g, '').slice(0, 11);
  for (let last = 0; last < 10; last += 1) {
    const number = `${digits}${String(last)}`;
    if (parseReceiptNumber(number) !== undefined) return number;
  }
  throw new Error('No last digit fits.');
}

/** The ledger, from the first report to its settlement, and everything that is refused on the way. */
export async function ledger(server: WatchedServer, by: Person): Promise<void> {
  const { ask, rooms } = server;
  const told = await tellSomebody(server);
  const id = await reportAtDesk(server, told, by);
  const path = `/api/ledger/entries/${id}/changes`;
  const { version } = rooms.engines.current.knowledge;
  const steps: readonly object[] = [
    { seq: 1, state: 'resolved', resolution: '改了' },
    { seq: 1, state: 'working', alike: true, note: '在查' },
    { seq: 1, note: '再查' },
    { seq: 2, due: '2026-12-30', note: '等省里' },
    { seq: 3, note: LONG },
    { seq: 3, state: 'resolved' },
    { seq: 3, state: 'resolved', resolution: '改了', resolvedBy: version },
  ];
  for (const json of steps) await ask({ path, json, by });
  await ask({ path: '/api/ledger/entries/nothing/changes', json: { seq: 1, note: '在查' }, by });
  for (const one of [id, 'nothing']) {
    await ask({ path: `/api/ledger/entries/${one}`, by });
    await ask({ path: `/ledger/${one}`, by, headers: PAGE });
    await ask({ path: `/ledger/${one}`, form: { seq: '1', note: '在查' }, by });
  }
  for (const query of ['', '?limit=1', '?state=all', '?state=wrong']) {
    await ask({ path: `/api/ledger${query}`, by });
    await ask({ path: `/api/ledger/groups${query}`, by });
    await ask({ path: `/ledger${query}`, by, headers: PAGE });
  }
  await sayTheSame(server, by);
  await tooManyAtDesk(server, by);
}

/** Of two who say the same, the page of one offers to take the other along. */
async function sayTheSame(server: WatchedServer, by: Person): Promise<void> {
  for (let count = 0; count < 2; count += 1) {
    const { number } = await tellSomebody(server);
    const form = { kind: 'surprise', number, words: '还要介绍信' };
    const taken = await server.ask({ path: '/ledger', form, by });
    await server.ask({ path: taken.headers.get('Location') ?? '', by, headers: PAGE });
  }
}

async function reportAtDesk({ ask }: WatchedServer, told: ToldSomebody, by: Person): Promise<string> {
  const { number } = told;
  const surprise = { kind: 'surprise', number, words: '还要照片', why: '说是规定' };
  const kept = await ask({ path: '/api/ledger', json: surprise, by });
  const refused: readonly object[] = [
    surprise,
    { kind: 'surprise', number, material: askedMaterial(told) },
    { kind: 'surprise', number: '123', words: '还要照片' },
    { kind: 'surprise', number: unusedNumber(3), words: '还要照片' },
    { kind: 'complaint', words: LONG },
    { kind: 'complaint', words: '。' },
    { kind: 'complaint', words: '排队太久' },
  ];
  for (const json of refused) await ask({ path: '/api/ledger', json, by });
  await ask({ path: '/ledger', form: { kind: 'complaint', words: '排队太久' }, by });
  await ask({ path: '/ledger', form: { kind: 'surprise', number: unusedNumber(3), words: '还要照片' }, by });
  await ask({ path: '/ledger', form: { kind: 'complaint', number: '123', words: '排队太久' }, by });
  const taken = await ask({ path: '/ledger', form: { kind: 'complaint', words: '还是太久' }, by });
  const id = taken.headers.get('Location')?.split(/[/?]/)[2] ?? '';
  await ask({ path: `/ledger/${id}`, form: { seq: '1', state: 'working' }, by });
  return ((await kept.json()) as { readonly entry: { readonly id: string } }).entry.id;
}

async function tooManyAtDesk(server: WatchedServer, by: Person): Promise<void> {
  const { number } = await tellSomebody(server);
  for (let count = 0; count <= 20; count += 1) {
    const json = { kind: 'complaint', number, words: `第${String(count)}次` };
    await server.ask({ path: '/api/ledger', json, by });
  }
  await server.ask({ path: '/ledger', form: { kind: 'complaint', number, words: '最后一次' }, by });
}

/** Tables as files, also when there is too much for one. */
export async function exports({ ask, database }: WatchedServer, by: Person): Promise<void> {
  const tables = ['/api/ledger/export', '/api/ratings/export'];
  const all = async (): Promise<void> => {
    for (const path of tables) {
      for (const format of ['csv', 'xlsx', 'pdf']) await ask({ path: `${path}?format=${format}`, by });
    }
  };
  await all();
  await database.write(async (transaction) => {
    const many = sql`with recursive many(n) as (select 1 union all select n + 1 from many where n < 10001)`;
    await sql`insert into ratings (receipt, level, reasons, words, region, at)
      ${many} select 'many-' || n, 5, '[]', '', 'demo-city', 0 from many`.execute(transaction);
    await sql`insert into ledger (id, kind, region, subject, knowledge, words, detail, state, due, opened)
      ${many} select 'many-' || n, 'complaint', 'demo-city', 'many', 'v', '', '{}', 'open', '2026-12-11', 0 from many`.execute(
      transaction,
    );
  });
  await all();
}

/** What operators look at. */
export async function operation({ ask, readiness }: WatchedServer): Promise<void> {
  const paths = ['/healthz', '/readyz', '/api/openapi.json', '/docs', '/metrics'];
  for (const path of paths) await ask({ path, headers: { Authorization: `Bearer ${METRICS_TOKEN}` } });
  const knowledge: Request = { path: '/knowledge.json' };
  const tag = (await ask(knowledge)).headers.get('ETag') ?? '';
  await ask({ ...knowledge, headers: { 'If-None-Match': tag } });
  await ask({ path: '/api/items/passport' });
  await ask({ path: '/api/items/nothing' });
  readiness.stop();
  await ask({ path: '/readyz' });
}
