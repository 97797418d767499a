import { Hono } from 'hono';
import type { Context } from 'hono';
import { expect, test } from 'vitest';
import { createServer } from '../app.ts';
import { realEngine } from '../test-support/real-engine.ts';
import { temporaryDatabase } from '../test-support/temporary-database.ts';
import { testClock } from '../test-support/test-clock.ts';
import { behindEntrance } from './entrance.ts';

function guarded() {
  const routes = new Hono();
  // What lets pass and what answers, in every way in which a route of ours does either.
  routes.use('/n/*', (c, next) => {
    c.header('X-Layer', 'set before');
    return next();
  });
  routes.use('/desk/*', async (c, next) => (c.req.query('who') === undefined ? c.text('nobody', 401) : next()));
  routes.get('/n/broken', () => {
    throw new Error('broken');
  });
  routes.get('/n/:token', (c) => c.text('notice', 200, { 'X-Own': 'kept' }));
  routes.get('/desk/ledger', (c) => c.text('ledger'));
  routes.get('/alone', (c) => c.text('alone'));
  routes.get('/alone/broken', async () => {
    await Promise.reject(new Error('broken'));
  });
  const seen: string[] = [];
  const app = behindEntrance(routes, {
    headers: (_c: Context, { headers }) => {
      headers.append('X-Complete', 'yes');
    },
    observe: (c, { status }) => seen.push(`${c.req.path} ${String(status)}`),
    onError: (error, c) => c.text(error.message, 500),
    notFound: (c) => c.text('lost', 404),
  });
  return { app, seen };
}

test.each([
  ['/alone', 200, 'alone'],
  ['/alone/broken', 500, 'broken'],
  ['/n/abc', 200, 'notice'],
  ['/n/broken', 500, 'broken'],
  ['/n/abc/nothing', 404, 'lost'],
  ['/desk/ledger?who=a', 200, 'ledger'],
  ['/desk/ledger', 401, 'nobody'],
  ['/nowhere', 404, 'lost'],
])('%s goes through it once, whatever answers it', async (path, status, text) => {
  const { app, seen } = guarded();
  const answer = await app.request(path);
  expect([answer.status, await answer.text(), answer.headers.get('X-Complete')]).toEqual([status, text, 'yes']);
  expect(seen).toEqual([`${path.replace(/\?.*/, '')} ${String(status)}`]);
});

test('what a layer and a route set themselves stays on the answer', async () => {
  const { headers } = await guarded().app.request('/n/abc');
  expect([headers.get('X-Layer'), headers.get('X-Own')]).toEqual(['set before', 'kept']);
});

test('nothing but its own route fits the path of a turn, so that Hono takes its short way', async () => {
  const { app } = createServer({ engine: realEngine(), database: await temporaryDatabase(), clock: testClock() });
  const [handlers] = app.router.match('POST', '/api/consultations/abc/turns');
  expect(handlers).toHaveLength(1);
});
