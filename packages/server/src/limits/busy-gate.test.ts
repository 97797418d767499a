import { Hono } from 'hono';
import type { Context } from 'hono';
import { expect, test } from 'vitest';
import { readJson } from '../http/read-json.ts';
import { turnBodySchema } from '../consultations/turn-body.ts';
import { behindEntrance } from '../http/entrance.ts';
import { busyGate } from './busy-gate.ts';

const JSON_TYPE = { 'Content-Type': 'application/json' };

const onError = (_error: Error, c: Context): Response => c.text('broken', 500);

function gated(most: number) {
  const open: (() => void)[] = [];
  const app = new Hono();
  app.get('/api/slow', async (c) => {
    await new Promise<void>((resolve) => open.push(resolve));
    return c.text('好');
  });
  app.get('/api/broken', () => {
    throw new Error('broken');
  });
  app.post('/api/turns', async (c) => {
    const read = await readJson(c, turnBodySchema);
    return 'refusal' in read ? read.refusal : c.json(read.body);
  });
  return {
    app: behindEntrance(app, { gate: busyGate(most), onError }),
    letGo: () =>
      open.forEach((resolve) => {
        resolve();
      }),
  };
}

test('what comes when all places are taken is told when to come again; later there is room', async () => {
  const { app, letGo } = gated(2);
  const underWay = [1, 2].map(async () => app.request('/api/slow'));
  const refused = await app.request('/api/slow');
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '1']);
  expect(await refused.json()).toMatchObject({ code: 'too-busy' });
  letGo();
  expect((await Promise.all(underWay)).map(({ status }) => status)).toEqual([200, 200]);
  const later = app.request('/api/slow');
  await new Promise((resolve) => setImmediate(resolve));
  letGo();
  expect((await later).status).toBe(200);
});

test('a request that breaks gives its place back', async () => {
  const { app } = gated(1);
  for (let sent = 0; sent < 5; sent += 1) expect((await app.request('/api/broken')).status).toBe(500);
});

test('clients that never finish sending take up no place', async () => {
  const { app } = gated(1);
  const endless = () =>
    new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(new Uint8Array([0x7b]));
      },
    });
  for (let sent = 0; sent < 3; sent += 1) {
    void app.request('/api/turns', {
      method: 'POST',
      headers: JSON_TYPE,
      body: endless(),
      duplex: 'half',
    } as RequestInit);
  }
  const body = JSON.stringify({ turn: 't', input: { kind: 'back' } });
  const answer = await app.request('/api/turns', { method: 'POST', headers: JSON_TYPE, body });
  expect([answer.status, await answer.text()]).toEqual([200, body]);
});

test('a body that cannot be read to its end is answered as a fault, which whoever observes is told', async () => {
  const told: number[] = [];
  const app = new Hono();
  app.post('/api/turns', async (c) => {
    const read = await readJson(c, turnBodySchema);
    return 'refusal' in read ? read.refusal : c.json(read.body);
  });
  const front = behindEntrance(app, {
    gate: busyGate(1),
    observe: (_c, { status }) => told.push(status),
    onError,
  });
  const broken = (): ReadableStream<Uint8Array> =>
    new ReadableStream({
      start: (controller) => {
        controller.error(new Error('no more'));
      },
    });
  for (let sent = 0; sent < 2; sent += 1) {
    const init = { method: 'POST', headers: JSON_TYPE, body: broken(), duplex: 'half' } as RequestInit;
    expect((await front.request('/api/turns', init)).status).toBe(500);
  }
  expect(told).toEqual([500, 500]);
});
