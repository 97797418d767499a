import { describe, expect, test } from 'vitest';
import { usePostgres } from '../../test-support/postgres.ts';
import type { Database, Statement } from '../database.ts';
import { sql } from 'kysely';
import { openDatabase } from '../open-database.ts';
import type { ConsultationRow } from '../tables.ts';

const postgres = usePostgres();

describe('what is kept in PostgreSQL', { timeout: 60_000 }, () => {
  test('is written whole or not at all', async () => {
    const database = await openDatabase(await postgres.newDatabase());
    await expect(database.append(setting(database, 'a'), setting(database, 'a'))).rejects.toThrow(/unique/i);
    expect(await database.append(setting(database, 'b'))).toBe(1);
    expect(await names(database)).toEqual(['b']);
    await database.close();
  });

  test('is made by the first of several processes that start at once', async () => {
    const address = await postgres.newDatabase();
    const databases = await Promise.all([openDatabase(address), openDatabase(address), openDatabase(address)]);
    for (const database of databases) {
      await database.check();
      await database.close();
    }
  });

  test('is spread over parts by consultation', async () => {
    const database = await openDatabase(await postgres.newDatabase());
    const rows = Array.from({ length: 64 }, (_, index) => consultation(`c${String(index)}`));
    await database.write((transaction) => transaction.insertInto('consultations').values(rows).execute());
    const { rows: parts } = await sql<{
      part: string;
    }>`select distinct tableoid::regclass::text as part from consultations`.execute(database.reader);
    expect(parts.length).toBeGreaterThan(8);
    await database.close();
  });

  test('keeps times as exact numbers', async () => {
    const database = await openDatabase(await postgres.newDatabase());
    await database.append(database.reader.insertInto('consultations').values(consultation('c')).compile());
    expect(await database.reader.selectFrom('consultations').select('opened').executeTakeFirst()).toEqual({
      opened: 1_795_000_000_123,
    });
    await database.close();
  });

  test('cannot be changed once a citizen was told it', async () => {
    const database = await openDatabase(await postgres.newDatabase());
    await database.append(database.reader.insertInto('consultations').values(consultation('c')).compile());
    const turn = {
      consultation: 'c',
      seq: 1,
      turn: 't',
      knowledge: 'k',
      input: '{}',
      answer: '{}',
      reply: null,
      receipt: null,
      at: 1,
    };
    await database.append(database.reader.insertInto('turns').values(turn).compile());
    const change = database.write((transaction) => transaction.updateTable('turns').set({ answer: 'x' }).execute());
    await expect(change).rejects.toThrow(/kept as they are/);
    const remove = database.write((transaction) => transaction.deleteFrom('turns').execute());
    await expect(remove).rejects.toThrow(/kept as they are/);
    await database.close();
  });

  test('is out of reach for a while when its server stops, and there again afterwards', async () => {
    const database = await openDatabase(await postgres.newDatabase());
    await database.append(setting(database, 'before'));
    await postgres.stop();
    await expect(database.append(setting(database, 'during'))).rejects.toMatchObject({ code: 'storage-unreachable' });
    await expect(database.check()).rejects.toMatchObject({ code: 'storage-unreachable' });
    await expect(names(database)).rejects.toMatchObject({ code: 'storage-unreachable' });
    await postgres.start();
    await database.append(setting(database, 'after'));
    expect(await names(database)).toEqual(['after', 'before']);
    await database.close();
  });

  test('is not kept when its server stops between two statements, and nobody else is harmed', async () => {
    const database = await openDatabase(await postgres.newDatabase());
    const writing = database.write(async (transaction) => {
      await transaction.insertInto('settings').values({ name: 'half', value: '' }).execute();
      await postgres.stop();
      await transaction.insertInto('settings').values({ name: 'whole', value: '' }).execute();
    });
    await expect(writing).rejects.toMatchObject({ code: 'storage-unreachable' });
    await postgres.start();
    expect(await names(database)).toEqual([]);
    await database.close();
  });
});

function consultation(id: string): ConsultationRow {
  const rest = { knowledge: 'k', engine: '0', region: 'r', channel: 'web', begun: '{}' };
  return { id, ...rest, opened: 1_795_000_000_123 };
}

function setting(database: Database, name: string): Statement {
  return database.reader.insertInto('settings').values({ name, value: '' }).compile();
}

async function names(database: Database): Promise<readonly string[]> {
  const rows = await database.reader.selectFrom('settings').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}
