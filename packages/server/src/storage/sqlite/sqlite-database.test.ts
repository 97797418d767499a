import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { migrate } from '../migrations/migrate.ts';
import { openDatabase } from '../open-database.ts';
import { SqliteDatabase } from './sqlite-database.ts';
import { temporaryDatabase, temporaryPath } from '../../test-support/temporary-database.ts';
import type { Database, Statement } from '../database.ts';

describe('what is kept in a SQLite file', () => {
  test('is there again when the file is opened again', async () => {
    const path = temporaryPath();
    const first = await openDatabase(path);
    await first.append(setting(first, 'hall', 'demo'));
    await first.close();
    const second = await openDatabase(path);
    expect(await second.reader.selectFrom('settings').selectAll().execute()).toEqual([{ name: 'hall', value: 'demo' }]);
    await second.close();
  });

  test('stands whole in the one file when it is closed, whether anything was read or not', async () => {
    const path = temporaryPath();
    const database = await openDatabase(path);
    await database.append(setting(database, 'hall', 'demo'));
    await database.close();
    const copy = temporaryPath();
    copyFileSync(path, copy);
    const copied = await openDatabase(copy);
    expect(await names(copied)).toEqual(['hall']);
    await copied.close();
  });

  test('is written whole or not at all', async () => {
    const database = await temporaryDatabase();
    const broken = database.append(setting(database, 'a', '1'), setting(database, 'a', '2'));
    const other = database.append(setting(database, 'b', '1'));
    await expect(broken).rejects.toThrow(/UNIQUE/);
    expect(await other).toBe(1);
    expect(await names(database)).toEqual(['b']);
  });

  test('leaves out the others when the first statement changed nothing', async () => {
    const database = await temporaryDatabase();
    const nothing = database.reader.deleteFrom('settings').where('name', '=', 'none').compile();
    expect(await database.append(nothing, setting(database, 'c', '1'))).toBe(0);
    expect(await names(database)).toEqual([]);
  });

  test('takes long and quick writes in turn, and none of them is lost', async () => {
    const database = await temporaryDatabase();
    const writes = Array.from({ length: 60 }, (_, index) => {
      const name = `n${String(index)}`;
      return index % 3 === 0
        ? database.write((transaction) => transaction.insertInto('settings').values({ name, value: '' }).execute())
        : database.append(setting(database, name, ''));
    });
    await Promise.all(writes);
    expect(await names(database)).toHaveLength(60);
  });

  test('undoes a long write whose work fails', async () => {
    const database = await temporaryDatabase();
    const failing = database.write(async (transaction) => {
      await transaction.insertInto('settings').values({ name: 'half', value: '' }).execute();
      throw new RangeError('no');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(await names(database)).toEqual([]);
  });

  test('is refused as full, however it is written, and taken when there is room', async () => {
    const database = new SqliteDatabase(temporaryPath());
    await migrate(database.writer, 'sqlite');
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database.writer);
    await sql`pragma max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + 4)}`.execute(database.writer);
    const value = 'x'.repeat(10_000);
    const writing = database.write(async (transaction) => {
      for (const name of ['a', 'b', 'c', 'd']) {
        await transaction.insertInto('settings').values({ name, value }).execute();
      }
    });
    await expect(writing).rejects.toMatchObject({ code: 'storage-full' });
    const appending = ['a', 'b', 'c', 'd'].map((name) => database.append(setting(database, name, value)));
    for (const end of await Promise.allSettled(appending)) {
      expect(end).toMatchObject({ status: 'rejected', reason: { code: 'storage-full' } });
    }
    expect(await names(database)).toEqual([]);
    await sql`pragma max_page_count = 100000`.execute(database.writer);
    expect(await database.append(setting(database, 'a', value))).toBe(1);
    await database.close();
  });

  test('has all its tables or none, and can be made whole after it failed on the way', async () => {
    const path = temporaryPath();
    for (const room of [3, 10, 20, 30]) {
      const database = new SqliteDatabase(path);
      await sql`pragma max_page_count = ${sql.lit(room)}`.execute(database.writer);
      await expect(migrate(database.writer, 'sqlite')).rejects.toMatchObject({ code: 'storage-full' });
      expect((await sql`select name from sqlite_master`.execute(database.writer)).rows).toEqual([]);
      await database.close();
    }
    const database = await openDatabase(path);
    await database.append(setting(database, 'hall', 'demo'));
    expect(await names(database)).toEqual(['hall']);
    await database.close();
  });

  test('is a fault of the storage when it cannot be read any more', async () => {
    const path = temporaryPath();
    const full = await openDatabase(path);
    const rows = Array.from({ length: 500 }, (_, index) => ({ name: `n${String(index)}`, value: 'x'.repeat(1000) }));
    await full.write((transaction) => transaction.insertInto('settings').values(rows).execute());
    await full.close();
    const database = await openDatabase(path);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xaa, bytes.length / 2));
    await expect(names(database)).rejects.toMatchObject({ code: 'storage-corrupt' });
    await database.close();
  });

  test('cannot be changed through the reading connection', async () => {
    const database = await temporaryDatabase();
    const writing = database.reader.insertInto('settings').values({ name: 'x', value: '' }).execute();
    await expect(writing).rejects.toMatchObject({ code: 'storage-read-only' });
  });
});

function setting(database: Database, name: string, value: string): Statement {
  return database.reader.insertInto('settings').values({ name, value }).compile();
}

async function names(database: Database): Promise<readonly string[]> {
  const rows = await database.reader.selectFrom('settings').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}
