// The ceiling: a bare Hono server that reads a turn's JSON and answers with the same JSON as ours, and does nothing
// in between. Given a database too, it keeps each turn as ours does before it answers: that is what durability alone
// costs. Started as a process of its own: echo-server.ts <file with the answers as a JSON list> [database].
import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { openDatabase } from '@onetrip/server';
import { ConsultationStore } from '@onetrip/server/test-support';
import { Hono } from 'hono';

const [file = '', path] = process.argv.slice(2);
const answers = JSON.parse(readFileSync(file, 'utf8')) as object[];
const store = path === undefined ? undefined : new ConsultationStore(await openDatabase(path));
const knowledge = 'k'.repeat(64);
/** Replies that are kept already: like ours, each is kept once. */
const kept = new Set<string>();
let opened = 0;

const app = new Hono();
app.post('/api/consultations', async (c) => {
  opened += 1;
  const id = `consultation-${String(opened)}`.padEnd(22, '-');
  const rest = { engine: '0', region: 'demo-city', channel: 'web', begun: '{}', opened: Date.now() };
  await store?.open({ id, knowledge, ...rest });
  return c.json({ id }, 201);
});
app.post('/api/consultations/:id/turns/:number', async (c) => {
  const { turn, input } = await c.req.json<{ turn: string; input: object }>();
  const number = Number(c.req.param('number')) % answers.length;
  const answer = answers[number];
  if (store === undefined) return c.json(answer);
  const row = { consultation: c.req.param('id'), seq: seqOf(turn), turn, knowledge, at: Date.now() };
  const text = JSON.stringify(answer);
  const reply = `2026-11-22 ${String(number).padEnd(43, '-')}`;
  const turnRow = { ...row, input: JSON.stringify(input), answer: null, reply, receipt: null };
  const isNew = !kept.has(reply);
  const made = await store.append(turnRow, ...(isNew ? [store.insertReply(reply, text)] : []));
  if (isNew) kept.add(reply);
  return c.body(text, made > 0 ? 200 : 409, { 'Content-Type': 'application/json' });
});

/** Which turn of its consultation it is: a client counts them in its ids. */
function seqOf(turn: string): number {
  return Number(turn.slice('turn-'.length)) + 1;
}

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  console.log(`listening http://127.0.0.1:${String(port)}`);
});
