import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Database } from '../storage/database.ts';
import type { AuditRow } from '../storage/tables.ts';
import { temporaryDatabase } from '../test-support/temporary-database.ts';
import { testClock } from '../test-support/test-clock.ts';
import { auditHash } from './audit-hash.ts';
import { AuditLog } from './audit-log.ts';

const ROWS = 40;

/** What somebody with the database in their hands may do to it, and the first number that must be named for it. */
interface Tampering {
  readonly what: string;
  readonly seq: number;
  readonly rows: (rows: readonly AuditRow[]) => readonly AuditRow[];
}

const place = fc.integer({ min: 1, max: ROWS });
const textField = fc.constantFrom('actor', 'action', 'object', 'detail', 'previous', 'hash');

const edit = fc
  .record({ seq: place, field: textField, salt: fc.string({ minLength: 1 }) })
  .map(({ seq, field, salt }): Tampering => ({
    what: `edit ${field} of ${String(seq)}`,
    seq,
    rows: (rows) =>
      rows.map((row) => (row.seq === seq ? { ...row, [field]: `${String(row[field as 'actor'])}${salt}` } : row)),
  }));
const editTime = fc.record({ seq: place, by: fc.integer({ min: 1, max: 1e9 }) }).map(({ seq, by }): Tampering => ({
  what: `move ${String(seq)} in time`,
  seq,
  rows: (rows) => rows.map((row) => (row.seq === seq ? { ...row, at: row.at - by } : row)),
}));
const removal = place.map((seq): Tampering => ({
  what: `delete ${String(seq)}`,
  seq,
  rows: (rows) => rows.filter((row) => row.seq !== seq),
}));
const closedGap = fc.integer({ min: 1, max: ROWS }).map((seq): Tampering => ({
  what: `delete ${String(seq)} and number the rest anew`,
  seq,
  rows: (rows) =>
    rows.filter((row) => row.seq !== seq).map((row) => (row.seq > seq ? { ...row, seq: row.seq - 1 } : row)),
}));
const swap = fc
  .tuple(place, place)
  .filter(([one, other]) => one !== other)
  .map(([one, other]): Tampering => ({
    what: `swap ${String(one)} and ${String(other)}`,
    seq: Math.min(one, other),
    rows: (rows) =>
      rows.map((row) => (row.seq === one ? { ...row, seq: other } : row.seq === other ? { ...row, seq: one } : row)),
  }));
const cut = place.map((seq): Tampering => ({
  what: `cut from ${String(seq)}`,
  seq,
  rows: (rows) => rows.filter((row) => row.seq < seq),
}));

/** A log of forty rows whose triggers are gone, as they are for whoever owns the database. */
async function openedLog(): Promise<{ log: AuditLog; database: Database; rows: readonly AuditRow[] }> {
  const database = await temporaryDatabase();
  const clock = testClock();
  const log = new AuditLog({ database, clock });
  for (let n = 1; n <= ROWS; n += 1) {
    clock.pass(1000);
    await log.recordAlone({ actor: `a${String(n % 3)}`, action: 'notice-viewed', object: String(n), detail: { n } });
  }
  await database.write(async (transaction) => {
    for (const event of ['update', 'delete']) await sql.raw(`drop trigger audit_no_${event}`).execute(transaction);
  });
  return { log, database, rows: await database.reader.selectFrom('audit').selectAll().orderBy('seq').execute() };
}

async function put(database: Database, rows: readonly AuditRow[]): Promise<void> {
  await database.write(async (transaction) => {
    await transaction.deleteFrom('audit').execute();
    if (rows.length > 0)
      await transaction
        .insertInto('audit')
        .values([...rows])
        .execute();
  });
}

describe('the chain', () => {
  test('finds every edit, deletion and reordering, and where it begins', async () => {
    const { log, database, rows } = await openedLog();
    const tampering = fc.oneof(edit, editTime, removal, closedGap, swap, cut);
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(tampering, async (done) => {
        await put(database, done.rows(rows));
        expect(await log.verify(), done.what).toMatchObject({ intact: false, seq: done.seq });
        tried += 1;
      }),
      { numRuns: 1000 },
    );
    expect(tried).toBe(1000);
    await put(database, rows);
    expect(await log.verify()).toEqual({ intact: true, rows: ROWS });
  });

  test('finds a row whose hash was made to fit, at the next one', async () => {
    const { log, database, rows } = await openedLog();
    for (const [seq, found] of [
      [1, 2],
      [20, 21],
      [ROWS, ROWS],
    ]) {
      const forged = rows.map((row) => {
        const changed = { ...row, actor: 'nobody' };
        return row.seq === seq ? { ...changed, hash: auditHash(changed) } : row;
      });
      await put(database, forged);
      expect(await log.verify()).toMatchObject({ intact: false, seq: found });
    }
  });

  test('finds a row put before the first and one added behind the last', async () => {
    const { log, database, rows } = await openedLog();
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last) throw new RangeError('The log is empty.');
    await put(database, [{ ...first, seq: 0 }, ...rows]);
    expect(await log.verify()).toMatchObject({ intact: false, seq: 0 });
    const added = { ...last, seq: ROWS + 1, previous: last.hash };
    await put(database, [...rows, { ...added, hash: auditHash(added) }]);
    expect(await log.verify()).toEqual({ intact: false, seq: ROWS + 1, fault: 'head-differs' });
  });

  test('finds a head that was moved back or made unreadable', async () => {
    const { log, database, rows } = await openedLog();
    const middle = rows[9];
    for (const value of [JSON.stringify({ seq: middle?.seq, hash: middle?.hash }), '{}', 'x', '']) {
      await database.write((transaction) =>
        transaction.updateTable('settings').set({ value }).where('name', '=', 'audit-head').execute(),
      );
      expect(await log.verify()).toEqual({ intact: false, seq: ROWS, fault: 'head-differs' });
    }
  });

  test('finds a whole log written anew only by a head that was kept elsewhere', async () => {
    const { log, database } = await openedLog();
    const kept = await log.head();
    await put(database, []);
    await database.write((transaction) =>
      transaction.deleteFrom('settings').where('name', '=', 'audit-head').execute(),
    );
    for (let n = 1; n <= ROWS + 5; n += 1) await log.recordAlone({ actor: 'x', action: 'signed-in', object: 'x' });
    expect(await log.verify()).toEqual({ intact: true, rows: ROWS + 5 });
    expect(await log.verify(kept)).toEqual({ intact: false, seq: ROWS, fault: 'head-differs' });
    expect(await log.verify({ seq: ROWS + 9, hash: 'f'.repeat(64) })).toMatchObject({ fault: 'missing' });
  });
});
