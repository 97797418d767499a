import type { Engine, Input } from '@onetrip/engine';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../storage/open-database.ts';
import { StorageError } from '../storage/storage-error.ts';
import { temporaryPath } from '../test-support/temporary-database.ts';
import { realEngine } from '../test-support/real-engine.ts';
import { testApi } from '../test-support/test-api.ts';
import { testClock } from '../test-support/test-clock.ts';
import { idOf } from './sealed-opening.ts';

const LOST: Input = { kind: 'say', text: '我的身份证丢了' };

describe('opening', () => {
  test('gives an id that cannot be guessed and a first reply', async () => {
    const api = testApi();
    const opened = await api.post('/api/consultations', {});
    expect(opened.status).toBe(201);
    expect(opened.json.id).toMatch(/^[a-z0-9]{9}[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{22}$/);
    expect(opened.json.reply.kind).toBe('choose');
    expect(opened.headers.get('Location')).toBe(`/api/consultations/${opened.json.id}`);
    expect(opened.headers.get('Cache-Control')).toBe('no-store');
    expect(await api.open()).not.toBe(opened.json.id);
  });

  test('counts the day in Beijing, not in Greenwich', async () => {
    const beijingMidnight = Date.UTC(2026, 10, 22, 16, 0);
    const api = testApi({ clock: testClock(beijingMidnight) });
    const { json } = await api.look(await api.open());
    expect(json).toMatchObject({ survey: { notice: { today: '2026-11-23' } } });
  });

  test('takes a locale, the served region, a channel and items', async () => {
    const engine = realEngine();
    const database = await openDatabase(':memory:');
    const item = engine.knowledge.items[0]?.id ?? '';
    const region = engine.knowledge.region.id;
    const api = testApi({ engine, database });
    const id = await api.open({ locale: 'en', region, channel: 'desk', items: [item] });
    await api.turn(id, 't1', { kind: 'repeat' });
    const kept = await database.reader.selectFrom('consultations').selectAll().executeTakeFirstOrThrow();
    expect(kept).toMatchObject({ id: idOf(id), region, channel: 'desk', knowledge: engine.knowledge.version });
    expect(JSON.parse(kept.begun)).toMatchObject({ locale: 'en', items: [item], today: '2026-11-22' });
  });

  test('refuses a region that is not served here', async () => {
    const refused = await testApi().post('/api/consultations', { region: 'atlantis' });
    expect(refused).toMatchObject({ status: 422, json: { code: 'invalid-body', errors: [{ path: 'region' }] } });
  });
});

describe('a turn', () => {
  test('moves the consultation on by one', async () => {
    const api = testApi();
    const id = await api.open();
    const taken = await api.turn(id, 't1', LOST);
    expect(taken).toMatchObject({ status: 200, json: { seq: 1 } });
    expect(taken.json.reply.kind).toBe('ask');
    expect((await api.look(id)).json).toMatchObject({ id, seq: 1, reply: taken.json.reply });
  });

  test('sent again gets the same bytes and counts once', async () => {
    const api = testApi();
    const id = await api.open();
    const first = await api.turn(id, 't1', LOST);
    await api.turn(id, 't2', { kind: 'ask-for-clerk' });
    const again = await api.post(
      `/api/consultations/${id}/turns`,
      `{ "input": {"text":"我的身份证丢了", "kind":"say"},\n "turn": "t1" }`,
    );
    expect(again.text).toBe(first.text);
    expect((await api.look(id)).json.seq).toBe(2);
  });

  test('under a used id with another input is refused and changes nothing', async () => {
    const api = testApi();
    const id = await api.open();
    await api.turn(id, 't1', LOST);
    const before = await api.look(id);
    const refused = await api.turn(id, 't1', { kind: 'say', text: '护照丢了' });
    expect(refused).toMatchObject({ status: 409, json: { code: 'turn-id-reused' } });
    expect((await api.look(id)).text).toBe(before.text);
  });

  test('sent ten times at once counts once, with one answer', async () => {
    const api = testApi();
    const id = await api.open();
    const answers = await Promise.all(Array.from({ length: 10 }, () => api.turn(id, 'same', LOST)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await api.look(id)).json.seq).toBe(1);
  });

  test('waits for the one before it, so that none is lost', async () => {
    const api = testApi();
    const id = await api.open();
    const names = Array.from({ length: 20 }, (_, number) => `t${String(number)}`);
    const answers = await Promise.all(names.map((name) => api.turn(id, name, { kind: 'repeat' })));
    expect(answers.map(({ json }) => json.seq)).toEqual(names.map((_, number) => number + 1));
  });

  test('is decided again when another process was faster', async () => {
    const database = await openDatabase(temporaryPath());
    const here = testApi({ database });
    const there = testApi({ database });
    const id = await here.open();
    const answers = await Promise.all([here.turn(id, 'a', LOST), there.turn(id, 'b', LOST), here.turn(id, 'c', LOST)]);
    expect(answers.map(({ json }) => json.seq).sort()).toEqual([1, 2, 3]);
    expect(await there.turn(id, 'a', LOST)).toMatchObject({ status: 200, text: answers[0].text });
    expect((await here.look(id)).json.seq).toBe(3);
    await database.close();
  });

  test('is taken up where it stood by a server that was started again', async () => {
    const path = temporaryPath();
    const first = await openDatabase(path);
    const before = testApi({ database: first });
    const id = await before.open();
    const taken = await before.turn(id, 't1', LOST);
    const seen = await before.look(id);
    await first.close();
    const second = await openDatabase(path);
    const after = testApi({ database: second });
    expect((await after.look(id)).text).toBe(seen.text);
    expect((await after.turn(id, 't1', LOST)).text).toBe(taken.text);
    expect((await after.turn(id, 't2', { kind: 'repeat' })).json.seq).toBe(2);
    await second.close();
  });

  test('that cannot be kept is not answered as if it were, and may be sent again', async () => {
    const database = await openDatabase(':memory:');
    let full = true;
    const api = testApi({
      database: Object.assign(Object.create(database) as typeof database, {
        append: (...statements: Parameters<typeof database.append>) =>
          full ? Promise.reject(new StorageError('storage-full')) : database.append(...statements),
      }),
    });
    full = false;
    const id = await api.open();
    full = true;
    const refused = await api.turn(id, 't1', LOST);
    expect(refused).toMatchObject({ status: 503, json: { code: 'not-kept' } });
    expect(refused.headers.get('Retry-After')).toMatch(/^\d+$/);
    full = false;
    expect(await api.turn(id, 't1', LOST)).toMatchObject({ status: 200, json: { seq: 1 } });
  });

  test('that the engine cannot use is answered, not refused', async () => {
    const api = testApi();
    const id = await api.open();
    const empty = await api.turn(id, 't1', { kind: 'say', text: ' ' });
    expect(empty).toMatchObject({ status: 200, json: { reply: { kind: 'problem', code: 'empty-message' } } });
    await api.turn(id, 't2', LOST);
    const strange = await api.turn(id, 't3', { kind: 'answer', question: 'age-band', value: 'martian' });
    expect(strange.status).toBe(200);
    expect(strange.json.reply.kind).toBe('problem');
  });

  test('with names that JavaScript objects own is only another unknown name', async () => {
    const api = testApi();
    const id = await api.open();
    await api.turn(id, 't1', LOST);
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const answered = await api.turn(id, `q-${name}`, { kind: 'answer', question: name, value: name });
      expect(answered).toMatchObject({ status: 200, json: { reply: { kind: 'problem' } } });
      const chosen = await api.turn(id, `i-${name}`, { kind: 'choose', items: [name] });
      expect(chosen).toMatchObject({ status: 200, json: { reply: { kind: 'problem' } } });
    }
  });

  test('beyond the last one is refused with what to do', async () => {
    const api = testApi({ mostTurns: 2 });
    const id = await api.open();
    await api.turn(id, 't1', LOST);
    const second = await api.turn(id, 't2', { kind: 'repeat' });
    const refused = await api.turn(id, 't3', { kind: 'repeat' });
    expect(refused).toMatchObject({ status: 409, json: { code: 'too-many-turns' } });
    expect((await api.turn(id, 't2', { kind: 'repeat' })).text).toBe(second.text);
  });

  test('keeps no personal number that was typed', async () => {
    const database = await openDatabase(':memory:');
    const api = testApi({ database });
    const id = await api.open();
    await api.turn(id, 't1', { kind: 'say', text: '身份证丢了，号码11010519491231002X，电话13800138000' });
    const kept = JSON.stringify(await database.reader.selectFrom('turns').selectAll().execute());
    expect(kept).toContain('身份证丢了');
    expect(kept).not.toMatch(/11010519491231002|13800138000/);
  });

  test('takes every kind of input that the engine knows', async () => {
    const inputs: { readonly [Kind in Input['kind']]: Extract<Input, { kind: Kind }> } = {
      say: LOST,
      choose: { kind: 'choose', items: ['resident-id-card'] },
      answer: { kind: 'answer', question: 'age-band', value: 30 },
      unsure: { kind: 'unsure', question: 'age-band' },
      change: { kind: 'change', question: 'age-band' },
      lack: { kind: 'lack', material: 'household-register' },
      have: { kind: 'have', material: 'household-register' },
      add: { kind: 'add', item: 'passport' },
      remove: { kind: 'remove', item: 'passport' },
      why: { kind: 'why', question: 'age-band' },
      aspect: { kind: 'aspect', aspect: 'fee' },
      back: { kind: 'back' },
      repeat: { kind: 'repeat' },
      restart: { kind: 'restart' },
      'ask-for-clerk': { kind: 'ask-for-clerk' },
    };
    const api = testApi();
    const id = await api.open();
    for (const input of Object.values(inputs)) {
      expect((await api.turn(id, input.kind, input)).status, input.kind).toBe(200);
    }
  });
});

