import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { behindEntrance } from './entrance.ts';
import type { SecurityHeadersOptions } from './security-headers.ts';
import { securityHeaders } from './security-headers.ts';

const headersOf = async (path: string, options: SecurityHeadersOptions = {}): Promise<Headers> => {
  const app = new Hono().get('*', (c) => c.text('好'));
  return (await behindEntrance(app, { headers: securityHeaders(options).complete }).request(path)).headers;
};
const policyOf = async (path: string, options?: SecurityHeadersOptions): Promise<string> =>
  (await headersOf(path, options)).get('Content-Security-Policy') ?? '';

test.each(['/', '/offline', '/desk', '/404', '/docs', '/sign-in'])('a page at %s runs own files only', async (path) => {
  const policy = await policyOf(path);
  expect(policy).toContain("default-src 'none'; script-src 'self'");
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types lit-html");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
});

test.each(['/api/items', '/healthz', '/metrics', '/knowledge.json', '/n/abc'])('nothing runs in %s', async (path) => {
  const policy = await policyOf(path);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('script-src');
});

test('only the pages of the guide may be framed, and only by named sites', async () => {
  const frames = ['https://www.example.gov.cn', 'https://hall.example.gov.cn'];
  for (const path of ['/', '/offline']) {
    expect(await policyOf(path, { frames })).toMatch(
      /frame-ancestors 'self' https:\/\/www\.example\.gov\.cn https:\/\/hall\.example\.gov\.cn$/,
    );
    expect(await policyOf(path)).toMatch(/frame-ancestors 'self'$/);
  }
  for (const path of ['/desk', '/n/abc', '/api/items', '/sign-in']) {
    expect(await policyOf(path, { frames }), path).toMatch(/frame-ancestors 'none'$/);
  }
});

test('browsers are told to insist on HTTPS only where citizens reach us by it', async () => {
  expect((await headersOf('/')).get('Strict-Transport-Security')).toBeNull();
  expect((await headersOf('/', { https: true })).get('Strict-Transport-Security')).toBe('max-age=31536000');
});

test('every answer keeps its type, and other sites may not load it as their own', async () => {
  for (const path of ['/', '/api/items', '/n/abc']) {
    const headers = await headersOf(path);
    expect(headers.get('X-Content-Type-Options'), path).toBe('nosniff');
    expect(headers.get('Cross-Origin-Resource-Policy'), path).toBe('same-origin');
    expect(headers.get('Referrer-Policy'), path).toBe('strict-origin-when-cross-origin');
  }
  expect((await headersOf('/')).get('Cross-Origin-Opener-Policy')).toBe('same-origin');
  expect((await headersOf('/')).get('Permissions-Policy')).toContain('geolocation=()');
});

test('a route that knows better has the last word', async () => {
  const route = new Hono().get('/n/x', (c) => c.text('好', 200, { 'Referrer-Policy': 'no-referrer' }));
  const app = behindEntrance(route, { headers: securityHeaders().complete });
  expect((await app.request('/n/x')).headers.get('Referrer-Policy')).toBe('no-referrer');
});
