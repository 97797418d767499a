import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { describe, expect, onTestFinished, test } from 'vitest';
import { turnBodySchema } from '../consultations/turn-body.ts';
import { CONNECTION_LIMITS, limitConnections } from './connection-limits.ts';
import { readJson } from './read-json.ts';

const HEAD = 'POST /turns HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
const TEN_MEGABYTES = 10 * 1024 * 1024;
const CHUNK = `400\r\n${'x'.repeat(1024)}\r\n`;

/** A server with the limits of the real one, and times and places few enough for a test. */
async function listening(
  times: { readonly headersTimeout: number; readonly requestTimeout: number },
  most?: number,
): Promise<number> {
  const app = new Hono();
  app.get('/', (c) => c.text('好'));
  app.post('/turns', async (c) => {
    const read = await readJson(c, turnBodySchema);
    return 'refusal' in read ? read.refusal : c.json(read.body);
  });
  const serverOptions = { ...CONNECTION_LIMITS, ...times, connectionsCheckingInterval: 50 };
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions }) as Server;
  limitConnections(server, most);
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

  test('with 64 kB of headers that another site asks for is refused before anything reads them', async () => {
    const socket = await dial(await listening(patient));
    const received = untilClosed(socket);
    const asked = `Origin: https://gov.cn\r\nAccess-Control-Request-Method: POST`;
    const list = `Access-Control-Request-Headers: ${'x-a, '.repeat(13_107)}`;
    socket.write(`OPTIONS /turns HTTP/1.1\r\nHost: localhost\r\n${asked}\r\n${list}\r\n\r\n`);
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

describe('when all places are taken', () => {
  const PLACES = 50;

  test('clients that are silent make room for whoever asks, each time on a new connection', async () => {
    const port = await listening(patient, PLACES);
    const slow = await Promise.all(Array.from({ length: 3 * PLACES }, () => dial(port)));
    for (const socket of slow) socket.write('GET / HTTP/1.1\r\nHost: l');
    for (let asked = 0; asked < 2 * PLACES; asked += 1) expect(await askAnew(port)).toMatch(/^HTTP\/1\.1 200 [^]*好$/);
  });

  test('a connection on which somebody asks now and then is kept, and one that is silent is not', async () => {
    const port = await listening(patient, PLACES);
    const [busy, idle] = [await dial(port), await dial(port)];
    const closed = untilClosed(idle);
    expect(await askOn(busy)).toContain('好');
    expect(await askOn(idle)).toContain('好');
    for (let round = 0; round < 5; round += 1) {
      for (let place = 0; place < PLACES / 2; place += 1) await dial(port);
      expect(await askOn(busy)).toContain('好');
    }
    expect(await closed).toContain('好');
    expect(busy.destroyed).toBe(false);
  });

  test('a body that drips in is no sign of life', async () => {
    const port = await listening(patient, PLACES);
    const dripping = await dial(port);
    const closed = untilClosed(dripping);
    dripping.write(`${HEAD}Content-Length: 5000\r\n\r\n{`);
    for (let place = 0; place < 2 * PLACES; place += 1) {
      dripping.write(' ');
      await dial(port);
    }
    expect(await closed).toBe('');
  });
});

/** Asks on a connection of its own, and gives everything that comes back. */
async function askAnew(port: number): Promise<string> {
  const socket = await dial(port);
  const received = untilClosed(socket);
  socket.write('GET / HTTP/1.1\r\nHost: l\r\nConnection: close\r\n\r\n');
  return received;
}

async function askOn(socket: Socket): Promise<string> {
  const answer = new Promise<string>((resolve) => socket.once('data', (bytes: Buffer) => resolve(bytes.toString())));
  socket.write('GET / HTTP/1.1\r\nHost: l\r\n\r\n');
  return answer;
}
