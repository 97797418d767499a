import { describe, expect, test } from 'vitest';
import { changeEntry } from '../ledger/change-entry.ts';
import { Reports } from '../ledger/reports.ts';
import { dueAfter } from '../ledger/due-day.ts';
import { HOLIDAYS } from '../ledger/calendar/holidays.ts';
import { WorkingDays } from '../ledger/calendar/working-days.ts';
import { sweep } from '../operation/retention/sweep.ts';
import type { Database } from '../storage/database.ts';
import { openDatabase } from '../storage/open-database.ts';
import { ledgerDesk } from '../test-support/ledger-desk.ts';
import { usePostgres } from '../test-support/postgres.ts';
import { temporaryDatabase, temporaryPath } from '../test-support/temporary-database.ts';
import type { Answering, WebhookReceiver } from '../test-support/webhook-receiver.ts';
import { isSignedWith, webhookReceiver } from '../test-support/webhook-receiver.ts';
import type { LedgerNews } from './ledger-news.ts';
import { webhookOutbox } from './outbox.ts';
import type { WebhookFailure } from './webhook-delivery.ts';
import { WebhookDelivery } from './webhook-delivery.ts';

const SECRET = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A ledger that tells a real receiver. */
async function toldLedger(database: Database, url: string) {
  const desk = await ledgerDesk(database);
  const outbox = webhookOutbox(database);
  const due = dueAfter(new WorkingDays(HOLIDAYS), 15);
  const failures: WebhookFailure[] = [];
  const options = { database, clock: desk.clock, secrets: [SECRET], receiver: { url, allowed: ['127.0.0.0/8'] } };
  const newDelivery = () => new WebhookDelivery({ ...options, failed: (failure) => failures.push(failure) });
  return {
    ...{ ...desk, failures, newDelivery, delivery: newDelivery() },
    reports: new Reports({ ...desk.options, due, outbox }),
    options: { ...desk.options, outbox },
    /** How many lie in the outbox, given up ones included. */
    waiting: async () => (await database.reader.selectFrom('webhook_messages').select('id').execute()).length,
  };
}

type ToldLedger = Awaited<ReturnType<typeof toldLedger>>;

async function report(ledger: ToldLedger, words = '还要交照片'): Promise<string> {
  const reported = await ledger.reports.surprise(await ledger.receipt('passport'), { words }, { by: 'citizen' });
  if (!('entry' in reported)) throw new Error(reported.code);
  return reported.entry.id;
}

function newsIn({ received }: WebhookReceiver): readonly LedgerNews[] {
  return received.map(({ body }) => JSON.parse(body) as LedgerNews);
}

async function started(answer?: Answering) {
  const receiver = await webhookReceiver(answer);
  return { receiver, ledger: await toldLedger(await temporaryDatabase(), receiver.url) };
}

