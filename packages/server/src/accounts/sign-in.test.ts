import { describe, expect, test } from 'vitest';
import { mountStaff, staffApp, supervisorBrowser, TestBrowser } from '../test-support/staff-app.ts';
import { sha256 } from '../sha256.ts';

const MINUTE = 60_000;
const COOKIE = '__Host-onetrip';

describe('the first start', () => {
  test('makes one supervisor with a password that must be changed, and only one', async () => {
    const { staff } = await staffApp();
    const first = await staff.accounts.ensureSupervisor('demo-city');
    expect(first?.account).toMatchObject({
      name: 'supervisor',
      role: 'supervisor',
      region: 'demo-city',
      must_change: 1,
    });
    expect(first?.password).toHaveLength(19);
    expect(await staff.accounts.ensureSupervisor('demo-city')).toBeUndefined();
  });

  test('of many processes at once makes one supervisor', async () => {
    const { staff } = await staffApp();
    const made = await Promise.all(Array.from({ length: 8 }, () => staff.accounts.ensureSupervisor('demo-city')));
    expect(made.filter(Boolean)).toHaveLength(1);
  });

  test('makes another one where nobody is left who could sign in as a supervisor', async () => {
    const { staff, database } = await staffApp();
    await staff.accounts.ensureSupervisor('demo-city');
    await database.write((transaction) => transaction.updateTable('accounts').set({ disabled: 1 }).execute());
    expect((await staff.accounts.ensureSupervisor('demo-city'))?.account.name).toBe('supervisor-2');
  });

  test('lets its one-time password do nothing but be changed', async () => {
    const { app, staff } = await staffApp();
    const given = await staff.accounts.ensureSupervisor('demo-city');
    const browser = new TestBrowser(app);
    const signedIn = await browser.post('/sign-in', { name: 'supervisor', password: given?.password ?? '' });
    expect(signedIn.headers.get('Location')).toBe('/sign-in/arrived?to=%2Fdesk');
    expect((await browser.get('/sign-in/arrived')).headers.get('Location')).toBe('/password');
    expect((await browser.get('/accounts')).headers.get('Location')).toBe('/password');
    const me = await browser.get('/api/me', { Accept: 'application/json' });
    expect([me.status, await me.json()]).toMatchObject([403, { code: 'password-change-required' }]);
  });
});

