import { DatabaseSync } from '@photostructure/sqlite';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../storage/open-database.ts';
import { temporaryPath } from '../test-support/temporary-database.ts';
import { receiptHall } from '../test-support/receipt-hall.ts';

const ITEM = 'resident-id-card';

describe('what a citizen was told', () => {
  test('is byte for byte what the clerk sees, also after the database was opened again many times', async () => {
    const path = temporaryPath();
    const first = await openDatabase(path);
    const { link, number, reply } = await (await receiptHall({ database: first })).tell(ITEM);
    const told = JSON.stringify(reply.notice);
    await first.close();
    for (let opened = 0; opened < 5; opened += 1) {
      const database = await openDatabase(path);
      const hall = await receiptHall({ database });
      const { headers } = await hall.signIn();
      const citizen = await (await hall.request(link)).text();
      const clerk = await (await hall.request(`/desk/receipts?number=${number}`, { headers })).text();
      expect(linesOf(clerk)).toBe(linesOf(citizen));
      expect(linesOf(citizen)).toContain('居民户口簿');
      const { text } = (await hall.receipts.byNumber(number)) as { readonly text: string };
      const answer = await (await hall.request(`/api/receipts/${number}`, { headers })).text();
      expect(answer).toContain(`"notice":${text},`);
      expect(JSON.parse(text)).toEqual(JSON.parse(told));
      await database.close();
    }
  });

  test.each([
    "update receipts set notice = '{}'",
    "update receipts set region = 'other-city'",
    'delete from receipts',
    'update turns set answer = input',
    'delete from turns',
  ])('cannot be changed by anybody who writes SQL: %s', async (statement) => {
    const hall = await receiptHall();
    const { link } = await hall.tell(ITEM);
    const writing = hall.database.write((transaction) => sql.raw(statement).execute(transaction));
    await expect(writing).rejects.toThrow(/are kept as they are/);
    expect((await hall.request(link)).status).toBe(200);
  });

  test.each([
    ['one byte of the notice', 'update receipts set notice = replace(notice, \'"originals":1\', \'"originals":2\')'],
    ['the region', "update receipts set region = 'other-city'"],
    ['the day', "update receipts set day = '2020-01-01'"],
    ['the knowledge version', "update receipts set knowledge = 'f00'"],
  ])('is shown to nobody once somebody has got around that and changed %s', async (_, statement) => {
    const path = temporaryPath();
    const database = await openDatabase(path);
    const hall = await receiptHall({ database });
    const { link, number } = await hall.tell('social-security-card');
    tamper(path, statement);
    const page = await hall.request(link);
    expect(page.status).toBe(409);
    expect(await page.text()).toMatch(/这张单子不能作数(?![^]*<article)/);
    expect((await hall.request(`${link}.txt`)).status).toBe(409);
    const region = statement.includes('other-city') ? 'other-city' : 'demo-city';
    const { headers } = await hall.signIn({ region });
    const seen = await hall.request(`/api/receipts/${number}`, { headers });
    expect(await seen.json()).toEqual({ intact: false, number });
    const clerk = await (await hall.request(`/desk/receipts?number=${number}`, { headers })).text();
    expect(clerk).toMatch(/请马上告诉管理员(?![^]*<article)/);
    await database.close();
  });
});

/** As somebody who owns the file would do it. */
function tamper(path: string, statement: string): void {
  const file = new DatabaseSync(path);
  file.exec(`drop trigger receipts_no_update; ${statement}`);
  file.close();
}

/** Everything that stands on the sheet between its head and its foot. */
function linesOf(page: string): string {
  return /<article[^]*?<footer/.exec(page)?.[0] ?? '';
}
