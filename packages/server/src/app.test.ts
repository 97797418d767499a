import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createApp } from './app.ts';
import { createAsset } from './static/asset.ts';
import { openDatabase } from './storage/open-database.ts';
import { realEngine } from './test-support/real-engine.ts';
import { testApi } from './test-support/test-api.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const page = createAsset('/', 'index.html', bytes('<!doctype html><p>一趟清</p>'));
const lost = createAsset('/404', '404.html', bytes('<!doctype html><p>没有这一页</p>'));
const chunk = createAsset('/widget/chunk-A1B2C3D4.js', 'chunk-A1B2C3D4.js', bytes('export {};'));
const site = [page, lost, chunk];

describe('a page', () => {
  test('may run nothing but its own files', async () => {
    const { headers } = await testApi({ site }).request('/');
    const policy = new Map(
      (headers.get('Content-Security-Policy') ?? '').split(';').map((directive) => {
        const [name = '', ...values] = directive.trim().split(' ');
        return [name, values.join(' ')];
      }),
    );
    expect(Object.fromEntries(policy)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'connect-src': "'self'",
      'base-uri': "'none'",
      'frame-ancestors': "'self'",
      'form-action': "'self'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'lit-html',
    });
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('Content-Type')).toBe('text/html; charset=utf-8');
  });

  test('that does not exist is a page to a browser and a problem to a program', async () => {
    const api = testApi({ site });
    const shown = await api.request('/nowhere', { headers: { Accept: 'text/html,*/*' } });
    expect(shown.status).toBe(404);
    expect(shown.text).toContain('没有这一页');
    expect((await api.request('/nowhere')).json.code).toBe('not-found');
    expect((await api.request('/api/nowhere', { headers: { Accept: 'text/html' } })).json.code).toBe('not-found');
  });

  test('is kept by browsers as long as it stays the same, and asked for each time', async () => {
    const api = testApi({ site });
    const first = await api.request('/');
    expect(first.headers.get('Cache-Control')).toBe('no-cache');
    const known = { headers: { 'If-None-Match': `"other", W/${first.headers.get('ETag') ?? ''}` } };
    const again = await api.request('/', known);
    expect([again.status, again.text]).toEqual([304, '']);
  });

  test('with a hash in its name is never asked for again', async () => {
    const { headers } = await testApi({ site }).request('/widget/chunk-A1B2C3D4.js');
    expect(headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
  });

  test.each(['/../package.json', '/%2e%2e/package.json', '/widget/..%2f..%2fpackage.json', '/index.html'])(
    'is not served at %s',
    async (path) => {
      expect((await testApi({ site }).request(path)).status).toBe(404);
    },
  );
});

describe('the knowledge', () => {
  test.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
  ])('travels to a browser that takes %s as %s, with a tag of its own', async (accepted, encoding, unpack) => {
    const engine = realEngine();
    const app = createApp({ engine, database: await openDatabase(':memory:') });
    const plain = await app.request('/knowledge.json');
    const packed = await app.request('/knowledge.json', { headers: { 'Accept-Encoding': accepted } });
    expect(packed.headers.get('Content-Encoding')).toBe(encoding);
    expect(packed.headers.get('Vary')).toContain('Accept-Encoding');
    expect(packed.headers.get('ETag')).not.toBe(plain.headers.get('ETag'));
    const unpacked = unpack(Buffer.from(await packed.arrayBuffer())).toString('utf8');
    expect(unpacked).toBe(await plain.text());
    expect(JSON.parse(unpacked)).toEqual(JSON.parse(JSON.stringify(engine.knowledge)));
  });
});

describe('another site', () => {
  const from = (origin: string): RequestInit => ({ headers: { Origin: origin } });
  const allowed = async (origins: readonly string[], origin: string): Promise<string | null> =>
    (await testApi({ origins }).request('/api/items', from(origin))).headers.get('Access-Control-Allow-Origin');

  test('may not ask unless it is named', async () => {
    expect(await allowed([], 'https://www.example.gov.cn')).toBeNull();
    expect(await allowed(['https://www.example.gov.cn'], 'https://www.example.gov.cn')).toBe(
      'https://www.example.gov.cn',
    );
  });

  test.each([
    'https://evil.com',
    'https://example.gov.cn.evil.com',
    'https://evilexample.gov.cn',
    'null',
    'https://example.gov.cn:444',
    'http://example.gov.cn',
    'https://example.gov.cn/',
    'HTTPS://EXAMPLE.GOV.CN',
  ])('that only looks like a named one may not either: %s', async (origin) => {
    expect(await allowed(['https://example.gov.cn'], origin)).toBeNull();
  });

  test('asks first and is told what it may send', async () => {
    const api = testApi({ origins: ['https://example.gov.cn'] });
    const asked = await api.request('/api/consultations', {
      method: 'OPTIONS',
      headers: { Origin: 'https://example.gov.cn', 'Access-Control-Request-Method': 'POST' },
    });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('Access-Control-Allow-Methods')).toBe('GET,POST');
  });
});
