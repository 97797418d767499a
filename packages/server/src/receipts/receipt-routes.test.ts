import { createEngine } from '@onetrip/engine';
import type { Knowledge } from '@onetrip/engine';
import { describe, expect, test } from 'vitest';
import type { Engines } from '../knowledge/engines.ts';
import { realEngine } from '../test-support/real-engine.ts';
import { receiptHall } from '../test-support/receipt-hall.ts';
import { groupReceiptNumber } from './receipt-number.ts';

const DAY = 24 * 60 * 60 * 1000;
const ITEM = 'temporary-id-card';

describe('the page behind a citizen’s own link', () => {
  test('shows the whole notice with its number in fours, its facts, its sources, and what it was judged on', async () => {
    const hall = await receiptHall();
    const { link, number, reply } = await hall.tell('resident-id-card');
    const page = await (await hall.request(link)).text();
    const { notice } = reply;
    const lines = [...notice.materials, ...notice.steps, ...notice.fees, ...notice.warnings];
    for (const { text } of lines) expect(page).toContain(text);
    for (const { label } of notice.facts) expect(page).toContain(label);
    expect(page).toContain(groupReceiptNumber(number));
    expect(page).toContain('《中华人民共和国居民身份证法》第十一条');
    expect(page).toContain(notice.knowledge.version);
    expect(page).toContain('告知日期：2026年11月22日');
    expect(page).toContain('规则没有变');
  });

  test('runs no script, is kept by nobody on the way, and is found by no search', async () => {
    const hall = await receiptHall();
    const { link } = await hall.tell(ITEM);
    const answer = await hall.request(link);
    expect(await answer.text()).not.toMatch(/<script|javascript:|\son\w+=|style=/i);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    });
  });

  test('carries its own address as a QR code, drawn without anything to load', async () => {
    const hall = await receiptHall();
    const { link } = await hall.tell(ITEM);
    const page = await (await hall.request(link)).text();
    expect(page).toMatch(/<svg\s+class="qr"[^>]*viewBox="0 0 (\d+) \1"/);
    expect(page).not.toContain('<img src="data:');
  });

  test('says so, with 404, when there is no such notice', async () => {
    const hall = await receiptHall();
    for (const path of ['/n/AAAAAAAAAAAAAAAAAAAAAA', '/n/short', '/n/..%2f..%2fetc', '/n/AAAAAAAAAAAAAAAAAAAAAA.exe']) {
      const answer = await hall.request(path);
      expect(answer.status, path).toBe(404);
      expect(await answer.text()).toContain('没有这张告知单');
      expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
    }
  });

  test('is also there as plain text, and as a calendar only where a day is named', async () => {
    const hall = await receiptHall();
    const { link, number } = await hall.tell(ITEM);
    const text = await hall.request(`${link}.txt`);
    expect(text.headers.get('Content-Type')).toMatch(/^text\/plain/);
    expect(await text.text()).toMatch(
      new RegExp(`^【一次性告知单 ${number}】[^]*\nhttps://guide.example.gov.cn${link}\n$`),
    );
    expect((await hall.request(`${link}.ics`)).status).toBe(404);
    expect(await (await hall.request(link)).text()).not.toContain('.ics');
  });
});

describe('a notice that is opened again', () => {
  test('shows what has changed in the rules since, and still says what it said', async () => {
    const engines = changeableEngines();
    const hall = await receiptHall({ engines });
    const { link } = await hall.tell(ITEM);
    const before = articleOf(await (await hall.request(link)).text());
    engines.publish(withFee(15));
    hall.clock.pass(DAY);
    const page = await (await hall.request(link)).text();
    expect(page).toContain('规则有变化');
    expect(page).toMatch(/原来：[^<]*10 元/);
    expect(page).toMatch(/现在：[^<]*15 元/);
    expect(articleOf(page)).toBe(before);
  });

  test('is compared by the answers it rests on, not by those that were given after it', async () => {
    const hall = await receiptHall();
    const { consultation, link } = await hall.tell(ITEM);
    await hall.turn(consultation, 'more', { kind: 'add', item: 'passport' });
    expect(await (await hall.request(link)).text()).toContain('规则没有变');
  });

  test('is whole when its knowledge is gone, and says that it cannot be compared', async () => {
    const engines = changeableEngines();
    const hall = await receiptHall({ engines });
    const { link } = await hall.tell(ITEM);
    const before = articleOf(await (await hall.request(link)).text());
    engines.publish(withFee(15));
    engines.forget();
    const page = await (await hall.request(link)).text();
    expect(page).toContain('没法和今天的规则比较');
    expect(articleOf(page)).toBe(before);
  });

  test('says that its item does not exist any more', async () => {
    const engines = changeableEngines();
    const hall = await receiptHall({ engines });
    const { link } = await hall.tell(ITEM);
    const { knowledge } = realEngine();
    const items = knowledge.items.map((item) => (item.id === ITEM ? { ...item, id: 'another' } : item));
    engines.publish({ ...knowledge, items, version: 'withdrawn' });
    expect(await (await hall.request(link)).text()).toContain('现在没有这个事项了');
  });
});

/** Engines that a test publishes to. */
function changeableEngines(): Engines & { publish(knowledge: Knowledge): void; forget(): void } {
  let current = realEngine();
  let older = new Map([[current.knowledge.version, current]]);
  return {
    get current() {
      return current;
    },
    of: (version) => older.get(version),
    publish: (knowledge) => {
      current = createEngine(knowledge);
      older.set(knowledge.version, current);
    },
    forget: () => {
      older = new Map([[current.knowledge.version, current]]);
    },
  };
}

/** The real knowledge, in which a temporary identity card costs something else. */
function withFee(amount: number): Knowledge {
  const { knowledge } = realEngine();
  const items = knowledge.items.map((item) =>
    item.id === ITEM
      ? { ...item, obligations: item.obligations.map((line) => (line.kind === 'fee' ? { ...line, amount } : line)) }
      : item,
  );
  return { ...knowledge, items, version: `fee-${String(amount)}` };
}

function articleOf(page: string): string {
  return /<article[^]*<\/article>/.exec(page)?.[0] ?? '';
}
