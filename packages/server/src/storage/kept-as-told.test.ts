import { DatabaseSync } from '@photostructure/sqlite';
import { sql } from 'kysely';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { receiptHall } from '../test-support/receipt-hall.ts';
import { usePostgres } from '../test-support/postgres.ts';
import { temporaryPath } from '../test-support/temporary-database.ts';
import { openDatabase } from './open-database.ts';
import type { Database } from './database.ts';

const postgres = usePostgres();
const ITEM = 'temporary-id-card';
const KEPT = /rows of receipts are kept as they are/;

const CHANGES = [
  ...['number', 'token', 'consultation', 'region', 'knowledge', 'engine', 'day', 'notice', 'hash'].map(
    (column) => `update receipts set ${column} = 'x'`,
  ),
  'update receipts set seq = 99, issued = 0',
  'update receipts set notice = notice',
  "update receipts set notice = replace(notice, '10', '20') where region = 'demo-city'",
  'delete from receipts',
  'delete from receipts where number = (select min(number) from receipts)',
];
const COLUMNS = 'number, token, consultation, seq, region, knowledge, engine, day, issued, notice, hash';
const SHIFTED = COLUMNS.replace('seq', 'seq + 1');

const SQLITE_ONLY = [
  `insert or replace into receipts (${COLUMNS}) select ${SHIFTED} from receipts`,
  `replace into receipts (${COLUMNS}) select ${SHIFTED} from receipts`,
  `update or replace receipts set seq = 99`,
];
const POSTGRES_ONLY = ['truncate receipts', 'truncate receipts cascade', 'delete from only receipts'];
const UPSERT = `insert into receipts (${COLUMNS}) select ${SHIFTED} from receipts where true
  on conflict (number) do update set seq = excluded.seq`;

/** Runs SQL through a connection of its own, as somebody with the password or the file does. */
type Direct = (address: string, statement: string) => Promise<unknown>;

const throughFile: Direct = (address, statement) => {
  const file = new DatabaseSync(address);
  return Promise.resolve()
    .then(() => {
      file.exec(statement);
    })
    .finally(() => {
      file.close();
    });
};

const throughClient: Direct = async (address, statement) => {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  return client.query(statement).finally(() => client.end());
};

const places = [
  { where: 'a SQLite file', newAddress: () => temporaryPath(), direct: throughFile, own: [], ours: SQLITE_ONLY },
  { where: 'PostgreSQL', newAddress: postgres.newDatabase, direct: throughClient, own: POSTGRES_ONLY, ours: [] },
] as const;

describe.each(places)('what was told, in $where', { timeout: 60_000 }, ({ newAddress, direct, own, ours }) => {
  test('is changed and deleted by no statement, neither of the server itself nor of anybody else', async () => {
    const address = await newAddress();
    const { database, rows } = await told(address);
    const refused = [...CHANGES, UPSERT, ...own];
    for (const statement of [...refused, ...ours]) {
      const writing = database.write((transaction) => sql.raw(statement).execute(transaction));
      await expect(writing, statement).rejects.toThrow(KEPT);
      await expect(database.append({ sql: statement, parameters: [] }), statement).rejects.toThrow(KEPT);
    }
    for (const statement of refused) await expect(direct(address, statement), statement).rejects.toThrow(KEPT);
    expect(await allRows(database)).toEqual(rows);
  });

  test('goes with a write that says why, and only then', async () => {
    const { database, rows } = await told(await newAddress());
    const [first] = rows;
    const other = { at: 1, why: 'citizen' as const };
    const erase = (object: string) =>
      database.write(async (transaction) => {
        await transaction
          .insertInto('erasures')
          .values({ ...other, object })
          .execute();
        await transaction
          .deleteFrom('receipts')
          .where('number', '=', first?.number ?? '')
          .execute();
      });
    await expect(erase('somebody else')).rejects.toThrow(KEPT);
    expect(await allRows(database)).toEqual(rows);
    await erase(first?.number ?? '');
    expect(await allRows(database)).toEqual(rows.slice(1));
  });
});

/** A database in which two people were told something. */
async function told(address: string) {
  const database = await openDatabase(address);
  onTestFinished(() => database.close());
  const hall = await receiptHall({ database });
  await hall.tell(ITEM);
  await hall.tell(ITEM);
  const rows = await allRows(database);
  expect(rows).toHaveLength(2);
  return { database, rows };
}

function allRows(database: Database) {
  return database.reader.selectFrom('receipts').selectAll().orderBy('number').execute();
}
