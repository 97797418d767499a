import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { AuditLog } from '../../audit/audit-log.ts';
import type { Database } from '../../storage/database.ts';
import { openDatabase } from '../../storage/open-database.ts';
import type { Tables } from '../../storage/tables.ts';
import { usePostgres } from '../../test-support/postgres.ts';
import { temporaryPath } from '../../test-support/temporary-database.ts';
import { testClock } from '../../test-support/test-clock.ts';
import { RetentionJob } from './retention-job.ts';

const postgres = usePostgres();

const DAY = 24 * 60 * 60 * 1000;

/** Stands in every text of every row, so that it can be looked for in the bytes of a file. */
const CANARY = 'canary-4820-1935';

/** Tables that hold what citizens said, were told or thought. */
const CITIZENS: readonly (keyof Tables)[] = [
  'consultations',
  'turns',
  'receipts',
  'ratings',
  'ledger',
  'ledger_history',
  'handovers',
  'erasures',
  'misses',
];

/** Keeps one consultation with all that can come of it, as if it had happened now. */
async function keepCase(database: Database, name: string, at: number): Promise<void> {
  const id = `${CANARY}-${name}`;
  const knowledge = '00e5417ff29e';
  const under = { knowledge, engine: '0.1.0', region: 'demo-city' };
  const entry = {
    kind: 'surprise',
    hall: null,
    receipt: id,
    consultation: id,
    item: null,
    subject: '',
    knowledge,
  } as const;
  const closing = { state: 'resolved', owner: null, due: '2026-12-01', resolution: CANARY, resolved_by: null } as const;
  await database.write(async (t) => {
    await t
      .insertInto('consultations')
      .values({ id, ...under, channel: 'web', begun: CANARY, opened: at })
      .execute();
    for (const seq of [1, 2, 3]) {
      const turn = {
        consultation: id,
        seq,
        turn: `t${String(seq)}`,
        knowledge,
        input: `${CANARY} 身份证`,
        answer: CANARY.repeat(300),
        reply: null,
        receipt: null,
        at,
      };
      await t.insertInto('turns').values(turn).execute();
    }
    const receipt = {
      number: id,
      token: id,
      consultation: id,
      seq: 3,
      day: '2026-11-22',
      issued: at,
      notice: CANARY,
      hash: CANARY,
    };
    await t
      .insertInto('receipts')
      .values({ ...receipt, ...under })
      .execute();
    await t
      .insertInto('ratings')
      .values({ receipt: id, level: 5, reasons: '[]', words: CANARY, region: 'demo-city', at })
      .execute();
    await t
      .insertInto('ledger')
      .values({
        id,
        region: 'demo-city',
        ...entry,
        words: CANARY,
        detail: JSON.stringify({ words: CANARY }),
        ...closing,
        opened: at,
        closed: at,
      })
      .execute();
    await t
      .insertInto('ledger_history')
      .values({ entry: id, seq: 1, at, by: 'citizen', change: JSON.stringify({ note: CANARY }) })
      .execute();
    await t
      .insertInto('handovers')
      .values({ code: id.slice(-6), consultation: id, expires: at + 600_000 })
      .execute();
    await t.insertInto('misses').values({ scope: 'receipt', key: id, at }).execute();
  });
}

