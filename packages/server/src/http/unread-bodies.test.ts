import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startServer } from '../start-server.ts';
import { rightRequest } from '../test-support/route-requests.ts';
import { temporaryDatabase } from '../test-support/temporary-database.ts';
import { samplesOf, wholeServer } from '../test-support/whole-server.ts';

const TEN_MEGABYTES = 10 * 1024 * 1024;
const EIGHT_MEGABYTES = 8 * 1024 * 1024;
const MOST_READ = 16_384;
/** What Node takes out of the kernel at a time, at most. */
const ONE_READ = 65_536;
/**
 * Counted is what the server took out of the kernel, head and body together. Node goes on until more is waiting than
 * its mark, 16 kB or from Node 22 on 64 kB, so of a body that is there before it can be judged it holds two reads.
 */
const MOST_READ_AHEAD = 2 * ONE_READ;

const JSON_HEAD = 'POST /api/consultations HTTP/1.1\r\nHost: l\r\nContent-Type: application/json\r\n';
const CHUNKED = 'Transfer-Encoding: chunked\r\n\r\n';

/** Node's client, unlike others, may hear of the hanging up before it reads what was said last. */
const orNothing = (answer: RegExp): RegExp => new RegExp(`${answer.source}|^$`, answer.flags);
const asIs = (answer: RegExp): RegExp => answer;

describe.each([
  ['a kilobyte at a time', 1024, MOST_READ, asIs],
  ['as fast as it goes', ONE_READ, MOST_READ_AHEAD, orNothing],
])('a body of ten megabytes, sent %s', (_how, piece, most, expected) => {
  const chunk = `${piece.toString(16)}\r\n${'x'.repeat(piece)}\r\n`;

  test('is refused by its size after a few kilobytes, and the connection is closed', async () => {
    const port = await wholeServerAt();
    const { answer, read } = await pour(port, JSON_HEAD + CHUNKED, chunk, TEN_MEGABYTES);
    expect(answer).toMatch(expected(/^HTTP\/1\.1 413 /));
    expect(read).toBeLessThanOrEqual(most);
  });

  test('is refused at once when it announces five bytes and goes on in chunks', async () => {
    const port = await wholeServerAt();
    const head = `${JSON_HEAD}Content-Length: 5\r\n${CHUNKED}`;
    const { answer, read } = await pour(port, head, chunk, EIGHT_MEGABYTES);
    expect(answer).toMatch(expected(/^HTTP\/1\.1 400 /));
    expect(read).toBeLessThanOrEqual(most);
  });

  test.each([
    ['of a kind that is not taken', 'POST /api/consultations HTTP/1.1\r\nHost: l\r\nContent-Type: text/plain\r\n'],
    ['to where nothing is', 'POST /api/nowhere HTTP/1.1\r\nHost: l\r\n'],
    ['with a question that has none', 'GET /api/items HTTP/1.1\r\nHost: l\r\n'],
    ['of who is not signed in', 'POST /password HTTP/1.1\r\nHost: l\r\n'],
    ['with a length of its own', `${JSON_HEAD}Content-Length: ${String(TEN_MEGABYTES)}\r\n\r\n`],
  ])('%s is not read to its end either', async (_what, head) => {
    const port = await wholeServerAt();
    const { answer, read } = await pour(port, head.endsWith('\r\n\r\n') ? head : head + CHUNKED, chunk, TEN_MEGABYTES);
    expect(answer).toMatch(expected(/^HTTP\/1\.1 \d\d\d [^]*\r\nconnection: close\r\n/i));
    expect(read).toBeLessThanOrEqual(most);
  });
});

test('no route of the server, whoever asks, reads to its end what is too long', async () => {
  const { app, ids, cookie } = await wholeServer(await temporaryDatabase());
  const running = await startServer(app, 0, '127.0.0.1');
  onTestFinished(() => running.stop());
  const chunk = `400\r\n${'x'.repeat(1024)}\r\n`;
  const greedy: (readonly [route: string, read: number])[] = [];
  for (const [route, sample] of samplesOf(app, ids)) {
    const { path, init } = rightRequest(route, sample);
    const type = new Headers(init.headers).get('Content-Type') ?? 'application/json';
    const line = `${init.method ?? 'GET'} ${path} HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\n`;
    const head = `${line}Cookie: __Host-onetrip=${cookie}\r\nX-CSRF-Token: ${ids.csrf}\r\nContent-Type: ${type}\r\n`;
    const { answer, read } = await pour(portOf(running.address), head + CHUNKED, chunk, TEN_MEGABYTES);
    // Where no body is wanted the answer is worked out meanwhile, and some of it comes until then.
    if (!answer.startsWith('HTTP/1.1 ') || read > MOST_READ_AHEAD) greedy.push([route, read]);
  }
  expect(greedy).toEqual([]);
});

async function wholeServerAt(): Promise<number> {
  const { app } = await wholeServer(await temporaryDatabase());
  const running = await startServer(app, 0, '127.0.0.1');
  onTestFinished(() => running.stop());
  return portOf(running.address);
}

function portOf(address: string): number {
  return Number(new URL(address).port);
}

/** Sends a head and then pieces until the server hangs up; tells what it answered and how many bytes it took. */
async function pour(
  port: number,
  head: string,
  chunk: string,
  most: number,
): Promise<{ readonly answer: string; readonly read: number }> {
  const serverSide = nextServerSocket();
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  let open = true;
  socket.on('data', (bytes: Buffer) => (answer += bytes.toString()));
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve)).then(() => (open = false));
  await new Promise((resolve) => socket.once('connect', resolve));
  const { bytesRead: before } = await serverSide;
  socket.write(head);
  for (let sent = 0; open && sent < most; sent += chunk.length) {
    if (!socket.write(chunk)) await Promise.race([closed, new Promise((resolve) => socket.once('drain', resolve))]);
    await new Promise(setImmediate);
  }
  await closed;
  return { answer, read: (await serverSide).bytesRead - before };
}

/** The server's end of the next connection: only it knows how much was read. */
function nextServerSocket(): Promise<Socket> {
  const channel = 'net.server.socket';
  return new Promise((resolve) => {
    const take = (message: unknown): void => {
      unsubscribe(channel, take);
      resolve((message as { readonly socket: Socket }).socket);
    };
    subscribe(channel, take);
  });
}