describe("the city's own system", () => {
  test('is told of each step of an entry, signed, and of nothing a citizen said', async () => {
    const { receiver, ledger } = await started();
    const id = await report(ledger, '窗口还要一张照片');
    const account = await ledger.account('supervisor');
    const step = async (seq: number, change: object) => {
      expect(
        await changeEntry(ledger.options, { id, account, change: { seq, alike: false, ...change } }),
      ).toHaveProperty('entry');
    };
    await step(1, { state: 'working' });
    await step(2, { note: '问过窗口了' });
    await step(3, { state: 'resolved', resolution: '已补进指南' });
    expect(await ledger.delivery.deliverSome()).toBe(3);
    const news = newsIn(receiver).toSorted((a, b) => a.data.seq - b.data.seq);
    const data = { id, kind: 'surprise', due: '2026-12-11', item: 'passport', region: 'demo-city', hall: null };
    const timestamp = '2026-11-22T15:30:00.000Z';
    expect(news).toEqual([
      { type: 'ledger.opened', timestamp, data: { ...data, seq: 1, state: 'open' } },
      { type: 'ledger.changed', timestamp, data: { ...data, seq: 2, state: 'working' } },
      { type: 'ledger.resolved', timestamp, data: { ...data, seq: 4, state: 'resolved' } },
    ]);
    expect(receiver.received.map((message) => isSignedWith(SECRET, message))).toEqual([true, true, true]);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(3);
    expect(JSON.stringify(receiver.received)).not.toMatch(/照片|窗口|指南/);
    expect(await ledger.waiting()).toBe(0);
  });

  test('is told of every entry that goes along with one', async () => {
    const { receiver, ledger } = await started();
    const [one, other] = [await report(ledger), await report(ledger)];
    const account = await ledger.account('editor');
    await changeEntry(ledger.options, { id: one, account, change: { seq: 1, state: 'working', alike: true } });
    await ledger.delivery.deliverSome();
    const changed = newsIn(receiver).filter(({ type }) => type === 'ledger.changed');
    expect(changed.map(({ data }) => data.id).toSorted()).toEqual([one, other].toSorted());
  });

  test('is not told again of what is reported again, even after it has been told', async () => {
    const { receiver, ledger } = await started();
    const visit = await ledger.receipt('passport');
    const again = () => ledger.reports.surprise(visit, { words: '还要交照片' }, { by: 'citizen' });
    await again();
    await ledger.delivery.deliverSome();
    ledger.clock.pass(1);
    await again();
    expect(await ledger.delivery.deliverSome()).toBe(0);
    expect(receiver.received).toHaveLength(1);
  });

  test('is not told of a change that was refused', async () => {
    const { ledger } = await started();
    const id = await report(ledger);
    const account = await ledger.account('editor');
    const change = { seq: 1, state: 'working', alike: false } as const;
    const tries = Array.from({ length: 5 }, () => changeEntry(ledger.options, { id, account, change }));
    expect((await Promise.all(tries)).filter((one) => 'entry' in one)).toHaveLength(1);
    expect(await ledger.waiting()).toBe(2);
  });
});

describe('a receiver that is down', () => {
  test('is tried again later, and gets the same message once it is up', async () => {
    let isUp = false;
    const { receiver, ledger } = await started((response) => response.writeHead(isUp ? 200 : 503).end());
    await report(ledger);
    expect(await ledger.delivery.deliverSome()).toBe(1);
    expect(await ledger.delivery.deliverSome()).toBe(0);
    ledger.clock.pass(5000);
    expect(await ledger.delivery.deliverSome()).toBe(1);
    isUp = true;
    ledger.clock.pass(5 * MINUTE);
    expect(await ledger.delivery.deliverSome()).toBe(1);
    expect(ledger.failures.map(({ tries, came, isGivenUp }) => [tries, came, isGivenUp])).toEqual([
      [1, { code: 'not-taken', status: 503 }, false],
      [2, { code: 'not-taken', status: 503 }, false],
    ]);
    const sent = receiver.received.map(({ headers, body }) => `${String(headers['webhook-id'])} ${body}`);
    expect(new Set(sent).size).toBe(1);
    const moments = receiver.received.map(({ headers }) => Number(headers['webhook-timestamp']));
    expect(moments.map((moment) => moment - (moments[0] ?? 0))).toEqual([0, 5, 305]);
    expect(await ledger.waiting()).toBe(0);
  });

  test('is given up after ten tries in three days, which is told', async () => {
    const ledger = await toldLedger(await temporaryDatabase(), 'http://127.0.0.1:9/');
    await report(ledger);
    const began = ledger.clock.now();
    const hours: number[] = [];
    while (hours.length < 400 && !ledger.failures.some(({ isGivenUp }) => isGivenUp)) {
      await ledger.delivery.deliverSome();
      hours.push((ledger.clock.now() - began) / HOUR);
      ledger.clock.pass(30 * MINUTE);
    }
    expect(ledger.failures.map(({ tries, isGivenUp }) => [tries, isGivenUp])).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((tries) => [tries, false]),
      [10, true],
    ]);
    expect(ledger.failures.at(-1)?.came).toEqual({ code: 'unreachable' });
    // 75.6 hours by the schedule; here each try is found up to half an hour late.
    expect(hours.at(-1)).toBe(76.5);
    ledger.clock.pass(1000 * HOUR);
    expect(await ledger.delivery.deliverSome()).toBe(0);
    expect(await ledger.waiting()).toBe(1);
    await sweep(ledger.database, { kept: began + 1, now: ledger.clock.now() });
    expect(await ledger.waiting()).toBe(0);
  });

  test('behind an address that may not be reached is never connected to', async () => {
    const receiver = await webhookReceiver();
    const ledger = await toldLedger(await temporaryDatabase(), receiver.url);
    await report(ledger);
    const guarded = new WebhookDelivery({
      ...{ database: ledger.database, clock: ledger.clock, secrets: [SECRET] },
      receiver: { url: receiver.url, allowed: [] },
      failed: (failure) => ledger.failures.push(failure),
    });
    await guarded.deliverSome();
    expect(ledger.failures).toMatchObject([{ came: { code: 'address-refused', address: '127.0.0.1' } }]);
    expect(receiver.received).toEqual([]);
  });
});

