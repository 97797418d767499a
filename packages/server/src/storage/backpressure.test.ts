import { describe, expect, test } from 'vitest';
import { idOf } from '../consultations/sealed-opening.ts';
import { usePostgres } from '../test-support/postgres.ts';
import { temporaryPath } from '../test-support/temporary-database.ts';
import { testApi } from '../test-support/test-api.ts';
import type { Database, Statement } from './database.ts';
import { openDatabase } from './open-database.ts';
import { PostgresDatabase } from './postgres/postgres-database.ts';
import { SqliteDatabase } from './sqlite/sqlite-database.ts';

const postgres = usePostgres();

/** Makes the tables, and opens the database again with little room to wait in. */
const kinds: readonly { readonly kind: string; readonly open: () => Promise<Database> }[] = [
  {
    kind: 'SQLite',
    open: async () => {
      const path = temporaryPath();
      await (await openDatabase(path)).close();
      return new SqliteDatabase(path, { mostWaiting: 5 });
    },
  },
  {
    kind: 'PostgreSQL',
    open: async () => {
      const address = await postgres.newDatabase();
      await (await openDatabase(address)).close();
      return new PostgresDatabase(address, { mostConnections: 1, mostWaiting: 5 });
    },
  },
];

describe.each(kinds)('more writes than may wait for $kind', ({ open }) => {
  test('are each kept or refused as busy, and none is dropped without a word', async () => {
    const database = await open();
    const names = Array.from({ length: 40 }, (_, index) => `n${String(index)}`);
    const ended = await Promise.allSettled(names.map((name) => database.append(setting(database, name))));
    const kept = names.filter((_, index) => ended[index]?.status === 'fulfilled').sort();
    const reasons = ended.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
    for (const reason of reasons) expect(reason).toMatchObject({ code: 'storage-busy' });
    expect(reasons.length).toBeGreaterThan(0);
    expect(kept.length).toBeGreaterThan(0);
    const rows = await database.reader.selectFrom('settings').select('name').orderBy('name').execute();
    expect(rows.map(({ name }) => name)).toEqual(kept);
    await database.close();
  });

  test('are answered with 503 and when to come back; sent again, they are all taken', async () => {
    const database = await open();
    const api = testApi({ database });
    const ids: string[] = [];
    for (let opened = 0; opened < 30; opened += 1) ids.push(await api.open());
    const waiting = new Set(ids);
    const statuses = new Set<number>();
    while (waiting.size > 0) {
      const answers = await Promise.all(
        [...waiting].map(async (id) => ({ id, answer: await api.turn(id, 'once', { kind: 'repeat' }) })),
      );
      for (const { id, answer } of answers) {
        statuses.add(answer.status);
        if (answer.status === 200) waiting.delete(id);
        else expect(answer).toMatchObject({ status: 503, json: { code: 'not-kept' } });
        if (answer.status === 503) expect(answer.headers.get('Retry-After')).toMatch(/^\d+$/);
      }
    }
    expect(statuses).toEqual(new Set([200, 503]));
    const rows = await database.reader.selectFrom('turns').select('consultation').execute();
    expect(rows.map(({ consultation }) => consultation).sort()).toEqual(ids.map(idOf).sort());
    await database.close();
  });
});

function setting(database: Database, name: string): Statement {
  return database.reader.insertInto('settings').values({ name, value: '' }).compile();
}
