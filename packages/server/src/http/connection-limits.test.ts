import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { describe, expect, onTestFinished, test } from 'vitest';
import { turnBodySchema } from '../consultations/turn-body.ts';
import { CONNECTION_LIMITS, MOST_CONNECTIONS } from './connection-limits.ts';
import { readJson } from './read-json.ts';

const HEAD = 'POST /turns HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
const TEN_MEGABYTES = 10 * 1024 * 1024;
const CHUNK = `400\r\n${'x'.repeat(1024)}\r\n`;

/** A server with the limits of the real one, and times short enough for a test. */
async function listening(times: { readonly headersTimeout: number; readonly requestTimeout: number }): Promise<number> {
  const app = new Hono();
  app.get('/', (c) => c.text('好'));
  app.post('/turns', async (c) => {
    const read = await readJson(c, turnBodySchema);
    return 'refusal' in read ? read.refusal : c.json(read.body);
  });
  const serverOptions = { ...CONNECTION_LIMITS, ...times, connectionsCheckingInterval: 50 };
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions }) as Server;
  server.maxConnections = MOST_CONNECTIONS;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const patient = { headersTimeout: 10_000, requestTimeout: 20_000 };
const hasty = { headersTimeout: 200, requestTimeout: 400 };

async function dial(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => {
    socket.destroy();
  });
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('connect', resolve));
  return socket;
}

/** Everything that comes until the other side hangs up. */
function untilClosed(socket: Socket): Promise<string> {
  let received = '';
  socket.on('data', (bytes: Buffer) => (received += bytes.toString('utf8')));
  return new Promise((resolve) => {
    socket.once('close', () => {
      resolve(received);
    });
  });
}

/** Sends as much as the server takes and tells how many bytes that were. */
async function pour(socket: Socket, most: number): Promise<number> {
  let sent = 0;
  let open = true;
  socket.once('close', () => (open = false));
  while (open && sent < most) {
    sent += CHUNK.length;
    if (!socket.write(CHUNK)) {
      await new Promise((resolve) => {
        socket.once('drain', resolve);
        socket.once('close', resolve);
      });
    }
    await new Promise(setImmediate);
  }
  return sent;
}

describe('a body over a real connection', () => {
  test.each([
    ['chunked and endless', 'Transfer-Encoding: chunked\r\n\r\n'],
    ['chunked with a length that lies', 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n'],
    ['with a length of 10 MB', 'Content-Length: 10485760\r\n\r\n'],
  ])('%s is refused before it has come, and the connection is closed', async (_what, framing) => {
    const socket = await dial(await listening(patient));
    const received = untilClosed(socket);
    socket.write(HEAD + framing);
    const sent = await pour(socket, TEN_MEGABYTES);
    socket.end();
    // What the two kernels hold between them is on its way already; the server reads no more of it.
    expect(sent).toBeLessThan(TEN_MEGABYTES / 2);
    expect(await received).toMatch(/^HTTP\/1\.1 4(?:13|00) /);
  });

  test('of exactly the limit is taken, one byte more is not', async () => {
    const port = await listening(patient);
    const send = async (bytes: number): Promise<number> => {
      const body = '{"turn":"t","input":{"kind":"back"}}'.padEnd(bytes);
      return (
        await fetch(`http://127.0.0.1:${String(port)}/turns`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body,
        })
      ).status;
    };
    expect([await send(8000), await send(8001)]).toEqual([200, 413]);
  });

  test('with headers of 64 kB is refused', async () => {
    const socket = await dial(await listening(patient));
    const received = untilClosed(socket);
    socket.write(`GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'x'.repeat(65_536)}\r\n\r\n`);
    expect(await received).toMatch(/^HTTP\/1\.1 431 /);
  });
});

describe('three hundred clients that send drop by drop', () => {
  test('are cut off, and somebody who asks meanwhile is served', async () => {
    const port = await listening(hasty);
    const slow = await Promise.all(Array.from({ length: 300 }, () => dial(port)));
    const closed = slow.map(untilClosed);
    slow.forEach((socket, place) => {
      socket.write(place % 2 === 0 ? 'GET / HTTP/1.1\r\nHost: l' : `${HEAD}Content-Length: 1000\r\n\r\n{`);
    });
    for (let asked = 0; asked < 20; asked += 1) {
      expect(await (await fetch(`http://127.0.0.1:${String(port)}/`)).text()).toBe('好');
    }
    const ends = await Promise.all(closed);
    expect(ends.filter((end) => end !== '' && !end.startsWith('HTTP/1.1 408 '))).toEqual([]);
    expect((await fetch(`http://127.0.0.1:${String(port)}/`)).status).toBe(200);
  });
});
