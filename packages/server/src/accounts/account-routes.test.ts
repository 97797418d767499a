import { describe, expect, test } from 'vitest';
import type { StaffApp } from '../test-support/staff-app.ts';
import { staffApp, supervisorBrowser, TestBrowser } from '../test-support/staff-app.ts';
import type { AccountRow } from '../storage/tables.ts';
import { inScope } from './in-scope.ts';

interface Office extends StaffApp {
  readonly supervisor: TestBrowser;
  change(path: string, fields: Record<string, string>): Promise<{ status: number; page: string }>;
  account(name: string): Promise<AccountRow>;
}

async function office(): Promise<Office> {
  const opened = await staffApp();
  const supervisor = await supervisorBrowser(opened);
  return {
    ...opened,
    supervisor,
    change: async (path, fields) => {
      const answer = await supervisor.post(path, { csrf: await supervisor.csrf(), ...fields });
      return { status: answer.status, page: await answer.text() };
    },
    account: (name) =>
      opened.database.reader.selectFrom('accounts').selectAll().where('name', '=', name).executeTakeFirstOrThrow(),
  };
}

const LI = { name: 'li.wei', display: '李薇', role: 'clerk', hall: 'demo-hall' };

describe('a supervisor', () => {
  test('makes an account and reads its password once', async () => {
    const { change, supervisor, app } = await office();
    const made = await change('/accounts', { ...LI, name: ' Li.Wei ' });
    expect(made.status).toBe(200);
    const password = /class="secret">([^<]+)</.exec(made.page)?.[1] ?? '';
    expect(await (await supervisor.get('/accounts')).text()).not.toContain(password);
    const clerk = new TestBrowser(app);
    await clerk.signIn('li.wei', password);
    const me = (await (await clerk.get('/api/me')).json()) as { account: object };
    expect(me.account).toEqual({
      id: expect.any(String) as string,
      name: 'li.wei',
      display: '李薇',
      role: 'clerk',
      region: 'demo-city',
      hall: 'demo-hall',
    });
  });

  test.each([
    [{ name: 'l' }, '账号只能用'],
    [{ name: '李薇' }, '账号只能用'],
    [{ name: 'supervisor' }, '已经有人用'],
    [{ display: '' }, '请写姓名'],
    [{ display: '李\u202e薇' }, '请写姓名'],
    [{ role: 'king' }, '请选一个角色'],
    [{ hall: 'moon' }, '没有这个大厅'],
    [{ subject: 'not-an-issuer' }, '统一登录编号不对'],
  ])('is told what is wrong with %j', async (fields, told) => {
    const { change, database } = await office();
    const refused = await change('/accounts', { ...LI, ...fields });
    expect([refused.status, refused.page]).toEqual([422, expect.stringContaining(told)]);
    expect(await database.reader.selectFrom('accounts').select('name').execute()).toHaveLength(1);
  });

  test('sees names as text, whatever they hold', async () => {
    const { change } = await office();
    const { page } = await change('/accounts', { ...LI, display: '<img src=x onerror=alert(1)>"\'' });
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;');
    expect(page).not.toContain('<img src=x');
  });

  test('disables an account, which signs it out at once and keeps it out', async () => {
    const { change, account, app, staff } = await office();
    const { page } = await change('/accounts', LI);
    const password = /class="secret">([^<]+)</.exec(page)?.[1] ?? '';
    const clerk = new TestBrowser(app);
    await clerk.signIn('li.wei', password);
    expect((await clerk.get('/api/me')).status).toBe(200);
    const { id } = await account('li.wei');
    expect((await change(`/accounts/${id}`, { do: 'disable' })).status).toBe(303);
    expect((await clerk.get('/api/me')).status).toBe(303);
    const own = `${password}-own`;
    expect((await clerk.post('/sign-in', { name: 'li.wei', password: own })).status).toBe(401);
    await staff.misses.forget('sign-in-name', 'li.wei');
    expect((await change(`/accounts/${id}`, { do: 'enable' })).status).toBe(303);
    expect((await clerk.post('/sign-in', { name: 'li.wei', password: own })).status).toBe(303);
  });

  test('replaces a forgotten password, which also lifts the lock', async () => {
    const { change, account, app, staff } = await office();
    await change('/accounts', LI);
    for (let n = 0; n < 5; n += 1) await staff.misses.miss('sign-in-name', 'li.wei');
    const { page } = await change(`/accounts/${(await account('li.wei')).id}`, { do: 'reset' });
    const password = /class="secret">([^<]+)</.exec(page)?.[1] ?? '';
    expect((await new TestBrowser(app).post('/sign-in', { name: 'li.wei', password })).status).toBe(303);
  });

  test('gives another role and hall, which counts from the next request and is written down', async () => {
    const { change, account, staff, app } = await office();
    const { page } = await change('/accounts', LI);
    const clerk = new TestBrowser(app);
    await clerk.signIn('li.wei', /class="secret">([^<]+)</.exec(page)?.[1] ?? '');
    expect((await clerk.get('/audit', { Accept: 'application/json' })).status).toBe(403);
    const { id } = await account('li.wei');
    expect((await change(`/accounts/${id}`, { do: 'role', role: 'supervisor', hall: '' })).status).toBe(303);
    expect((await clerk.get('/audit')).status).toBe(200);
    const rows = await staff.audit.between(0, Number.MAX_SAFE_INTEGER, 100);
    expect(rows.find(({ action }) => action === 'role-changed')?.detail).toBe(
      '{"from":"clerk","to":"supervisor","fromHall":"demo-hall","toHall":null}',
    );
  });

  test('cannot change their own account, nor one of another region or that is not there', async () => {
    const { change, account, database } = await office();
    const own = await account('supervisor');
    await change('/accounts', LI);
    const { id } = await account('li.wei');
    await database.write((transaction) =>
      transaction.updateTable('accounts').set({ region: 'far-city' }).where('id', '=', id).execute(),
    );
    for (const wish of [{ do: 'disable' }, { do: 'reset' }, { do: 'role', role: 'clerk', hall: '' }]) {
      expect((await change(`/accounts/${own.id}`, wish)).page).toContain('不能改自己的账号');
      expect((await change(`/accounts/${id}`, wish)).page).toContain('没有这个账号，或者不归您管理');
      expect((await change('/accounts/none', wish)).page).toContain('没有这个账号，或者不归您管理');
    }
    expect(await account('supervisor')).toEqual(own);
  });

  test('of one hall looks after that hall only', async () => {
    const { change, account, database, supervisor, staff } = await office();
    await change('/accounts', { ...LI, name: 'wang', hall: '' });
    await database.write((transaction) =>
      transaction.updateTable('accounts').set({ hall: 'demo-hall' }).where('name', '=', 'supervisor').execute(),
    );
    expect(await (await supervisor.get('/accounts')).text()).not.toContain('wang');
    expect((await change('/accounts', { ...LI, name: 'zhao', hall: '' })).page).toContain('只能管理自己大厅');
    expect((await change('/accounts', { ...LI, name: 'zhao' })).status).toBe(200);
    const { id } = await account('zhao');
    expect((await change(`/accounts/${id}`, { do: 'role', role: 'clerk', hall: '' })).page).toContain(
      '只能管理自己大厅',
    );
    const wang = await account('wang');
    expect(await staff.accounts.resetPassword(await account('supervisor'), wang.id)).toBe('account-unknown');
  });
});

