import { DatabaseSync } from '@photostructure/sqlite';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../storage/open-database.ts';
import { usePostgres } from '../test-support/postgres.ts';
import { receiptHall } from '../test-support/receipt-hall.ts';
import { temporaryPath } from '../test-support/temporary-database.ts';

const postgres = usePostgres();
const FLIPS = 60;
const DROP = 'drop trigger receipts_no_update';

/** Sets the kept notice behind the server's back, as somebody who owns the database does it. */
interface Intruder {
  write(notice: string): Promise<void>;
  leave(): Promise<void>;
}

const intoFile = (address: string): Promise<Intruder> => {
  const file = new DatabaseSync(address);
  file.exec(DROP);
  const write = (notice: string): Promise<void> => {
    file.prepare('update receipts set notice = ?').run(notice);
    return Promise.resolve();
  };
  return Promise.resolve({ write, leave: () => Promise.resolve(file.close()) });
};

const intoPostgres = async (address: string): Promise<Intruder> => {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query(`${DROP} on receipts`);
  const write = (notice: string): Promise<void> =>
    client.query('update receipts set notice = $1', [notice]).then(() => undefined);
  return { write, leave: () => client.end() };
};

const places = [
  { where: 'a SQLite file', newAddress: () => temporaryPath(), enter: intoFile },
  { where: 'PostgreSQL', newAddress: postgres.newDatabase, enter: intoPostgres },
];

describe.each(places)('one flipped bit of a notice in $where', { timeout: 60_000 }, ({ newAddress, enter }) => {
  test('is flagged wherever it stands, to the citizen and to the clerk; put back, all is well again', async () => {
    const address = await newAddress();
    const database = await openDatabase(address);
    onTestFinished(() => database.close());
    const hall = await receiptHall({ database });
    const { link, number } = await hall.tell('temporary-id-card');
    const { headers } = await hall.signIn();
    const { notice } = await database.reader.selectFrom('receipts').select('notice').executeTakeFirstOrThrow();
    const intruder = await enter(address);
    onTestFinished(() => intruder.leave());
    const seen = async (): Promise<object> => {
      const desk = await (await hall.request(`/desk/receipts?number=${number}`, { headers })).text();
      return {
        page: (await hall.request(link)).status,
        text: (await hall.request(`${link}.txt`)).status,
        clerk: await intactness(await hall.request(`/api/receipts/${number}`, { headers })),
        desk: [desk.includes('请马上告诉管理员'), desk.includes('<article')],
      };
    };
    for (let flip = 0; flip < FLIPS; flip += 1) {
      const at = Math.floor((flip * notice.length) / FLIPS);
      await intruder.write(notice.slice(0, at) + flipped(notice.slice(at, at + 1)) + notice.slice(at + 1));
      const flagged = { page: 409, text: 409, clerk: { intact: false, number }, desk: [true, false] };
      expect(await seen(), `at ${String(at)}: ${notice.slice(at - 9, at + 9)}`).toEqual(flagged);
    }
    await intruder.write(notice);
    expect(await seen()).toEqual({ page: 200, text: 200, clerk: { intact: true, number }, desk: [false, true] });
    const looks = await database.reader.selectFrom('audit').select('action').execute();
    expect(looks.filter(({ action }) => action === 'damaged-receipt-viewed')).toHaveLength(2 * FLIPS);
  });
});

/** The same letter with its lowest bit changed. */
function flipped(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) ^ 1);
}

async function intactness(answer: Response): Promise<object> {
  const { intact, number, ...rest } = (await answer.json()) as { readonly intact: boolean; readonly number: string };
  // Of a damaged one nothing else is told.
  return intact ? { intact, number } : { intact, number, ...rest };
}
