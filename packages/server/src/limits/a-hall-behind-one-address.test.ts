import type { AskedQuestion, Input, Reply } from '@onetrip/engine';
import { describe, expect, test } from 'vitest';
import { createApp } from '../app.ts';
import { heapMegabytes } from '../test-support/heap-megabytes.ts';
import { realEngine } from '../test-support/real-engine.ts';
import { temporaryDatabase } from '../test-support/temporary-database.ts';
import { testClock } from '../test-support/test-clock.ts';

const TEN_MINUTES = 600_000;
const CITIZENS = 200;
const ITEMS = ['resident-id-card', 'social-security-card', 'passport', 'temporary-id-card'];

/** The whole server with its own limits; everybody comes from one address. */
async function hall() {
  const [database, clock] = [await temporaryDatabase(), testClock()];
  const app = createApp({ engine: realEngine(), database, clock });
  const statuses = new Map<number, number>();
  const ask = async (path: string, body?: object): Promise<Response> => {
    const headers = { 'Content-Type': 'application/json' };
    const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : {};
    const answer = await app.request(path, init, { incoming: { socket: { remoteAddress: '203.0.113.9' } } });
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    return answer;
  };
  return { database, clock, statuses, ask };
}

describe('two hundred citizens behind one address', () => {
  test('hold whole conversations within ten minutes, open their notices, and nobody is refused', async () => {
    const { clock, statuses, ask } = await hall();
    const talks = Array.from({ length: CITIZENS }, (_, citizen) => talk(ask, ITEMS[citizen % ITEMS.length] ?? ''));
    let turns = 0;
    for (const one of talks) {
      for await (const _answer of one) turns += 1;
      clock.pass(TEN_MINUTES / CITIZENS);
    }
    expect(turns).toBeGreaterThan(2 * CITIZENS);
    expect([...statuses.keys()].sort()).toEqual([200, 201]);
  });

  test('also when all of them start in the same moment and answer at once', async () => {
    const { statuses, ask } = await hall();
    const talks = Array.from({ length: CITIZENS }, async (_, citizen) => {
      let turns = 0;
      for await (const _answer of talk(ask, ITEMS[citizen % ITEMS.length] ?? '')) turns += 1;
      return turns;
    });
    expect(Math.min(...(await Promise.all(talks)))).toBeGreaterThan(0);
    expect([...statuses.keys()].sort()).toEqual([200, 201]);
  });
});

test('of a hundred thousand consultations opened at once from one address, none leaves a row before a word is said, and none much memory', async () => {
  const { database, statuses, ask } = await hall();
  for (let opened = 0; opened < 500; opened += 1) await ask('/api/consultations', {});
  const before = heapMegabytes();
  for (let opened = 500; opened < 100_000; opened += 1) await ask('/api/consultations', {});
  expect(heapMegabytes() - before).toBeLessThan(20);
  expect(Object.fromEntries(statuses)).toEqual({ 201: 6000, 429: 94_000 });
  const { count } = await database.reader
    .selectFrom('consultations')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  expect(Number(count)).toBe(0);
});

/** Looks at the page, asks, answers every question, and opens the notice; gives each answer as it comes. */
async function* talk(ask: (path: string, body?: object) => Promise<Response>, item: string): AsyncGenerator<Response> {
  await ask('/api/items');
  const { id } = (await (await ask('/api/consultations', {})).json()) as { readonly id: string };
  let input: Input | undefined = { kind: 'choose', items: [item] };
  for (let turn = 1; input; turn += 1) {
    const answer = await ask(`/api/consultations/${id}/turns`, { turn: `t${String(turn)}`, input });
    yield answer;
    const { reply, receipt } = (await answer.json()) as Taken;
    if (receipt) yield ask(receipt.link);
    input = reply.kind === 'ask' ? answerTo(reply.question) : undefined;
  }
}

interface Taken {
  readonly reply: Reply;
  readonly receipt?: { readonly link: string };
}

function answerTo({ id: question, options }: AskedQuestion): Input {
  const [first] = options;
  return first ? { kind: 'answer', question, value: first.value } : { kind: 'unsure', question };
}