describe('signing in', () => {
  test('sets a cookie with exactly these flags', async () => {
    const opened = await staffApp();
    const browser = await supervisorBrowser(opened);
    expect(browser.setCookies).toHaveLength(1);
    expect(browser.setCookies[0]).toMatch(/^__Host-onetrip=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  });

  test('keeps no cookie and no password anybody could use', async () => {
    const opened = await staffApp();
    const browser = await supervisorBrowser(opened);
    const cookie = browser.cookies.get(COOKIE) ?? '';
    const { reader } = opened.database;
    const rows = [
      await reader.selectFrom('logins').selectAll().execute(),
      await reader.selectFrom('audit').selectAll().execute(),
      await reader.selectFrom('accounts').selectAll().execute(),
    ];
    expect(JSON.stringify(rows)).toContain(sha256(cookie));
    expect(JSON.stringify(rows)).not.toContain(cookie);
  });

  test('gives a new cookie each time and ends the one that was there: none can be planted', async () => {
    const opened = await staffApp();
    const browser = await supervisorBrowser(opened);
    const planted = 'A'.repeat(43);
    const victim = new TestBrowser(opened.app);
    victim.cookies.set(COOKIE, planted);
    await addClerk(browser, 'li');
    await opened.staff.accounts.resetByOperator('li');
    const before = browser.cookies.get(COOKIE) ?? '';
    const again = await opened.staff.accounts.resetByOperator('li');
    if (typeof again === 'string') throw new RangeError(again);
    await victim.post('/sign-in', { name: 'li', password: again.password ?? '' });
    expect(victim.cookies.get(COOKIE)).not.toBe(planted);
    expect(await opened.staff.logins.find(planted)).toBeUndefined();
    browser.cookies.set(COOKIE, before);
    await browser.post('/sign-in', { name: 'li', password: again.password ?? '' });
    expect(await opened.staff.logins.find(before)).toBeUndefined();
  });

  test('says the same of a wrong password, a wrong name and a disabled account', async () => {
    const opened = await staffApp();
    const browser = await supervisorBrowser(opened);
    const password = await addClerk(browser, 'li');
    await opened.database.write((transaction) =>
      transaction.updateTable('accounts').set({ disabled: 1 }).where('name', '=', 'li').execute(),
    );
    const other = new TestBrowser(opened.app);
    const answers = [
      await other.post('/sign-in', { name: 'supervisor', password: 'wrong' }),
      await other.post('/sign-in', { name: 'nobody', password: 'wrong' }),
      await other.post('/sign-in', { name: 'li', password }),
    ];
    const pages = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    const shown = pages.map((page, n) => page.replace(`value="${['supervisor', 'nobody', 'li'][n] ?? ''}"`, ''));
    expect(new Set(shown).size).toBe(1);
    expect(other.cookies.size).toBe(0);
  });

  test('is locked for one name after five misses, for a quarter of an hour, at every process', async () => {
    const opened = await staffApp();
    const { password: right = '' } = (await opened.staff.accounts.ensureSupervisor('demo-city')) ?? {};
    const first = new TestBrowser(opened.app);
    const other = new TestBrowser(mountStaff(opened.staff, opened.database, opened.clock));
    const wrong = { name: 'supervisor', password: 'not this one' };
    for (let n = 0; n < 5; n += 1) expect((await first.post('/sign-in', wrong)).status).toBe(401);
    const locked = await other.post('/sign-in', { name: 'supervisor', password: right ?? '' });
    expect([locked.status, locked.headers.get('Retry-After')]).toEqual([429, '900']);
    expect((await other.post('/sign-in', { name: 'SUPERVISOR ', password: 'x' })).status).toBe(429);
    expect((await other.post('/sign-in', { name: 'li', password: 'x' })).status).toBe(401);
    opened.clock.pass(15 * MINUTE);
    expect((await other.post('/sign-in', { name: 'supervisor', password: right ?? '' })).status).toBe(303);
  });

  test('is locked for one address after two hundred misses, and for no other', async () => {
    const { app, staff } = await staffApp();
    for (let n = 0; n < 200; n += 1) await staff.misses.miss('sign-in-address', '198.51.100.0/24');
    const browser = new TestBrowser(app);
    const from = (address: string): Promise<Response> =>
      browser.post('/sign-in', { name: 'li', password: 'x' }, { 'X-Test-Address': address });
    expect((await from('198.51.100.0/24')).status).toBe(429);
    expect((await from('198.51.101.0/24')).status).toBe(401);
  });

  test('leads back to the page somebody wanted, and never to another site', async () => {
    const opened = await staffApp();
    const asked = await new TestBrowser(opened.app).get('/audit?day=2026-11-22');
    expect(asked.headers.get('Location')).toBe(`/sign-in?to=${encodeURIComponent('/audit?day=2026-11-22')}`);
    const browser = await supervisorBrowser(opened);
    const targetOf = async (to: string): Promise<string | null> =>
      (await browser.get(`/sign-in/arrived?to=${encodeURIComponent(to)}`)).headers.get('Location');
    expect(await targetOf('/audit?day=2026-11-22')).toBe('/audit?day=2026-11-22');
    for (const away of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/.//evil.example',
      '/\t/evil.example',
      '',
      'x',
    ]) {
      expect(await targetOf(away), away).toBe('/desk');
    }
  });

  test('says so when the browser has thrown the cookie away', async () => {
    const { app } = await staffApp();
    const page = await new TestBrowser(app).get('/sign-in/arrived?to=/desk');
    expect([page.status, await page.text()]).toMatchObject([403, expect.stringContaining('浏览器没有记住登录')]);
  });
});

