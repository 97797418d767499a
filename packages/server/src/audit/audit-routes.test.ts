import { describe, expect, test } from 'vitest';
import { staffApp, supervisorBrowser } from '../test-support/staff-app.ts';

interface Day {
  readonly day: string;
  readonly rows: readonly { readonly seq: number; readonly action: string; readonly actor: string }[];
  readonly more?: number;
}

describe('the audit page', () => {
  test('shows the rows of one day in Beijing, and writes down that they were read', async () => {
    const opened = await staffApp();
    const browser = await supervisorBrowser(opened);
    // Half past midnight in Beijing, the same afternoon in Greenwich.
    opened.clock.pass(29 * 60_000);
    await browser.get('/api/me');
    opened.clock.pass(60_000);
    const today = (await (await browser.get('/api/audit')).json()) as Day;
    expect(today).toEqual({ day: '2026-11-23', rows: [] });
    const yesterday = (await (await browser.get('/api/audit?day=2026-11-22')).json()) as Day;
    expect(yesterday.rows.map(({ action }) => action)).toEqual(['account-created', 'signed-in', 'password-changed']);
    const page = await (await browser.get('/audit')).text();
    expect(page).toContain('主管（supervisor）');
    expect(page).toContain('00:00:00');
    expect(page.match(/查看操作记录/g)).toHaveLength(2);
  });

  test.each(['x', '2026-13-45', '2026-02-30x', '%00', "'--"])('takes %j for today', async (day) => {
    const browser = await supervisorBrowser(await staffApp());
    const read = (await (await browser.get(`/api/audit?day=${day}`)).json()) as Day;
    expect(read.day).toBe('2026-11-22');
  });

  test('goes on where a long day was cut', async () => {
    const opened = await staffApp();
    const browser = await supervisorBrowser(opened);
    for (let n = 0; n < 250; n += 1)
      await opened.staff.audit.recordAlone({ actor: 'system', action: 'swept', object: 'x' });
    const first = (await (await browser.get('/api/audit')).json()) as Day;
    expect([first.rows.length, first.more]).toEqual([200, 200]);
    const second = (await (await browser.get('/api/audit?after=200')).json()) as Day;
    expect([second.rows[0]?.seq, second.rows.length, second.more]).toEqual([201, 54, undefined]);
    expect(await (await browser.get('/audit')).text()).toContain('/audit?day=2026-11-22&amp;after=200');
  });

  test('shows a supervisor nothing of another region', async () => {
    const opened = await staffApp();
    const browser = await supervisorBrowser(opened);
    await opened.staff.audit.recordAlone({
      actor: 'somebody-far-away',
      action: 'signed-in',
      object: 'somebody-far-away',
    });
    expect(await (await browser.get('/api/audit')).text()).not.toContain('far-away');
  });

  test('says that the log is whole, or where it is broken', async () => {
    const opened = await staffApp();
    const browser = await supervisorBrowser(opened);
    const head = await opened.staff.audit.head();
    const check = async (fields: Record<string, string> = {}): Promise<string> =>
      (await browser.post('/audit', { csrf: await browser.csrf(), ...fields })).text();
    expect(await check()).toContain('3 条记录都没有改动');
    expect(await check({ seq: String(head?.seq), hash: head?.hash ?? '' })).toContain('条记录都没有改动');
    expect(await check({ seq: '3', hash: '0'.repeat(64) })).toContain('第 3 条和留存的校验值对不上');
    await opened.database.write((transaction) =>
      transaction.updateTable('settings').set({ value: 'x' }).where('name', '=', 'audit-head').execute(),
    );
    expect(await check()).toContain('和留存的校验值对不上');
    const told = (await (await browser.get('/api/audit/verification')).json()) as object;
    expect(told).toMatchObject({ intact: false, fault: 'head-differs' });
  });
});