describe('a consultation', () => {
  test('shows its last reply and all its questions', async () => {
    const api = testApi();
    const id = await api.open();
    expect((await api.look(id)).json).toMatchObject({ seq: 0, reply: { kind: 'choose' }, survey: { trip: [] } });
    await api.turn(id, 't1', LOST);
    expect((await api.look(id)).json).toMatchObject({ survey: { trip: [{ item: 'resident-id-card' }] } });
  });

  test('that never was is unknown, whatever its id looks like', async () => {
    const api = testApi();
    for (const id of ['nothing', '__proto__', 'constructor', '%00']) {
      expect(await api.look(id), id).toMatchObject({ status: 404, json: { code: 'unknown-consultation' } });
      expect(await api.turn(id, 't1', LOST), id).toMatchObject({ status: 404, json: { code: 'unknown-consultation' } });
    }
  });

  test('loses nothing when the engine fails, and the answer shows no stack', async () => {
    const engine = realEngine();
    let broken = true;
    const fragile: Engine = {
      ...engine,
      takeTurn: (consultation, input) => {
        if (broken) throw new TypeError('13800138000 is not a function');
        return engine.takeTurn(consultation, input);
      },
    };
    const faults: unknown[] = [];
    const api = testApi({ engine: fragile, log: (fault) => faults.push(fault) });
    const id = await api.open();
    const failed = await api.turn(id, 't1', LOST);
    expect(failed).toMatchObject({ status: 500, json: { code: 'internal-error', reference: expect.any(String) } });
    expect(failed.text).not.toMatch(/TypeError|\.ts|13800138000/);
    expect(faults).toMatchObject([{ name: 'TypeError', reference: failed.json['reference'] }]);
    expect(JSON.stringify(faults)).not.toContain('13800138000');
    broken = false;
    expect(await api.turn(id, 't1', LOST)).toMatchObject({ status: 200, json: { seq: 1 } });
  });
});
