// The least that a turn can be while it keeps its promises: one Hono route that limits, reads, masks, decides, keeps the
// turn and answers with the headers of ours. No metrics, no log, no other route, no gate, nobody signed in. What it costs
// over the bare echo cannot be saved by arranging things better. Started as a process of its own:
// lean-server.ts <compiled knowledge> <database>.
import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import type { BeginOptions, Knowledge } from '@onetrip/engine';
import { createEngine } from '@onetrip/engine';
import { openDatabase } from '@onetrip/server';
import {
  Consultations,
  MOST_LIVE,
  Receipts,
  TokenBuckets,
  maskInput,
  oneEngine,
  timeOrderedIds,
  turnBodySchema,
} from '@onetrip/server/test-support';
import { Hono } from 'hono';
import { safeParse } from 'valibot';

const [file = '', path = ''] = process.argv.slice(2);
const engine = createEngine(JSON.parse(readFileSync(file, 'utf8')) as Knowledge);
const database = await openDatabase(path);
const clock = { now: () => Date.now() };
const consultations = new Consultations({
  ...{ engines: oneEngine(engine), database, clock, ids: timeOrderedIds(clock), mostTurns: 300, mostLive: MOST_LIVE },
  ...{ receipts: new Receipts({ database }), companions: [], observe: () => undefined },
});
const limits = new TokenBuckets({ perSecond: 2, burst: 30 }, 50_000);
const headers = {
  'Content-Type': 'application/json',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
};

const app = new Hono();
app.post('/api/consultations', async (c) => {
  const { items } = await c.req.json<Pick<BeginOptions, 'items'>>();
  const begin: BeginOptions = { today: '2026-11-22', channel: 'api', ...(items && { items }) };
  const { answer } = await consultations.open(begin);
  return new Response(answer, { status: 201, headers });
});
app.post('/api/consultations/:id/turns', async (c) => {
  const id = c.req.param('id');
  if (limits.take(id, clock.now()) > 0) return new Response('', { status: 429 });
  const read = safeParse(turnBodySchema, await c.req.json());
  if (!read.success) return new Response('', { status: 422 });
  const taken = await consultations.takeTurn(id, read.output.turn, maskInput(read.output.input));
  return typeof taken === 'string' ? new Response(taken, { status: 409 }) : new Response(taken.answer, { headers });
});
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  console.log(`listening http://127.0.0.1:${String(port)}`);
});
