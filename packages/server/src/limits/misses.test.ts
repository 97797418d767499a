import { describe, expect, test } from 'vitest';
import { temporaryDatabase } from '../test-support/temporary-database.ts';
import { testClock } from '../test-support/test-clock.ts';
import { MISS_RULES } from './miss-rules.ts';
import { Misses } from './misses.ts';

const { most, within } = MISS_RULES['sign-in-name'];

describe('wrong guesses', () => {
  test('lock one key out when there were too many, and no other', async () => {
    const misses = new Misses({ database: await temporaryDatabase(), clock: testClock() });
    for (let n = 1; n < most; n += 1) await misses.miss('sign-in-name', 'li');
    expect(await misses.locked('sign-in-name', 'li')).toBe(false);
    await misses.miss('sign-in-name', 'li');
    expect(await misses.locked('sign-in-name', 'li')).toBe(true);
    expect(await misses.locked('sign-in-name', 'wang')).toBe(false);
    expect(await misses.locked('receipt-number', 'li')).toBe(false);
  });

  test('are forgotten after their time, to the millisecond', async () => {
    const clock = testClock();
    const misses = new Misses({ database: await temporaryDatabase(), clock });
    for (let n = 0; n < most; n += 1) await misses.miss('sign-in-name', 'li');
    clock.pass(within - 1);
    expect(await misses.locked('sign-in-name', 'li')).toBe(true);
    clock.pass(1);
    expect(await misses.locked('sign-in-name', 'li')).toBe(false);
  });

  test('are counted before they are made, so that many at once get through no more often', async () => {
    const misses = new Misses({ database: await temporaryDatabase(), clock: testClock() });
    const tries = await Promise.all(Array.from({ length: 50 }, () => misses.mayTry('sign-in-name', 'li')));
    expect(tries.filter(Boolean).length).toBeLessThanOrEqual(most);
    expect(await misses.mayTry('sign-in-name', 'li')).toBe(false);
  });

  test('let exactly the allowed number of tries through, one after the other', async () => {
    const misses = new Misses({ database: await temporaryDatabase(), clock: testClock() });
    const tries: boolean[] = [];
    for (let n = 0; n <= most; n += 1) tries.push(await misses.mayTry('sign-in-name', 'li'));
    expect(tries).toEqual([...Array.from({ length: most }, () => true), false]);
  });

  test('are forgotten when the right guess came', async () => {
    const misses = new Misses({ database: await temporaryDatabase(), clock: testClock() });
    for (let n = 0; n < most; n += 1) await misses.miss('sign-in-name', 'li');
    await misses.forget('sign-in-name', 'li');
    expect(await misses.locked('sign-in-name', 'li')).toBe(false);
  });

  test('keep no name anybody could read, and nothing longer than it counts', async () => {
    const clock = testClock();
    const database = await temporaryDatabase();
    const misses = new Misses({ database, clock });
    await misses.miss('sign-in-name', '13800138000');
    const rows = await database.reader.selectFrom('misses').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('13800138000');
    clock.pass(within);
    await misses.sweep();
    expect(await database.reader.selectFrom('misses').selectAll().execute()).toEqual([]);
  });
});