describe('a login', () => {
  test('ends after half an hour without a request, to the millisecond, and lives on with requests', async () => {
    const opened = await staffApp();
    const browser = await supervisorBrowser(opened);
    opened.clock.pass(30 * MINUTE - 1);
    expect((await browser.get('/api/me')).status).toBe(200);
    opened.clock.pass(30 * MINUTE - 1);
    expect((await browser.get('/api/me')).status).toBe(200);
    opened.clock.pass(30 * MINUTE);
    expect((await browser.get('/api/me')).headers.get('Location')).toBe('/sign-in?to=%2Fapi%2Fme');
  });

  test('ends after eight hours however busy it is', async () => {
    const opened = await staffApp();
    const browser = await supervisorBrowser(opened);
    for (let n = 1; n < 24; n += 1) {
      opened.clock.pass(20 * MINUTE);
      expect((await browser.get('/api/me')).status).toBe(200);
    }
    opened.clock.pass(20 * MINUTE);
    expect((await browser.get('/api/me')).status).toBe(303);
    await opened.staff.sweep();
    expect(await opened.database.reader.selectFrom('logins').selectAll().execute()).toEqual([]);
  });

  test('ends at every process at once when its owner signs out', async () => {
    const opened = await staffApp();
    const browser = await supervisorBrowser(opened);
    const elsewhere = new TestBrowser(mountStaff(opened.staff, opened.database, opened.clock));
    for (const [name, value] of browser.cookies) elsewhere.cookies.set(name, value);
    expect((await elsewhere.get('/api/me')).status).toBe(200);
    const out = await browser.post('/sign-out', { csrf: await browser.csrf() });
    expect(out.headers.get('Location')).toBe('/sign-in?signed-out');
    expect(browser.setCookies[0]).toMatch(/^__Host-onetrip=; Max-Age=0; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    const after = await elsewhere.get('/api/me', { Accept: 'application/json' });
    expect([after.status, await after.json()]).toMatchObject([401, { code: 'sign-in-required' }]);
  });

  test('ends everywhere else when the password is changed, and goes on here under a new cookie', async () => {
    const opened = await staffApp();
    const browser = await supervisorBrowser(opened);
    const old = browser.cookies.get(COOKIE) ?? '';
    const accounts = await opened.database.reader.selectFrom('accounts').selectAll().execute();
    const given = await opened.staff.accounts.resetByOperator(accounts[0]?.name ?? '');
    if (typeof given === 'string') throw new RangeError(given);
    expect(await opened.staff.logins.find(old)).toBeUndefined();
    const [one, other] = [new TestBrowser(opened.app), new TestBrowser(opened.app)];
    await one.post('/sign-in', { name: 'supervisor', password: given.password ?? '' });
    await other.signIn('supervisor', given.password ?? '');
    expect((await one.get('/api/me')).status).toBe(303);
    expect((await other.get('/api/me')).status).toBe(200);
  });
});

describe('changing a password', () => {
  test('needs the current one, twice the new one, and a good one', async () => {
    const opened = await staffApp();
    const given = await opened.staff.accounts.ensureSupervisor('demo-city');
    const current = given?.password ?? '';
    const browser = new TestBrowser(opened.app);
    await browser.post('/sign-in', { name: 'supervisor', password: current });
    const change = async (fields: Record<string, string>): Promise<string> => {
      const answer = await browser.post('/password', { csrf: await browser.csrf(), current, ...fields });
      const told = /role="alert" id="fault">([^<]+)</.exec(await answer.text())?.[1] ?? '';
      return `${String(answer.status)} ${told}`;
    };
    expect(await change({ chosen: 'a good one 1', again: 'a good one 2' })).toMatch(/^422 两次写的新密码不一样/);
    expect(await change({ chosen: 'short', again: 'short' })).toMatch(/^422 新密码太短/);
    expect(await change({ chosen: current, again: current })).toMatch(/^422 新密码和现在的一样/);
    const good = { chosen: 'a good one 1', again: 'a good one 1' };
    expect(await change({ ...good, current: 'wrong' })).toMatch(/^422 现在的密码不对/);
    expect(await change(good)).toBe('303 ');
    expect((await browser.get('/api/me')).status).toBe(200);
  });

  test('locks the name when the current one is guessed at', async () => {
    const opened = await staffApp();
    const browser = await supervisorBrowser(opened);
    const csrf = await browser.csrf();
    const guess = { csrf, current: 'wrong', chosen: 'a good one 1', again: 'a good one 1' };
    for (let n = 0; n < 5; n += 1)
      expect(await (await browser.post('/password', guess)).text()).toContain('现在的密码不对');
    expect(await (await browser.post('/password', guess)).text()).toContain('试错的次数太多');
  });
});

describe('the audit log', () => {
  test('holds every sign-in, failure and change, and not what was typed', async () => {
    const opened = await staffApp();
    const browser = await supervisorBrowser(opened);
    const stranger = new TestBrowser(opened.app);
    await stranger.post('/sign-in', { name: 'my-secret-password', password: 'x' });
    await stranger.post('/sign-in', { name: 'supervisor', password: 'my-other-secret' });
    const password = await addClerk(browser, 'li');
    await new TestBrowser(opened.app).signIn('li', password);
    await browser.post('/sign-out', { csrf: await browser.csrf() });
    const rows = await opened.staff.audit.between(0, Number.MAX_SAFE_INTEGER, 100);
    expect(rows.map(({ action }) => action)).toEqual([
      'account-created',
      'signed-in',
      'password-changed',
      'sign-in-failed',
      'sign-in-failed',
      'account-created',
      'signed-in',
      'password-changed',
      'signed-out',
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/secret/);
    expect(await opened.staff.audit.verify()).toEqual({ intact: true, rows: 9 });
  });
});

/** Makes a clerk through the page and reads the password off it. */
async function addClerk(supervisor: TestBrowser, name: string): Promise<string> {
  const fields = { csrf: await supervisor.csrf(), name, display: '李窗口', role: 'clerk', hall: 'demo-hall' };
  const page = await (await supervisor.post('/accounts', fields)).text();
  return /class="secret">([^<]+)</.exec(page)?.[1] ?? '';
}
