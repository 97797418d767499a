import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import type { Database } from './storage/database.ts';
import { openDatabase } from './storage/open-database.ts';
import { asOwner } from './test-support/as-owner.ts';
import { keepLegible } from './test-support/keep-legible.ts';
import { mobiles, residentIds } from './test-support/personal-numbers.ts';
import { usePostgres } from './test-support/postgres.ts';
import { strangeRequests } from './test-support/route-requests.ts';
import type { StrangeRequest } from './test-support/route-requests.ts';
import { SecretFinder } from './test-support/secret-finder.ts';
import { temporaryPath } from './test-support/temporary-database.ts';
import { METRICS_TOKEN, samplesOf, wholeServer } from './test-support/whole-server.ts';

const LONGEST = 600_000;
const EACH_KIND = 500;
const DEAR = 10;
/** What people write freely. */
const FREE = /\.(?:text|words)$/;
const draw = (numbers: fc.Arbitrary<string>): readonly string[] =>
  fc.sample(fc.uniqueArray(numbers, { minLength: EACH_KIND, maxLength: EACH_KIND }), {
    numRuns: 1,
    seed: 20261122,
  })[0] ?? [];
const [ids, phones] = [draw(residentIds), draw(mobiles)];

/** Numbers as people write them, groups and full-width characters and all. */
const WRITTEN = [
  ...['11010519491231002X', '440524188001010014', '440306199003070459', '１１０１０５１９４９１２３１００２Ｘ'],
  ...['110105 19491231 002x', '13800138000', '+86 138-0013-8000', '138 0013 8000', '010-65123456'],
  ...['6222020000000000000', '6228480000000007', '张三 13800138000 身份证号是11010519491231002X'],
];
/** What may be found nowhere: each number as it was written, and bare. */
const SECRETS = new SecretFinder(
  [...ids, ...phones, ...WRITTEN.filter((written) => !written.startsWith('张三'))].flatMap((number) => [
    number,
    number.normalize('NFKC').replace(/\D/g, ''),
  ]),
);

const postgres = usePostgres();

/** Sends every number, four at a time: as many as fit where an id belongs; then tells what was kept and said of it. */
async function sendNumbers(
  database: Database,
  choose: (requests: readonly StrangeRequest[], group: number) => readonly StrangeRequest[],
) {
  const server = await wholeServer(database);
  const reported: string[] = [];
  let sent = 0;
  const send = async (requests: readonly StrangeRequest[]): Promise<void> => {
    for (const { path, init } of requests) {
      const answer = await server.send(path, init);
      sent += 1;
      if (answer.headers.get('Content-Type')?.includes('problem+json')) reported.push(await answer.text());
    }
  };
  // Names of accounts are what a supervisor chose to call a colleague.
  const routes = samplesOf(server.app, server.ids).filter(([, sample]) => !sample.ofStaff);
  for (let at = 0; at < EACH_KIND; at += 2) {
    const said = `${ids[at] ?? ''} ${phones[at] ?? ''},${ids[at + 1] ?? ''},${phones[at + 1] ?? ''}`;
    for (const [route, sample] of routes) {
      if (sample.dear && at % (2 * DEAR) !== 0) continue;
      await send(choose(strangeRequests(route, sample, said), at / 2));
      // An id takes no more than one.
      const inId = [ids[at], phones[at]].map((number = '') =>
        strangeRequests(route, sample, number).find(({ place }) => place.endsWith('.turn')),
      );
      await send(inId.flatMap((request) => request ?? []));
    }
  }
  for (const written of WRITTEN) {
    for (const [route, sample] of routes) {
      await send(strangeRequests(route, sample, written).filter(({ place }) => FREE.test(place)));
    }
  }
  const metrics = await server.send('/metrics', { headers: { Authorization: `Bearer ${METRICS_TOKEN}` } });
  expect(server.lines.length).toBeGreaterThan(500);
  expect(reported.length).toBeGreaterThan(200);
  const said = {
    log: server.lines.join(''),
    faults: JSON.stringify(server.faults),
    metrics: await metrics.text(),
    reported: reported.join(''),
  };
  expect(said.metrics).toContain('onetrip_turns_total');
  return { sent, said };
}

