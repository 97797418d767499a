import { describe, expect, test } from 'vitest';
import { receiptHall } from '../test-support/receipt-hall.ts';
import { groupReceiptNumber, randomReceiptNumber } from './receipt-number.ts';

const ITEM = 'temporary-id-card';
const PAGE = { Accept: 'text/html' };
const MINUTE = 60_000;

describe('a receipt number', () => {
  test('opens nothing for whoever is not signed in: 401 for every number, right, wrong or malformed', async () => {
    const hall = await receiptHall();
    const { number } = await hall.tell(ITEM);
    const bodies = new Set<string>();
    for (const tried of [number, randomReceiptNumber(), '1', '%00', 'x'.repeat(300)]) {
      const answer = await hall.request(`/api/receipts/${tried}`);
      expect(answer.status, tried).toBe(401);
      bodies.add(await answer.text());
    }
    expect(bodies.size).toBe(1);
    const page = await hall.request(`/desk/receipts?number=${number}`, { headers: PAGE });
    expect(page.headers.get('Location')).toMatch(/^\/sign-in\?to=/);
    expect(await audited(hall)).toEqual([]);
  });

  test('shows a clerk of its region what was told, and every look is in the audit log', async () => {
    const hall = await receiptHall();
    const { number, reply } = await hall.tell(ITEM);
    const { headers, account } = await hall.signIn();
    const answer = await hall.request(`/api/receipts/${encodeURIComponent(groupReceiptNumber(number))}`, { headers });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ intact: true, number, notice: reply.notice, today: { kind: 'same' } });
    await hall.request(`/desk/receipts?number=${number}`, { headers: { ...headers, ...PAGE } });
    const look = { actor: account.id, action: 'receipt-viewed', object: number };
    expect(await audited(hall)).toEqual([look, look]);
    expect(await hall.audit.verify()).toMatchObject({ intact: true });
  });

  test('of another region looks as if it did not exist, and the log knows better', async () => {
    const hall = await receiptHall();
    const { number } = await hall.tell(ITEM);
    const { headers, account } = await hall.signIn({ region: 'other-city' });
    const elsewhere = await hall.request(`/api/receipts/${number}`, { headers });
    const none = randomReceiptNumber();
    const missing = await hall.request(`/api/receipts/${none}`, { headers });
    expect([elsewhere.status, missing.status]).toEqual([404, 404]);
    expect(await elsewhere.text()).toBe(await missing.text());
    expect([...elsewhere.headers]).toEqual([...missing.headers]);
    expect(await audited(hall)).toEqual([
      { actor: account.id, action: 'receipt-of-another-region', object: number },
      { actor: account.id, action: 'receipt-missed', object: none },
    ]);
  });

  test('that is a slip of the pen is told as one and counts as no guess', async () => {
    const hall = await receiptHall();
    const { headers } = await hall.signIn();
    for (let tried = 0; tried < 25; tried += 1) {
      expect((await hall.request('/api/receipts/123456789012', { headers })).status).toBe(422);
    }
    const page = await hall.request('/desk/receipts?number=123456789012', { headers: { ...headers, ...PAGE } });
    expect(page.status).toBe(422);
    expect(await page.text()).toContain('可能有一位抄错');
  });

  test('is not shown to an editor', async () => {
    const hall = await receiptHall();
    const { number } = await hall.tell(ITEM);
    const { headers } = await hall.signIn({ role: 'editor' });
    expect((await hall.request(`/api/receipts/${number}`, { headers })).status).toBe(403);
  });
});

describe('a clerk who guesses', () => {
  test('is stopped at the twenty-first wrong number, also for right ones, for ten minutes; the log has it', async () => {
    const hall = await receiptHall();
    const { number } = await hall.tell(ITEM);
    const { headers, account } = await hall.signIn();
    const guesses = Array.from({ length: 20 }, () =>
      hall.request(`/api/receipts/${randomReceiptNumber()}`, { headers }),
    );
    expect(new Set((await Promise.all(guesses)).map(({ status }) => status))).toEqual(new Set([404]));
    expect((await hall.request(`/api/receipts/${number}`, { headers })).status).toBe(429);
    expect((await audited(hall)).at(-1)).toEqual({ actor: account.id, action: 'receipt-locked-out', object: number });
    const other = await hall.signIn();
    expect((await hall.request(`/api/receipts/${number}`, { headers: other.headers })).status).toBe(200);
    hall.clock.pass(10 * MINUTE);
    expect((await hall.request(`/api/receipts/${number}`, { headers })).status).toBe(200);
  });

  test('gets no more than twenty guesses by making them all at once', async () => {
    const hall = await receiptHall();
    const { headers } = await hall.signIn();
    const guesses = Array.from({ length: 40 }, () =>
      hall.request(`/api/receipts/${randomReceiptNumber()}`, { headers }),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 404)).toHaveLength(20);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
  });
});

async function audited(hall: Awaited<ReturnType<typeof receiptHall>>) {
  const rows = await hall.database.reader
    .selectFrom('audit')
    .select(['actor', 'action', 'object'])
    .orderBy('seq')
    .execute();
  return rows;
}
