import type { Reply } from '@onetrip/engine';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../storage/open-database.ts';
import type { Database } from '../storage/database.ts';
import { usePostgres } from '../test-support/postgres.ts';
import { testApi } from '../test-support/test-api.ts';
import { testClock } from '../test-support/test-clock.ts';
import { idOf } from './sealed-opening.ts';

const postgres = usePostgres();
const HOUR = 60 * 60 * 1000;

describe.each(['SQLite', 'PostgreSQL'] as const)('an opening, in %s,', (kind) => {
  const open = async (): Promise<Database> =>
    openDatabase(kind === 'SQLite' ? ':memory:' : await postgres.newDatabase());

  test('leaves no row until somebody says something, and then goes on with any other process', async () => {
    const database = await open();
    const [here, there] = [testApi({ database }), testApi({ database })];
    const id = await here.open({ items: ['passport'] });
    expect(await rowsOf(database)).toEqual([0, 0]);
    expect((await there.look(id)).json).toMatchObject({ id, seq: 0, reply: { trip: [{ item: 'passport' }] } });
    expect(await rowsOf(database)).toEqual([0, 0]);
    expect(await there.turn(id, 't1', { kind: 'repeat' })).toMatchObject({ status: 200, json: { seq: 1 } });
    expect(await rowsOf(database)).toEqual([1, 1]);
    expect(await here.turn(id, 't2', { kind: 'repeat' })).toMatchObject({ status: 200, json: { seq: 2 } });
    expect(await rowsOf(database)).toEqual([1, 2]);
    await database.close();
  });

  test('is begun once, however many processes hear the first word at once', async () => {
    const database = await open();
    const processes = Array.from({ length: 4 }, () => testApi({ database }));
    const id = await processes[0]?.open({ items: ['passport'] });
    const taken = await Promise.all(
      processes.map((api, at) => api.turn(id ?? '', `t${String(at)}`, { kind: 'repeat' })),
    );
    expect(taken.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(taken.map(({ json }) => json.seq).sort()).toEqual([1, 2, 3, 4]);
    expect(await rowsOf(database)).toEqual([1, 4]);
    await database.close();
  });

  test('that is too long for an address is kept at once, under a short id', async () => {
    const database = await open();
    const api = testApi({ database });
    const items = ['passport', ...Array.from({ length: 19 }, (_, at) => `${'x'.repeat(80)}${String(at)}`)];
    const id = await api.open({ items });
    expect(id.length).toBeLessThan(40);
    expect(await rowsOf(database)).toEqual([1, 0]);
    expect((await api.turn(id, 't1', { kind: 'repeat' })).status).toBe(200);
    await database.close();
  });
});

test('an opening is good for two days', async () => {
  const clock = testClock();
  const api = testApi({ clock });
  const [early, late] = [await api.open(), await api.open()];
  clock.pass(48 * HOUR);
  expect((await api.turn(early, 't1', { kind: 'repeat' })).status).toBe(200);
  clock.pass(1);
  expect((await api.turn(late, 't1', { kind: 'repeat' })).status).toBe(404);
  expect((await api.look(late)).status).toBe(404);
  // What has begun goes on.
  expect((await api.turn(early, 't2', { kind: 'repeat' })).status).toBe(200);
});

test('an opening of another server, or of nobody, is none here', async () => {
  const [here, other] = [testApi(), testApi()];
  const foreign = await other.open();
  expect((await here.turn(foreign, 't1', { kind: 'repeat' })).status).toBe(404);
  expect((await here.turn(idOf(foreign) ?? '', 't1', { kind: 'repeat' })).status).toBe(404);
});

describe('a reply that many get', () => {
  test('is kept once a day, and a turn sent again gets the same bytes', async () => {
    const database = await openDatabase(':memory:');
    const clock = testClock();
    const api = testApi({ database, clock });
    const told: { readonly id: string; readonly text: string }[] = [];
    const question = await firstQuestion(api);
    for (let citizen = 0; citizen < 6; citizen += 1) {
      if (citizen === 4) clock.pass(24 * HOUR);
      const id = await api.open({ items: ['passport'] });
      const { text } = await api.turn(id, 't1', { kind: 'unsure', question });
      told.push({ id, text });
    }
    const turns = await database.reader.selectFrom('turns').select(['answer', 'reply']).execute();
    const replies = await database.reader.selectFrom('replies').select('key').execute();
    // The first of each day may be the only one, and what only one was told stays with the turn.
    expect(turns.map(({ answer, reply }) => [answer !== null, reply !== null])).toEqual([
      [true, false],
      [false, true],
      [false, true],
      [false, true],
      [true, false],
      [false, true],
    ]);
    expect(replies.map(({ key }) => key.slice(0, 10)).sort()).toEqual(['2026-11-22', '2026-11-23']);
    // Another process, which remembers nothing.
    const restarted = testApi({ database, clock });
    for (const { id, text } of told) {
      expect((await restarted.turn(id, 't1', { kind: 'unsure', question })).text).toBe(text);
      expect((await restarted.look(id)).json).toMatchObject(JSON.parse(text) as object);
    }
    await database.close();
  });

  test('is not shared when it answers words of somebody’s own, or is a numbered notice', async () => {
    const database = await openDatabase(':memory:');
    const api = testApi({ database });
    for (const _citizen of [1, 2, 3]) {
      await api.turn(await api.open(), 't1', { kind: 'say', text: '我的护照丢了' });
      const id = await api.open({ items: ['property-record-query'] });
      let { reply } = (await api.look(id)).json as { readonly reply: Reply };
      for (let at = 0; reply.kind === 'ask'; at += 1) {
        const { json } = await api.turn(id, `t${String(at)}`, { kind: 'unsure', question: reply.question.id });
        ({ reply } = json as { readonly reply: Reply });
      }
    }
    const bodies = await database.reader.selectFrom('replies').select('body').execute();
    expect(bodies.filter(({ body }) => (JSON.parse(body) as Reply).kind === 'notice')).toEqual([]);
    const said = await database.reader.selectFrom('turns').select('reply').where('input', 'like', '%护照%').execute();
    expect(said).toEqual([{ reply: null }, { reply: null }, { reply: null }]);
    await database.close();
  });
});

test('a turn whose shared reply is gone is a fault of the storage, and never answered with nothing', async () => {
  const database = await openDatabase(':memory:');
  const api = testApi({ database });
  const question = await firstQuestion(api);
  const ids = [await api.open({ items: ['passport'] }), await api.open({ items: ['passport'] })];
  for (const id of ids) expect((await api.turn(id, 't1', { kind: 'unsure', question })).status).toBe(200);
  await database.write(async (t) => {
    await t.insertInto('erasures').values({ object: 'replies', at: 0, why: 'retention' }).execute();
    await t.deleteFrom('replies').execute();
  });
  const again = await api.turn(ids[1] ?? '', 't1', { kind: 'unsure', question });
  expect(again).toMatchObject({ status: 503, json: { code: 'not-kept' } });
  await database.close();
});

async function firstQuestion(api: ReturnType<typeof testApi>): Promise<string> {
  const { reply } = (await api.look(await api.open({ items: ['passport'] }))).json as { readonly reply: Reply };
  return reply.kind === 'ask' ? reply.question.id : '';
}

async function rowsOf(database: Database): Promise<readonly number[]> {
  const consultations = await database.reader.selectFrom('consultations').select('id').execute();
  const turns = await database.reader.selectFrom('turns').select('seq').execute();
  return [consultations.length, turns.length];
}
