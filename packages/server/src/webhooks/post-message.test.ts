import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { webhookReceiver } from '../test-support/webhook-receiver.ts';
import { postMessage } from './post-message.ts';
import type { Receiver } from './post-message.ts';

const MESSAGE = { headers: { 'webhook-id': 'msg_1' }, body: '{"type":"ledger.opened"}' };

function post(url: string, more: Partial<Receiver> = {}) {
  return postMessage({ url, allowed: ['127.0.0.1'], patience: 60_000, ...more }, MESSAGE);
}

describe('a receiver that may be reached', () => {
  test('gets the body and the headers, and its status counts', async () => {
    const receiver = await webhookReceiver((response, count) => response.writeHead(count === 1 ? 202 : 500).end());
    expect(await post(receiver.url)).toEqual({ code: 'taken', status: 202 });
    expect(await post(receiver.url)).toEqual({ code: 'not-taken', status: 500 });
    const [first] = receiver.received;
    expect(first?.body).toBe(MESSAGE.body);
    expect(first?.headers).toMatchObject({
      ...{ 'webhook-id': 'msg_1', 'content-type': 'application/json' },
      host: `127.0.0.1:${String(receiver.port)}`,
    });
  });

  test('is not followed when it sends elsewhere', async () => {
    const secret = await webhookReceiver();
    for (const status of [301, 302, 303, 307, 308]) {
      const receiver = await webhookReceiver((response) => response.writeHead(status, { Location: secret.url }).end());
      expect(await post(receiver.url)).toEqual({ code: 'not-taken', status });
    }
    expect(secret.received).toEqual([]);
    const metadata = { Location: 'http://169.254.169.254/latest/meta-data/' };
    const receiver = await webhookReceiver((response) => response.writeHead(302, metadata).end());
    expect(await post(receiver.url)).toEqual({ code: 'not-taken', status: 302 });
  });

  test('is hung up on when its answer does not end', async () => {
    let written = 0;
    let tellHungUp: () => void = () => undefined;
    const hungUp = new Promise<void>((resolve) => (tellHungUp = resolve));
    const receiver = await webhookReceiver((response) => {
      response.on('close', () => {
        tellHungUp();
      });
      const more = (): void => {
        written += 1;
        response.write(Buffer.alloc(64 * 1024), (error) => {
          if (!error && !response.destroyed) setImmediate(more);
        });
      };
      response.writeHead(200);
      more();
    });
    expect(await post(receiver.url)).toEqual({ code: 'taken', status: 200 });
    await hungUp;
    expect(written).toBeLessThan(1000);
  });

  test('is not waited for when it says nothing', async () => {
    const receiver = await webhookReceiver(() => undefined);
    expect(await post(receiver.url, { patience: 300 })).toEqual({ code: 'timed-out' });
  });

  test('is not waited for when its name does not resolve', async () => {
    const never = () => new Promise<never>(() => undefined);
    expect(await post('http://a.example/', { patience: 300, resolve: never })).toEqual({ code: 'timed-out' });
    const unknown = () => Promise.reject(new Error('ENOTFOUND'));
    expect(await post('http://a.example/', { resolve: unknown })).toEqual({ code: 'unreachable' });
  });
});

describe('a receiver that may not be reached', () => {
  test.each([
    ...['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0177.0.0.1', '0x7f000001', 'localhost'],
    ...['169.254.169.254', '2852039166', '0251.0376.0251.0376'],
  ])('at %s gets no connection', async (host) => {
    const door = await countedDoor();
    const came = await post(`http://${host}:${String(door.port)}/`, { allowed: [] });
    expect(came).toMatchObject({ code: 'address-refused' });
    expect(door.opened()).toBe(0);
  });

  test('gets none either when its name leads to it the second time it is asked', async () => {
    const right = await webhookReceiver();
    const wrong = await webhookReceiver(undefined, { address: '127.0.0.2', port: right.port });
    const answers = ['127.0.0.1', '127.0.0.2', '127.0.0.2'];
    let asked = 0;
    const resolve = () => Promise.resolve([answers[asked++] ?? '']);
    const url = `http://rebound.example:${String(right.port)}/`;
    expect(await post(url, { resolve })).toEqual({ code: 'taken', status: 204 });
    expect(asked).toBe(1);
    expect(right.received[0]?.headers.host).toBe(`rebound.example:${String(right.port)}`);
    expect(await post(url, { resolve })).toEqual({ code: 'address-refused', address: '127.0.0.2' });
    expect([right.received.length, wrong.received.length]).toEqual([1, 0]);
  });
});

/** Listens on every address of this machine and counts who comes. */
async function countedDoor() {
  let opened = 0;
  const server = createServer((socket) => {
    opened += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  onTestFinished(() => {
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, opened: () => opened };
}
