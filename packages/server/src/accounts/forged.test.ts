import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { ORIGIN, staffApp, supervisorBrowser, TestBrowser } from '../test-support/staff-app.ts';
import { isForged } from './forged.ts';

/** Headers that a request from another site's page may carry, or must lack. */
const FORGED: readonly (readonly [string, Record<string, string>])[] = [
  ['of type text/plain', { 'Content-Type': 'text/plain' }],
  ['of type multipart/form-data', { 'Content-Type': 'multipart/form-data; boundary=x' }],
  ['without a type', { 'Content-Type': '' }],
  ['from another site', { 'Sec-Fetch-Site': 'cross-site' }],
  ['from another host of our site', { 'Sec-Fetch-Site': 'same-site' }],
  ...[
    'https://evil.com',
    'https://guide.example.gov.cn.evil.com',
    'https://evilguide.example.gov.cn',
    'null',
    'https://guide.example.gov.cn:444',
    'https://guide.examp1e.gov.cn',
    'https://xn--guide-example-gov-cn.com',
    '',
  ].map((origin) => [`with Origin ${origin}`, { Origin: origin }] as const),
];

describe('our own origin', () => {
  test('is what is set, scheme and port included, whatever the Host header says', async () => {
    const app = new Hono().post('/', (c) => c.text(isForged(c, `${ORIGIN}/banshi`) ? 'forged' : 'ours'));
    const told = async (origin: string): Promise<string> => {
      const headers = { Origin: origin, Host: 'inside:8787', 'Content-Type': 'application/json' };
      return (await app.request('http://inside:8787/', { method: 'POST', headers })).text();
    };
    expect(await told(ORIGIN)).toBe('ours');
    for (const other of ['http://inside:8787', ORIGIN.replace('https', 'http'), `${ORIGIN}:444`, `${ORIGIN}/banshi`]) {
      expect(await told(other), other).toBe('forged');
    }
  });
});

describe('a change', () => {
  test('that another site can send is refused, with the right cookie and token', async () => {
    const opened = await staffApp();
    const browser = await supervisorBrowser(opened);
    const csrf = await browser.csrf();
    for (const [what, headers] of FORGED) {
      for (const path of ['/accounts', '/accounts/x', '/password', '/sign-out', '/audit']) {
        const refused = await browser.post(path, { csrf, do: 'disable' }, { ...headers, 'X-CSRF-Token': csrf });
        const told = [refused.status, await refused.json()];
        expect(told, `${path} ${what}`).toMatchObject([403, { code: 'forged-request' }]);
      }
    }
    expect((await browser.get('/api/me')).status).toBe(200);
  });

  test('that signs in is refused from another site before the password is looked at', async () => {
    const { app, staff } = await staffApp();
    for (const [what, headers] of FORGED) {
      const refused = await new TestBrowser(app).post('/sign-in', { name: 'li', password: 'x' }, headers);
      expect([refused.status, await refused.json()], what).toMatchObject([403, { code: 'forged-request' }]);
    }
    expect(await staff.audit.head()).toMatchObject({ seq: 0 });
  });

  test('from nowhere is refused: neither Origin nor Sec-Fetch-Site', async () => {
    const opened = await staffApp();
    const browser = await supervisorBrowser(opened);
    const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': await browser.csrf() };
    expect((await browser.send('/sign-out', { method: 'POST', headers })).status).toBe(403);
  });

  test('with a wrong token is refused', async () => {
    const opened = await staffApp();
    const browser = await supervisorBrowser(opened);
    for (const csrf of ['', 'x', 'A'.repeat(43), '一'.repeat(43)]) {
      expect((await browser.post('/sign-out', { csrf })).status, csrf).toBe(403);
    }
    expect((await browser.get('/api/me')).status).toBe(200);
  });

  test('with the token of an earlier login is refused', async () => {
    const opened = await staffApp();
    const browser = await supervisorBrowser(opened);
    const stale = await browser.csrf();
    const again = await opened.staff.accounts.resetByOperator('supervisor');
    if (typeof again === 'string') throw new RangeError(again);
    await browser.signIn('supervisor', again.password ?? '');
    expect((await browser.post('/sign-out', { csrf: stale })).status).toBe(403);
    expect((await browser.post('/sign-out', { csrf: await browser.csrf() })).status).toBe(303);
  });

  test('by a script of our own carries the token in a header', async () => {
    const opened = await staffApp();
    const browser = await supervisorBrowser(opened);
    const me = (await (await browser.get('/api/me')).json()) as { csrf: string };
    const headers = { Origin: ORIGIN, 'Content-Type': 'application/json' };
    expect((await browser.send('/sign-out', { method: 'POST', headers, body: '{}' })).status).toBe(403);
    const withToken = { ...headers, 'X-CSRF-Token': me.csrf };
    expect((await browser.send('/sign-out', { method: 'POST', headers: withToken, body: '{}' })).status).toBe(303);
  });

  test('with a form of more than 8000 bytes is refused', async () => {
    const opened = await staffApp();
    const browser = await supervisorBrowser(opened);
    expect((await browser.post('/accounts', { csrf: await browser.csrf(), name: 'x'.repeat(8000) })).status).toBe(413);
    expect((await new TestBrowser(opened.app).post('/sign-in', { name: 'x'.repeat(8000) })).status).toBe(413);
  });
});

describe('a page for signed-in people', () => {
  test.each(['/sign-in', '/password', '/accounts', '/audit', '/sign-in/arrived'])(
    '%s is never framed and never kept',
    async (path) => {
      const browser = await supervisorBrowser(await staffApp());
      const { headers } = await browser.get(path);
      expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
      expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('Content-Security-Policy')).not.toContain("frame-ancestors 'self'");
      expect(headers.get('X-Frame-Options')).toBe('DENY');
      expect(headers.get('Cache-Control')).toBe('no-store');
    },
  );

  test.each(['/sign-in', '/password', '/accounts', '/audit'])('%s has no script', async (path) => {
    const browser = await supervisorBrowser(await staffApp());
    const page = await (await browser.get(path)).text();
    expect(page).toMatch(/<h1/);
    expect(page).not.toMatch(/<script|\son\w+=|javascript:|style=/i);
  });
});