async function rowsOf(database: Database): Promise<Record<string, number>> {
  const counts = CITIZENS.map(async (table) => {
    const rows = await database.reader.selectFrom(table).selectAll().execute();
    return [table, rows.length] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

const NOTHING = Object.fromEntries(CITIZENS.map((table) => [table, 0]));

describe.each(['sqlite', 'postgres'] as const)('what was kept long enough, in %s,', (kind) => {
  async function opened() {
    const database = await openDatabase(kind === 'sqlite' ? temporaryPath() : await postgres.newDatabase());
    const clock = testClock();
    return { database, clock, job: new RetentionJob({ database, clock, days: 180 }) };
  }

  test('is all there on day 180, and on day 181 not one row in any table', async () => {
    const { database, clock, job } = await opened();
    for (let index = 0; index < 3; index += 1) await keepCase(database, String(index), clock.now());
    clock.pass(180 * DAY);
    expect(await job.run()).toMatchObject({ consultations: 0, receipts: 0, ledger: 0, ratings: 0 });
    expect(await rowsOf(database)).toMatchObject({ consultations: 3, turns: 9, receipts: 3, ratings: 3, ledger: 3 });
    clock.pass(DAY);
    expect(await job.run()).toEqual({ consultations: 3, receipts: 3, ledger: 3, ratings: 3 });
    expect(await rowsOf(database)).toEqual(NOTHING);
    await database.close();
  });

  test('goes and what is newer stays, also of a trouble that nobody has settled', async () => {
    const { database, clock, job } = await opened();
    await keepCase(database, 'old', clock.now());
    await keepCase(database, 'open', clock.now());
    await database.write((t) =>
      t.updateTable('ledger').set({ state: 'open', closed: null }).where('id', '=', `${CANARY}-open`).execute(),
    );
    clock.pass(100 * DAY);
    await keepCase(database, 'new', clock.now());
    clock.pass(81 * DAY);
    await job.run();
    const kept = await database.reader.selectFrom('receipts').select('number').execute();
    expect(kept).toEqual([{ number: `${CANARY}-new` }]);
    const entries = await database.reader.selectFrom('ledger').select(['id', 'receipt']).orderBy('id').execute();
    expect(entries).toEqual([
      { id: `${CANARY}-new`, receipt: `${CANARY}-new` },
      { id: `${CANARY}-open`, receipt: null },
    ]);
    await database.close();
  });

  test('is deleted once a day by whichever process comes first, and each run stands in the audit log', async () => {
    const { database, clock, job } = await opened();
    const other = new RetentionJob({ database, clock, days: 180 });
    const runs = await Promise.all([job.runIfDue(), other.runIfDue(), job.runIfDue()]);
    expect(runs.filter((run) => run !== undefined)).toHaveLength(1);
    clock.pass(DAY);
    expect(await other.runIfDue()).toBeDefined();
    const rows = await database.reader
      .selectFrom('audit')
      .select(['actor', 'action', 'object'])
      .orderBy('seq')
      .execute();
    expect(rows).toEqual([
      { actor: 'system', action: 'retention-run', object: '2026-05-26' },
      { actor: 'system', action: 'retention-run', object: '2026-05-27' },
    ]);
    expect(await new AuditLog({ database, clock }).verify()).toMatchObject({ rows: 2 });
    await database.close();
  });
});

test('a shared reply is kept as long as a turn may name it, and is gone with the last of its day', async () => {
  const database = await openDatabase(temporaryPath());
  const clock = testClock();
  const keys = async (): Promise<readonly string[]> =>
    (await database.reader.selectFrom('replies').select('key').orderBy('key').execute()).map(({ key }) => key);
  const job = new RetentionJob({ database, clock, days: 180 });
  await keepCase(database, 'first', clock.now());
  // More than are deleted in one write.
  const many = Array.from({ length: 450 }, (_, index) => `2026-11-22 ${String(index + 1000)}`);
  await keepReply(database, ...many);
  clock.pass(DAY);
  await keepCase(database, 'second', clock.now());
  await keepReply(database, '2026-11-23 a');
  clock.pass(100 * DAY);
  await job.run();
  expect(await keys()).toEqual([...many, '2026-11-23 a']);
  clock.pass(80 * DAY);
  await job.run();
  expect(await keys()).toEqual(['2026-11-23 a']);
  clock.pass(DAY);
  await job.run();
  expect(await keys()).toEqual([]);
  expect(await database.reader.selectFrom('erasures').selectAll().execute()).toEqual([]);
  await database.close();
});

test('a shared reply can neither be changed nor deleted by anybody but the sweep', async () => {
  const database = await openDatabase(temporaryPath());
  await keepReply(database, '2026-11-22 a');
  const change = database.write((t) => t.updateTable('replies').set({ body: 'x' }).execute());
  await expect(change).rejects.toThrow(/kept as they are/);
  await expect(database.write((t) => t.deleteFrom('replies').execute())).rejects.toThrow(/kept as they are/);
  await database.close();
});

test('a database in memory is swept like any other', async () => {
  const database = await openDatabase(':memory:');
  const clock = testClock();
  await keepCase(database, 'old', clock.now());
  clock.pass(181 * DAY);
  expect(await new RetentionJob({ database, clock, days: 180 }).run()).toMatchObject({ consultations: 1 });
  await database.close();
});

test('in SQLite, what was deleted cannot be found in the bytes of the file or its journal either', async () => {
  const path = temporaryPath();
  const database = await openDatabase(path);
  const clock = testClock();
  const job = new RetentionJob({ database, clock, days: 180 });
  await job.prepare();
  for (let index = 0; index < 50; index += 1) await keepCase(database, String(index), clock.now());
  expect(bytesOf(path)).toContain(CANARY);
  clock.pass(181 * DAY);
  await job.run();
  expect(bytesOf(path)).not.toContain(CANARY);
  await database.close();
  expect(bytesOf(path)).not.toContain(CANARY);
});

function bytesOf(path: string): string {
  return ['', '-wal', '-shm']
    .map((ending) => `${path}${ending}`)
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'latin1'))
    .join('');
}

async function keepReply(database: Database, ...keys: readonly string[]): Promise<void> {
  const rows = keys.map((key) => ({ key, body: '{}' }));
  await database.write((t) => t.insertInto('replies').values(rows).execute());
}