/** How many of the numbers stand in each place. */
function found(places: Readonly<Record<string, string | Buffer>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(places).map(([place, content]) => [place, SECRETS.in(Buffer.from(content)).size]),
  );
}

const NOTHING = { database: 0, log: 0, faults: 0, metrics: 0, reported: 0 };

test(
  'of a thousand personal numbers sent to every route not one is kept, logged, counted or reported',
  { timeout: LONGEST },
  async () => {
    const path = temporaryPath();
    const database = await openDatabase(path);
    onTestFinished(() => database.close());
    const { sent, said } = await sendNumbers(database, (requests, group) =>
      requests.filter(({ place }, own) => own === group % requests.length || FREE.test(place)),
    );
    const files = [path, `${path}-wal`, `${path}-shm`]
      .filter((file) => existsSync(file))
      .map((file) => readFileSync(file));
    const kept = Buffer.concat(files);
    console.log(`${String(sent)} requests, ${String(kept.length)} bytes kept`);
    expect(files.length).toBeGreaterThan(1);
    expect(kept.length).toBeGreaterThan(100_000);
    expect(found({ database: kept, ...said })).toEqual(NOTHING);
    // What was said arrived, and went through the mask.
    expect(kept.includes('***')).toBe(true);
  },
);

test('of the same numbers said freely not one stands in PostgreSQL', { timeout: LONGEST }, async () => {
  const address = await postgres.newDatabase();
  const database = await openDatabase(address);
  onTestFinished(() => database.close());
  await keepLegible(address);
  const { sent, said } = await sendNumbers(database, (requests, group) =>
    requests.filter(({ place }) => FREE.test(place) && (place.includes('/turns') || group % DEAR === 0)),
  );
  const kept = await everyRow(database);
  console.log(`${String(sent)} requests, ${String(kept.length)} characters kept in PostgreSQL`);
  expect(found({ database: kept, ...said })).toEqual(NOTHING);
  expect(kept.includes('***')).toBe(true);
  // Also what was overwritten and deleted, and what the server said of it.
  const files = await inItsFiles(address);
  console.log(`${String(files.bytes)} bytes of files of PostgreSQL`);
  expect(files.bytes).toBeGreaterThan(30_000_000);
  expect(files.found).toEqual({});
  await plant(address);
  expect((await inItsFiles(address)).found).toEqual({ 'data/base': 2, 'data/pg_wal': 2, log: 1 });
});

/** How many of the numbers stand in the files of the whole cluster, once all of it is written down. */
async function inItsFiles(address: string) {
  await asOwner(address, (client) => client.query('checkpoint'));
  return SECRETS.below(postgres.folder);
}

/** Puts two numbers where they would stand if they got through, one of them amid much else, and one into the log. */
async function plant(address: string): Promise<void> {
  await asOwner(address, (client) => client.query('create table planted (words text)'));
  await keepLegible(address);
  await asOwner(address, async (client) => {
    const long = `${'还要户口本。'.repeat(200)}${phones[1] ?? ''}${'还要户口本。'.repeat(200)}`;
    await client.query('insert into planted values ($1), ($2)', [ids[0], long]);
    await client.query('delete from planted');
    await expect(client.query(`select '还要${phones[2] ?? ''}'::integer`)).rejects.toThrow('invalid input');
  });
}

/** Every row of every table as PostgreSQL writes it out, which is what a dump holds. */
async function everyRow({ reader }: Database): Promise<string> {
  const tables = await sql<{ name: string }>`
    select quote_ident(table_name) as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(reader);
  const rows: string[] = [];
  for (const { name } of tables.rows) {
    const all = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(reader);
    rows.push(...all.rows.map(({ row }) => row));
  }
  return rows.join('\n');
}
