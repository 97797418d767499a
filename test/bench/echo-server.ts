// The ceiling: a bare Hono server that reads a turn's JSON and answers with the same JSON as ours, and does nothing
// in between. Started as a process of its own: echo-server.ts <file with the answers as a JSON list>.
import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const answers = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as unknown[];
const app = new Hono();
app.post('/turns/:number', async (c) => {
  const body = await c.req.json<{ turn: string }>();
  const answer = answers[Number(c.req.param('number'))] as object;
  return c.json({ ...answer, turn: body.turn });
});
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  console.log(`listening http://127.0.0.1:${String(port)}`);
});
