import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { allowOrigins } from './allow-origins.ts';
import { behindEntrance } from './entrance.ts';

const ITEMS = '/api/items';
const routes = new Hono().get(ITEMS, (c) => c.text('好'));
const app = behindEntrance(routes, { origins: allowOrigins(['https://gov.cn', 'https://www.example.gov.cn']) });

const ask = async (origin: string, init: RequestInit = {}): Promise<Response> =>
  app.request(ITEMS, { ...init, headers: { Origin: origin, ...(init.headers as Record<string, string> | undefined) } });
const preflight = (origin: string, headers: Record<string, string> = {}): Promise<Response> =>
  ask(origin, { method: 'OPTIONS', headers: { 'Access-Control-Request-Method': 'POST', ...headers } });

describe.each([
  'https://evil.com',
  'https://gov.cn.evil.com',
  'https://evilgov.cn',
  'https://sub.gov.cn',
  'null',
  'https://gov.cn:444',
  'https://gov.cn:443',
  'http://gov.cn',
  'https://gov.cn/',
  'https://gov.cn.',
  'https://gov.cn%00.evil.com',
  'https://user@gov.cn',
  'HTTPS://GOV.CN',
  'https://xn--gv-fka.cn',
  'https://gоv.cn'.replace('о', '%D0%BE'),
  '*',
  '',
])('from %s', (origin) => {
  test('nothing may be read, and nothing echoes the origin', async () => {
    for (const answer of [await ask(origin), await preflight(origin)]) {
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull();
      expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    }
  });
});

test('a named origin gets exactly itself, and caches are told that this depends on who asks', async () => {
  for (const answer of [await ask('https://gov.cn'), await preflight('https://gov.cn')]) {
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('https://gov.cn');
    expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(answer.headers.get('Vary')).toContain('Origin');
  }
  expect((await ask('https://evil.com')).headers.get('Vary')).toContain('Origin');
});

test('of 64 kB of requested headers not one comes back (GHSA-8j4g-w8fx-2239)', async () => {
  const answer = await preflight('https://gov.cn', {
    'Access-Control-Request-Headers': `${' '.repeat(32_000)}x${', ,'.repeat(11_000)}y`,
  });
  expect(answer.status).toBe(204);
  expect(answer.headers.get('Access-Control-Allow-Headers')).toBe('Content-Type,Accept-Language');
});

test('where no site is named, a browser that asks first is told nothing', async () => {
  const closed = behindEntrance(routes, { origins: allowOrigins([]) });
  const answer = await closed.request(ITEMS, { method: 'OPTIONS', headers: { Origin: 'https://gov.cn' } });
  expect([answer.status, answer.headers.get('Access-Control-Allow-Methods')]).toEqual([404, null]);
});
