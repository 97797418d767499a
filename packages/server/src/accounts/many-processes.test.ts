import { describe, expect, test } from 'vitest';
import { Misses } from '../limits/misses.ts';
import { MISS_RULES } from '../limits/miss-rules.ts';
import { openDatabase } from '../storage/open-database.ts';
import { usePostgres } from '../test-support/postgres.ts';
import { mountStaff, TestBrowser } from '../test-support/staff-app.ts';
import { testClock } from '../test-support/test-clock.ts';
import { createStaff } from './staff.ts';

const postgres = usePostgres();

/** Three servers with pools of their own on one PostgreSQL. */
async function threeServers() {
  const address = await postgres.newDatabase();
  const clock = testClock();
  const start = async () => {
    const database = await openDatabase(address);
    const staff = createStaff({ database, clock, region: 'demo-city', cost: { ln: 4, r: 1, p: 1 } });
    return { database, staff, app: mountStaff(staff, database, clock) };
  };
  const [one, two, three] = [await start(), await start(), await start()];
  const close = async (): Promise<void> => {
    for (const { database } of [one, two, three]) await database.close();
  };
  return { one, two, three, clock, close };
}

describe('three servers on one PostgreSQL', () => {
  test('write one unbroken audit log, whoever writes', async () => {
    const { one, two, three, close } = await threeServers();
    const writes = Array.from({ length: 150 }, (_, n) => {
      const { staff } = [one, two, three][n % 3] ?? one;
      return staff.audit.recordAlone({ actor: 'a', action: 'notice-viewed', object: String(n) });
    });
    await Promise.all(writes);
    expect(await two.staff.audit.verify()).toEqual({ intact: true, rows: 150 });
    await close();
  });

  test('make one supervisor between them, and end a login everywhere at once', async () => {
    const { one, two, three, close } = await threeServers();
    const made = await Promise.all([one, two, three].map(({ staff }) => staff.accounts.ensureSupervisor('demo-city')));
    const given = made.filter((entry) => entry !== undefined);
    expect(given).toHaveLength(1);
    const browser = new TestBrowser(one.app);
    await browser.signIn('supervisor', given[0]?.password ?? '');
    const elsewhere = new TestBrowser(two.app);
    for (const [name, value] of browser.cookies) elsewhere.cookies.set(name, value);
    expect((await elsewhere.get('/api/me')).status).toBe(200);
    await browser.post('/sign-out', { csrf: await browser.csrf() });
    expect((await elsewhere.get('/api/me')).status).toBe(303);
    await close();
  });

  test('let no more guesses through together than one alone', async () => {
    const { one, two, three, clock, close } = await threeServers();
    const all = [one, two, three].map(({ database }) => new Misses({ database, clock }));
    const tries = await Promise.all(
      Array.from({ length: 20 }).flatMap(() => all.map((misses) => misses.mayTry('sign-in-name', 'li'))),
    );
    expect(tries.filter(Boolean).length).toBeLessThanOrEqual(MISS_RULES['sign-in-name'].most);
    expect(await all[0]?.locked('sign-in-name', 'li')).toBe(true);
    await close();
  });
});
