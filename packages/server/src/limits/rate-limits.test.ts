import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { behindEntrance } from '../http/entrance.ts';
import { testClock } from '../test-support/test-clock.ts';
import { rateLimits } from './rate-limits.ts';

const HALL = '203.0.113.9';

function limited() {
  const clock = testClock();
  const app = behindEntrance(
    new Hono().all('*', (c) => c.text('好')),
    { limits: rateLimits({ clock }) },
  );
  const send = async (path: string, peer = HALL, method = 'POST'): Promise<Response> =>
    app.request(path, { method }, { incoming: { socket: { remoteAddress: peer } } });
  const refused = async (times: number, path: string, peer?: string): Promise<number> => {
    let count = 0;
    for (let sent = 0; sent < times; sent += 1) count += (await send(path, peer)).status === 429 ? 1 : 0;
    return count;
  };
  return { clock, send, refused };
}

describe('one consultation', () => {
  const path = '/api/consultations/abc/turns';

  test('may be clicked through as fast as anybody reads: twenty turns at once', async () => {
    expect(await limited().refused(20, path)).toBe(0);
  });

  test('that goes on faster than a person is told to wait, and goes on after the wait', async () => {
    const { send, refused, clock } = limited();
    expect(await refused(31, path)).toBe(1);
    const answer = await send(path);
    expect(answer.status).toBe(429);
    expect(await answer.json()).toMatchObject({ code: 'too-fast' });
    clock.pass(Number(answer.headers.get('Retry-After')) * 1000);
    expect((await send(path)).status).toBe(200);
  });

  test('does not slow another one down', async () => {
    const { refused, send } = limited();
    await refused(100, path);
    expect((await send('/api/consultations/other/turns')).status).toBe(200);
    expect((await send('/api/consultations', HALL)).status).toBe(200);
  });

  test('is one, in however many ways its id is written', async () => {
    const { refused } = limited();
    const seal = 'c'.repeat(22);
    const ways = ['abc', '%61bc', 'ab%63', `abc.x.${seal}`, `abc.y.${seal}`, `abc%2Ex.${seal}`];
    let count = 0;
    for (const way of ways) count += await refused(10, `/api/consultations/${way}/turns`);
    expect(count).toBe(30);
  });
});

describe('one network', () => {
  test('of two hundred citizens who ask within ten minutes is never refused', async () => {
    const { clock, refused } = limited();
    let count = 0;
    for (let citizen = 0; citizen < 200; citizen += 1) {
      count += await refused(1, '/api/consultations');
      count += await refused(25, `/api/consultations/c${String(citizen)}/turns`);
      clock.pass(3000);
    }
    expect(count).toBe(0);
  });

  test('of two hundred citizens who all ask at the same moment is not refused either', async () => {
    const { refused } = limited();
    let count = 0;
    for (let citizen = 0; citizen < 200; citizen += 1) {
      count += await refused(25, `/api/consultations/c${String(citizen)}/turns`);
    }
    expect(count).toBe(0);
  });

  test('that floods is refused, and its neighbours are not', async () => {
    const { refused, send } = limited();
    expect(await refused(7000, '/api/consultations')).toBe(1000);
    expect((await send('/api/items', '203.0.113.200', 'GET')).status).toBe(429);
    expect((await send('/api/items', '203.0.114.9', 'GET')).status).toBe(200);
  });
});