describe('a process that ends', () => {
  test('between the commit and the delivery leaves the message to the next one', async () => {
    const path = temporaryPath();
    const receiver = await webhookReceiver();
    const before = await openDatabase(path);
    const id = await report(await toldLedger(before, receiver.url));
    await before.close();
    const after = await openDatabase(path);
    try {
      await (await toldLedger(after, receiver.url)).delivery.deliverSome();
      expect(newsIn(receiver).map(({ data }) => data.id)).toEqual([id]);
    } finally {
      await after.close();
    }
  });

  test('during a try leaves the message to another one a minute later', async () => {
    const { receiver, ledger } = await started((response, count) => {
      // The first one gets no answer before its process has gone.
      if (count > 1) response.writeHead(204).end();
    });
    await report(ledger);
    const lost = ledger.newDelivery().deliverSome();
    await expect.poll(() => receiver.received.length).toBe(1);
    expect(await ledger.delivery.deliverSome()).toBe(0);
    ledger.clock.pass(MINUTE);
    expect(await ledger.delivery.deliverSome()).toBe(1);
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([ids[0], ids[0]]);
    await lost;
    expect(await ledger.waiting()).toBe(0);
  }, 20_000);
});

async function sharesOut(ledger: ToldLedger, receiver: WebhookReceiver): Promise<void> {
  for (let visit = 0; visit < 8; visit += 1) await report(ledger);
  const deliveries = Array.from({ length: 4 }, () => ledger.newDelivery());
  const handled = await Promise.all(deliveries.map((delivery) => delivery.deliverSome()));
  expect(handled.reduce((sum, count) => sum + count, 0)).toBe(8);
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(8);
  expect(receiver.received).toHaveLength(8);
  expect(await ledger.waiting()).toBe(0);
}

describe('several processes', () => {
  test('send each message once between them', async () => {
    const { receiver, ledger } = await started();
    await sharesOut(ledger, receiver);
  });

  const server = usePostgres();

  test('do so on PostgreSQL too, steps of an entry included', async () => {
    const database = await openDatabase(await server.newDatabase());
    try {
      const receiver = await webhookReceiver();
      const ledger = await toldLedger(database, receiver.url);
      await sharesOut(ledger, receiver);
      const id = await report(ledger, '还要交复印件');
      const change = { seq: 1, state: 'working', alike: false } as const;
      await changeEntry(ledger.options, { id, account: await ledger.account('editor'), change });
      expect(await ledger.delivery.deliverSome()).toBe(2);
      expect(
        newsIn(receiver)
          .flatMap(({ type, data }) => (data.id === id ? [type] : []))
          .toSorted(),
      ).toEqual(['ledger.changed', 'ledger.opened']);
    } finally {
      await database.close();
    }
  });
});
