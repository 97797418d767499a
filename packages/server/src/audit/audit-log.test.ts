import { describe, expect, test } from 'vitest';
import { temporaryDatabase } from '../test-support/temporary-database.ts';
import { testClock } from '../test-support/test-clock.ts';
import { AuditLog } from './audit-log.ts';

describe('the audit log', () => {
  test('is whole when nothing was written to it yet', async () => {
    const log = new AuditLog({ database: await temporaryDatabase(), clock: testClock() });
    expect(await log.verify()).toEqual({ intact: true, rows: 0 });
  });

  test('counts its rows from one, each with the hash of the one before', async () => {
    const clock = testClock();
    const log = new AuditLog({ database: await temporaryDatabase(), clock });
    await log.recordAlone({ actor: 'a', action: 'signed-in', object: 'a' });
    await log.recordAlone({ actor: 'a', action: 'notice-viewed', object: '123456789012', detail: { region: 'r' } });
    const rows = await log.between(clock.now(), clock.now() + 1, 10);
    expect(rows.map(({ seq, detail }) => [seq, detail])).toEqual([
      [1, '{}'],
      [2, '{"region":"r"}'],
    ]);
    expect(rows[1]?.previous).toBe(rows[0]?.hash);
    expect(await log.head()).toEqual({ seq: 2, hash: rows[1]?.hash });
    expect(await log.verify()).toEqual({ intact: true, rows: 2 });
  });

  test('keeps no row of what was undone', async () => {
    const database = await temporaryDatabase();
    const log = new AuditLog({ database, clock: testClock() });
    const failing = database.write(async (transaction) => {
      await log.record(transaction, { actor: 'a', action: 'signed-in', object: 'a' });
      throw new RangeError('undone');
    });
    await expect(failing).rejects.toThrow(RangeError);
    await log.recordAlone({ actor: 'b', action: 'signed-in', object: 'b' });
    expect(await log.verify()).toEqual({ intact: true, rows: 1 });
  });

  test('stays one chain when many write at once', async () => {
    const log = new AuditLog({ database: await temporaryDatabase(), clock: testClock() });
    const writes = Array.from({ length: 100 }, (_, n) =>
      log.recordAlone({ actor: 'a', action: 'signed-in', object: String(n) }),
    );
    await Promise.all(writes);
    expect(await log.verify()).toEqual({ intact: true, rows: 100 });
  });

  test('cannot be changed by the server itself', async () => {
    const database = await temporaryDatabase();
    const log = new AuditLog({ database, clock: testClock() });
    await log.recordAlone({ actor: 'a', action: 'signed-in', object: 'a' });
    const change = database.write((transaction) => transaction.updateTable('audit').set({ actor: 'b' }).execute());
    await expect(change).rejects.toThrow(/kept as they are/);
    const removal = database.write((transaction) => transaction.deleteFrom('audit').execute());
    await expect(removal).rejects.toThrow(/kept as they are/);
  });
});
