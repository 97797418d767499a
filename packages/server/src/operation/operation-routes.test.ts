import type { Input } from '@onetrip/engine';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { createApp } from '../app.ts';
import { oneEngine } from '../knowledge/engines.ts';
import { StorageError } from '../storage/storage-error.ts';
import { realEngine } from '../test-support/real-engine.ts';
import { damageTable } from '../test-support/damage-table.ts';
import { temporaryDatabase, temporaryPath } from '../test-support/temporary-database.ts';
import { openDatabase } from '../storage/open-database.ts';
import { testClock } from '../test-support/test-clock.ts';
import { createLog } from './log.ts';
import { Metrics } from './metrics.ts';
import { behindEntrance } from '../http/entrance.ts';
import { observeRequests } from './observe-requests.ts';
import { operationRoutes } from './operation-routes.ts';
import { Readiness } from './readiness.ts';
import { recentFigures } from './recent-figures.ts';

const TOKEN = 'abcdefghijklmnop';
const engines = oneEngine(realEngine());

/** The whole app behind the observer, with the lines it logs. */
async function observed(level: 'debug' | 'info' = 'info') {
  const clock = testClock();
  const database = await temporaryDatabase();
  const lines: string[] = [];
  const log = createLog({ level, to: { write: (line) => lines.push(line) } });
  const metrics = new Metrics({ engines, ofProcess: false, queueDepth: () => 3 });
  const readiness = new Readiness({ database, clock });
  const routes = new Hono();
  routes.get('/api/broken/:id', () => {
    throw new Error('the person typed 身份证');
  });
  routes.route('/', operationRoutes({ engines, readiness, metrics, metricsToken: TOKEN }));
  routes.route('/', createApp({ engine: engines, database, clock }));
  const app = behindEntrance(routes, {
    observe: observeRequests({ metrics, log }),
    onError: (_error, c) => c.text('', 500),
  });
  const figures = async (): Promise<string> => {
    const answer = await app.request('/metrics', { headers: { Authorization: `Bearer ${TOKEN}` } });
    expect(answer.status).toBe(200);
    return answer.text();
  };
  const post = (path: string, body: unknown): Promise<Response> =>
    Promise.resolve(
      app.request(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
  return { app, clock, database, readiness, metrics, lines, figures, post };
}

describe('/healthz', () => {
  test('says that the process lives and which knowledge it speaks from', async () => {
    const { app } = await observed();
    const { version, date } = realEngine().knowledge;
    expect(await (await app.request('/healthz')).json()).toEqual({ ok: true, knowledge: { version, date } });
  });
});

describe('/readyz', () => {
  test('is 503 with the reason while the database is away, and recovers within a second', async () => {
    const { clock, database } = await observed();
    let away = true;
    let asked = 0;
    const check = async (): Promise<void> => {
      asked += 1;
      if (away) throw new StorageError('storage-full');
      await database.check();
    };
    const readiness = new Readiness({ database: { ...database, check }, clock });
    const app = operationRoutes({
      engines,
      readiness,
      metrics: new Metrics({ engines, ofProcess: false }),
      metricsToken: TOKEN,
    });
    const refused = await app.request('/readyz');
    expect([refused.status, await refused.json()]).toEqual([503, { ready: false, because: 'storage-full' }]);
    away = false;
    expect((await app.request('/readyz')).status).toBe(503);
    clock.pass(1000);
    expect((await app.request('/readyz')).status).toBe(200);
    await Promise.all(Array.from({ length: 50 }, async () => app.request('/readyz')));
    expect(asked).toBe(2);
  });

  test('is 503 from the moment it is told to stop', async () => {
    const { app, readiness } = await observed();
    expect((await app.request('/readyz')).status).toBe(200);
    readiness.stop();
    const refused = await app.request('/readyz');
    expect([refused.status, await refused.json()]).toEqual([503, { ready: false, because: 'stopping' }]);
  });
});

describe('/metrics', () => {
  test.each([undefined, 'Bearer wrong', TOKEN, `bearer ${TOKEN}`])('is hidden from who shows %s', async (shown) => {
    const { app } = await observed();
    const headers: Record<string, string> = shown === undefined ? {} : { Authorization: shown };
    expect((await app.request('/metrics', { headers })).status).toBe(404);
  });

  test.each([
    ['127.0.0.1', {}, 200],
    ['::1', {}, 200],
    ['::ffff:127.0.0.1', {}, 200],
    ['10.0.0.7', {}, 404],
    ['127.0.0.1', { 'X-Forwarded-For': '10.0.0.7' }, 404],
    ['127.0.0.1', { Forwarded: 'for=10.0.0.7' }, 404],
  ])('without a token answers %s with %o by %i', async (remoteAddress, headers, status) => {
    const { readiness, metrics } = await observed();
    const app = operationRoutes({ engines, readiness, metrics, metricsToken: undefined });
    const bindings = { incoming: { socket: { remoteAddress } } };
    expect((await app.request('/metrics', { headers }, bindings)).status).toBe(status);
  });

  test('counts turns, notices and questions by kind, and never shows an id or a word', async () => {
    const { app, metrics, figures, post } = await observed();
    const begun = realEngine().begin({ today: '2026-11-22', items: ['social-security-card'] });
    let { consultation, reply } = begun;
    for (let seq = 1; reply.kind === 'ask'; seq += 1) {
      const input: Input = { kind: 'unsure', question: reply.question.id };
      ({ consultation, reply } = realEngine().takeTurn(consultation, input));
      const decidedBy = { region: 'r', knowledge: consultation.knowledge, engine: '0', at: 0 };
      metrics.observeTurn({ id: 'x', seq, input, reply, questions: seq, ...decidedBy });
    }
    const { id } = (await (await post('/api/consultations', {})).json()) as { id: string };
    await app.request(`/api/consultations/${id}`);
    const text = await figures();
    expect(text).toMatch(/onetrip_turns_total\{input="unsure",reply="notice"\} 1\n/);
    expect(text).toMatch(/onetrip_questions_per_notice_sum 2\n/);
    expect(text).toMatch(/onetrip_notices_total 1\n/);
    expect(text).toMatch(/onetrip_queue_depth 3\n/);
    expect(text).toContain(`onetrip_knowledge{version="${realEngine().knowledge.version}"`);
    expect(text).toContain('route="/api/consultations/:id",status="2xx"');
    expect(text).not.toContain(id);
  });
});

describe('the headline figures', () => {
  test('are no numbers while the database refuses, and everything else is still told', async () => {
    const path = temporaryPath();
    await (await openDatabase(path)).close();
    damageTable(path, 'ratings');
    const [database, clock] = [await openDatabase(path), testClock()];
    const metrics = new Metrics({ engines, ofProcess: false, figures: recentFigures({ database, clock, engines }) });
    const text = await metrics.text();
    await database.close();
    expect(text).toMatch(/onetrip_without_surprise_share nan\n/i);
    expect(text).toMatch(/onetrip_unanswered_share nan\n/i);
    expect(text).not.toMatch(/onetrip_ratings\{/);
    expect(text).toContain('onetrip_knowledge{version=');
  });

  test('are read from what is kept, and counted once in five minutes', async () => {
    const database = await openDatabase(':memory:');
    const clock = testClock();
    const metrics = new Metrics({ engines, ofProcess: false, figures: recentFigures({ database, clock, engines }) });
    expect(await metrics.text()).toMatch(/onetrip_without_surprise_share 1\n/);
    const region = engines.current.knowledge.region.id;
    const row = { receipt: 'r', level: 5, reasons: '[]', words: '', region, at: clock.now() };
    await database.write((transaction) => transaction.insertInto('ratings').values(row).execute());
    expect(await metrics.text()).toMatch(/onetrip_ratings\{level="5"\} 0\n/);
    clock.pass(5 * 60_000);
    expect(await metrics.text()).toMatch(/onetrip_ratings\{level="5"\} 1\n/);
  });
});

describe('the log', () => {
  test('holds what failed by its route, without a path, an id or a word', async () => {
    const { app, lines, post } = await observed();
    await post('/api/consultations', {});
    await post('/api/consultations/secret-id/turns', { turn: 't', input: { kind: 'say', text: '我的病' } });
    await app.request('/wp-login.php?name=secret');
    await app.request('/api/broken/secret');
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(told.map(({ level, method, route, status }) => [level, method, route, status])).toEqual([
      ['info', 'POST', '/api/consultations/:id/turns', 404],
      ['info', 'GET', 'none', 404],
      ['error', 'GET', '/api/broken/:id', 500],
    ]);
    expect(Object.keys(told[0] ?? {}).sort()).toEqual([
      'level',
      'method',
      'milliseconds',
      'msg',
      'route',
      'status',
      'time',
    ]);
    expect(lines.join('')).not.toMatch(/secret|病|身份证|wp-login/);
  });

  test('holds every request at the level debug', async () => {
    const { app, lines } = await observed('debug');
    await app.request('/healthz');
    expect(lines.join('')).toContain('"route":"/healthz","status":200');
  });
});
