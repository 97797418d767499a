import { describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { sha256 } from '../sha256.ts';
import type { Database } from '../storage/database.ts';
import type { LedgerRow } from '../storage/tables.ts';
import { receiptHall } from '../test-support/receipt-hall.ts';
import { hashReceiptToken } from './receipt-token.ts';

const ITEM = 'temporary-id-card';
const DAY = 24 * 60 * 60 * 1000;

describe('a citizen who deletes a notice', () => {
  test('is asked first, and then nothing of the consultation is found in any table', async () => {
    const hall = await receiptHall();
    const { consultation, link, number } = await hall.tell(ITEM);
    const other = await hall.tell(ITEM);
    await hall.turn(consultation, 'said', { kind: 'say', text: '我想去火星种土豆' });
    await hall.handovers.issue(consultation);
    await keepRatingAndTroubles(hall.database, consultation, number);
    const traces = [consultation, number, '火星', '态度很好', link.slice('/n/'.length)];
    const asked = await hall.request(`${link}/delete`);
    expect(await asked.text()).toContain('要删除这张告知单吗');
    expect(await found(hall.database, traces)).toEqual([
      consultation,
      number,
      '火星',
      '态度很好',
      link.slice('/n/'.length),
    ]);
    const deleted = await hall.request(`${link}/delete`, { method: 'POST' });
    expect(await deleted.text()).toContain('已经删除');
    expect(await found(hall.database, traces)).toEqual([]);
    expect((await hall.request(link)).status).toBe(410);
    expect((await hall.request(`${link}/delete`, { method: 'POST' })).status).toBe(410);
    expect((await hall.request(`/api/consultations/${consultation}`)).status).toBe(404);
    expect((await hall.request(other.link)).status).toBe(200);
  });

  test('leaves the level of the rating and the trouble for whoever settles it, with no way back to the notice', async () => {
    const hall = await receiptHall();
    const { consultation, link, number } = await hall.tell(ITEM);
    await keepRatingAndTroubles(hall.database, consultation, number);
    await hall.request(`${link}/delete`, { method: 'POST' });
    const { reader } = hall.database;
    expect(await reader.selectFrom('ratings').select(['level', 'words']).execute()).toEqual([{ level: 2, words: '' }]);
    const entries = reader.selectFrom('ledger').select(['id', 'kind', 'words', 'detail', 'subject', 'receipt']);
    expect(await entries.orderBy('id').execute()).toEqual([
      { id: 'e1', kind: 'surprise', words: '还要居住证明', detail: '{"material":"x"}', subject: 'x', receipt: null },
      { id: 'e2', kind: 'unanswered', words: '', detail: '{}', subject: 'e2', receipt: null },
    ]);
  });

  test('leaves in the audit log that somebody did, and not who or what', async () => {
    const hall = await receiptHall();
    const { link, consultation } = await hall.tell(ITEM);
    await hall.request(`${link}/delete`, { method: 'POST' });
    const rows = await hall.database.reader
      .selectFrom('audit')
      .select(['actor', 'action', 'object', 'detail'])
      .execute();
    expect(rows).toEqual([
      { actor: 'citizen', action: 'consultation-erased', object: 'link', detail: '{"receipts":1}' },
    ]);
    const erasures = await hall.database.reader.selectFrom('erasures').select('object').execute();
    const hashes = [hashReceiptToken(link.slice('/n/'.length)), sha256(consultation)];
    expect(erasures.map(({ object }) => object).sort()).toEqual(hashes.sort());
  });

  test('days later leaves no trace of the consultation’s id, which nobody could begin under any more', async () => {
    const hall = await receiptHall();
    const { link } = await hall.tell(ITEM);
    hall.clock.pass(3 * DAY);
    await hall.request(`${link}/delete`, { method: 'POST' });
    const erasures = await hall.database.reader.selectFrom('erasures').select('object').execute();
    expect(erasures).toEqual([{ object: hashReceiptToken(link.slice('/n/'.length)) }]);
  });

  test('cannot be undone by a turn that comes later', async () => {
    const hall = await receiptHall();
    const { consultation, held, link } = await hall.tell(ITEM);
    await hall.request(`${link}/delete`, { method: 'POST' });
    for (const id of [consultation, held]) {
      const late = await hall.turn(id, 'late', { kind: 'say', text: '还有护照' });
      expect(late.status).toBe(404);
      expect((await hall.request(`/api/consultations/${id}`)).status).toBe(404);
      expect((await hall.request(`/api/consultations/${id}/handover`, { method: 'POST' })).status).toBe(404);
    }
    expect(await found(hall.database, [consultation])).toEqual([]);
  });
});

describe('what was kept long enough', () => {
  test('is erased by the day of its last turn in Beijing, and leaves a row in the audit log', async () => {
    const hall = await receiptHall();
    const old = await hall.tell(ITEM);
    const touched = await hall.tell(ITEM);
    // It is 23:30 in Beijing; in an hour it is the next day there.
    hall.clock.pass(DAY / 24);
    await hall.turn(touched.consultation, 'again', { kind: 'repeat' });
    expect(await hall.erasing.olderThan('2026-11-22')).toMatchObject({ consultations: 0, receipts: 0 });
    const erased = await hall.erasing.olderThan('2026-11-23');
    expect(erased).toEqual({ consultations: 1, receipts: 1, ids: [old.consultation] });
    expect(await found(hall.database, [old.consultation, old.number])).toEqual([]);
    expect((await hall.request(old.link)).status).toBe(404);
    expect((await hall.request(touched.link)).status).toBe(200);
    const rows = await hall.database.reader.selectFrom('audit').select(['actor', 'action', 'object']).execute();
    expect(rows).toEqual([{ actor: 'system', action: 'consultations-expired', object: '2026-11-23' }]);
  });

  test('is erased however much there is of it', async () => {
    const hall = await receiptHall();
    await hall.database.write(async (transaction) => {
      for (let index = 0; index < 450; index += 1) {
        const row = { id: `c${String(index)}`, knowledge: 'k', engine: 'e', region: 'r', channel: 'web', begun: '{}' };
        await transaction
          .insertInto('consultations')
          .values({ ...row, opened: index })
          .execute();
      }
    });
    expect(await hall.erasing.olderThan('2026-11-22')).toMatchObject({ consultations: 450 });
  });
});

/** What hangs on a receipt in other rooms. */
async function keepRatingAndTroubles(database: Database, consultation: string, receipt: string): Promise<void> {
  const rating = { receipt, level: 2, reasons: '[]', words: '态度很好', region: 'demo-city', at: 1 };
  const entry: Omit<LedgerRow, 'id' | 'kind' | 'words' | 'subject' | 'detail'> = {
    ...{ region: 'demo-city', hall: null, receipt, consultation, item: null, knowledge: 'k', state: 'open' as const },
    ...{ owner: null, due: '2026-12-11', opened: 1, closed: null, resolution: null, resolved_by: null },
  };
  await database.write(async (transaction) => {
    await transaction.insertInto('ratings').values(rating).execute();
    const surprise = { words: '还要居住证明', subject: 'x', detail: '{"hash":"abc","material":"x"}' };
    await transaction
      .insertInto('ledger')
      .values({ ...entry, id: 'e1', kind: 'surprise', ...surprise })
      .execute();
    const unanswered = { words: '去火星', subject: '去火星', detail: '{"trip":[]}' };
    await transaction
      .insertInto('ledger')
      .values({ ...entry, id: 'e2', kind: 'unanswered', ...unanswered })
      .execute();
  });
}

/** Which of these texts stand anywhere in any table. */
async function found(database: Database, texts: readonly string[]): Promise<readonly string[]> {
  const { rows: tables } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(
    database.reader,
  );
  const contents = await Promise.all(
    tables.map(async ({ name }) =>
      JSON.stringify((await sql`select * from ${sql.table(name)}`.execute(database.reader)).rows),
    ),
  );
  return texts.filter((text) => contents.some((content) => content.includes(text)));
}
