import { describe, expect, test } from 'vitest';
import { idOf } from '../consultations/sealed-opening.ts';
import { openDatabase } from '../storage/open-database.ts';
import { usePostgres } from '../test-support/postgres.ts';
import { CHANNEL_KEY, receiptHall } from '../test-support/receipt-hall.ts';
import { temporaryDatabase } from '../test-support/temporary-database.ts';

const postgres = usePostgres();
const MINUTE = 60_000;
const BOT = { Authorization: `Bearer ${CHANNEL_KEY}` };

type Hall = Awaited<ReturnType<typeof receiptHall>>;

describe.each(['sqlite', 'postgres'] as const)('a hand-over code, in %s,', (kind) => {
  async function hallOf(): Promise<Hall> {
    return receiptHall({
      database: kind === 'sqlite' ? await temporaryDatabase() : await openDatabase(await postgres.newDatabase()),
    });
  }

  test('gives the consultation to exactly one of those who redeem it at once', async () => {
    const hall = await hallOf();
    const { consultation } = await hall.tell('temporary-id-card');
    for (let round = 0; round < 5; round += 1) {
      const code = await issue(hall, consultation);
      const redeemed = await Promise.all(Array.from({ length: 8 }, () => hall.handovers.redeem(code)));
      expect(redeemed.filter((id) => id !== undefined)).toEqual([consultation]);
    }
    await hall.database.close();
  });

  test('is the only one of its consultation, however many are asked for at once', async () => {
    const hall = await hallOf();
    const consultation = await hall.open();
    const codes = await Promise.all(Array.from({ length: 8 }, () => issue(hall, consultation)));
    const live = await hall.database.reader.selectFrom('handovers').select('code').execute();
    expect(live).toHaveLength(1);
    expect(codes).toContain(live[0]?.code);
    await hall.database.close();
  });
});

describe('a hand-over code', () => {
  test('is six digits, good for ten minutes, and takes the conversation along', async () => {
    const hall = await receiptHall();
    const id = await hall.open();
    await hall.turn(id, 'one', { kind: 'say', text: '身份证丢了' });
    const answer = await hall.request(`/api/consultations/${id}/handover`, { method: 'POST' });
    expect(answer.status).toBe(201);
    const { code, expires } = (await answer.json()) as { readonly code: string; readonly expires: string };
    expect(code).toMatch(/^\d{6}$/);
    expect(Date.parse(expires) - hall.clock.now()).toBe(10 * MINUTE);
    const redeemed = await redeem(hall, code, BOT);
    expect(await redeemed.json()).toMatchObject({
      id: idOf(id),
      reply: { kind: 'ask', trip: [{ item: 'resident-id-card' }] },
    });
  });

  test('carries a consultation in which nobody has said anything yet', async () => {
    const hall = await receiptHall();
    const id = await hall.open({ items: ['passport'] });
    const redeemed = await redeem(hall, await issue(hall, id), BOT);
    expect(await redeemed.json()).toMatchObject({ id: idOf(id), seq: 0, reply: { trip: [{ item: 'passport' }] } });
    // Both go on with the same one.
    expect((await hall.turn(id, 'page', { kind: 'repeat' })).status).toBe(200);
    expect((await hall.turn(idOf(id) ?? '', 'page', { kind: 'repeat' })).status).toBe(200);
  });

  test('that is wrong, used or expired gets the same answer', async () => {
    const hall = await receiptHall();
    const id = await hall.open();
    const used = await issue(hall, id);
    await redeem(hall, used, BOT);
    const expired = await issue(hall, id);
    hall.clock.pass(10 * MINUTE);
    const live = await issue(hall, await hall.open());
    const wrong = String((Number(live) + 1) % 1_000_000).padStart(6, '0');
    const answers = [];
    for (const code of [used, expired, wrong]) answers.push(await redeem(hall, code, BOT));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  });

  test('is of no use to somebody who is neither signed in nor a channel', async () => {
    const hall = await receiptHall();
    const code = await issue(hall, await hall.open());
    for (const headers of [{}, { Authorization: 'Bearer wrong' }, { Authorization: CHANNEL_KEY }]) {
      expect((await redeem(hall, code, headers)).status).toBe(401);
    }
    expect((await redeem(hall, code, BOT)).status).toBe(200);
  });

  test('is for clerks of its own region only, and is not used up by others', async () => {
    const hall = await receiptHall();
    const id = await hall.open();
    const code = await issue(hall, id);
    const elsewhere = await hall.signIn({ region: 'other-city' });
    expect((await redeem(hall, code, elsewhere.headers)).status).toBe(404);
    const here = await hall.signIn();
    expect(await (await redeem(hall, `${code.slice(0, 3)} ${code.slice(3)}`, here.headers)).json()).toMatchObject({
      id: idOf(id),
    });
    const rows = await hall.database.reader.selectFrom('audit').select(['actor', 'action', 'object']).execute();
    expect(rows).toMatchObject([{ actor: here.account.id, action: 'handover-redeemed' }]);
    expect(JSON.stringify(rows)).not.toContain(idOf(id));
  });

  test('cannot be asked for without a consultation', async () => {
    const hall = await receiptHall();
    const answer = await hall.request('/api/consultations/AAAAAAAAAAAAAAAAAAAAAA/handover', { method: 'POST' });
    expect(answer.status).toBe(404);
  });
});

describe('whoever guesses codes', () => {
  test('is stopped at a channel after five, and nobody else there with them', async () => {
    const hall = await receiptHall();
    const code = await issue(hall, await hall.open());
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    const tries = Array.from({ length: 10 }, () => redeem(hall, wrong, BOT, 'somebody'));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 404)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    expect((await redeem(hall, code, BOT, 'somebody')).status).toBe(429);
    expect((await redeem(hall, code, BOT, 'somebody else')).status).toBe(200);
  });

  test('is stopped as a clerk after fifty, whoever they say they are', async () => {
    const hall = await receiptHall();
    const { headers } = await hall.signIn();
    for (let tried = 0; tried < 50; tried += 1) {
      expect((await redeem(hall, '000000', headers, `person ${String(tried)}`)).status).toBe(404);
    }
    expect((await redeem(hall, '000000', headers)).status).toBe(429);
  });
});

async function issue(hall: Hall, consultation: string): Promise<string> {
  const issued = await hall.request(`/api/consultations/${consultation}/handover`, { method: 'POST' });
  return ((await issued.json()) as { readonly code: string }).code;
}

function redeem(hall: Hall, code: string, headers: Record<string, string>, person?: string): Promise<Response> {
  return hall.request('/api/handover', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ code, person }),
  });
}