describe('who is no supervisor', () => {
  test.each(['clerk', 'editor'])('as %s reaches neither accounts nor the audit log', async (role) => {
    const { change, app, account } = await office();
    const { page } = await change('/accounts', { ...LI, role });
    const browser = new TestBrowser(app);
    await browser.signIn('li.wei', /class="secret">([^<]+)</.exec(page)?.[1] ?? '');
    const csrf = await browser.csrf();
    const { id } = await account('supervisor');
    const tries = [
      await browser.get('/accounts'),
      await browser.post('/accounts', { csrf, ...LI, name: 'x1' }),
      await browser.post(`/accounts/${id}`, { csrf, do: 'disable' }),
      await browser.get('/audit'),
      await browser.post('/audit', { csrf }),
      await browser.get('/api/audit'),
      await browser.get('/api/audit/verification'),
    ];
    for (const refused of tries)
      expect([refused.status, await refused.json()]).toMatchObject([403, { code: 'not-allowed' }]);
  });

  test('nor signed in gets nowhere', async () => {
    const { app } = await staffApp();
    const stranger = new TestBrowser(app);
    for (const path of ['/api/me', '/api/audit', '/api/audit/verification', '/accounts', '/audit', '/password']) {
      const refused = await stranger.get(path, { Accept: '*/*' });
      expect([refused.status, await refused.json()], path).toMatchObject([401, { code: 'sign-in-required' }]);
    }
    expect((await stranger.post('/accounts', LI)).status).toBe(401);
  });
});

describe('reach', () => {
  test.each([
    ['a', null, 'a', 'x'],
    ['a', null, 'a', null],
    ['a', 'x', 'a', 'x'],
  ])('of region %s and hall %s goes to region %s and hall %s', (region, hall, whereRegion, whereHall) => {
    expect(inScope({ region, hall }, { region: whereRegion, hall: whereHall })).toBe(true);
  });

  test.each([
    ['a', 'x', 'a', 'y'],
    ['a', 'x', 'a', null],
    ['a', null, 'b', null],
    ['a', 'x', 'b', 'x'],
  ])('of region %s and hall %s ends before region %s and hall %s', (region, hall, whereRegion, whereHall) => {
    expect(inScope({ region, hall }, { region: whereRegion, hall: whereHall })).toBe(false);
  });
});
