import { renameSync, unlinkSync, writeFileSync } from 'node:fs';
import type { Engine, Input, Knowledge, Reply } from '@onetrip/engine';
import { describe, expect, test } from 'vitest';
import { Consultations } from '../consultations/consultations.ts';
import { randomId } from '../ids.ts';
import { Receipts } from '../receipts/receipts.ts';
import type { Database } from '../storage/database.ts';
import { bodyText } from '../test-support/body-text.ts';
import { publishedKnowledge } from '../test-support/published-knowledge.ts';
import { temporaryDatabase, temporaryPath } from '../test-support/temporary-database.ts';
import { testClock } from '../test-support/test-clock.ts';
import { EngineShelf } from './engine-shelf.ts';
import type { Published } from './engine-shelf.ts';
import { KnowledgeWatch } from './knowledge-watch.ts';
import type { KnowledgeFault } from './knowledge-fault.ts';

const clock = testClock();

async function openShelf(database: Database, text: string, written = 0, mostOlder = 8): Promise<EngineShelf> {
  const shelf = await EngineShelf.open({ database, clock, mostOlder }, { text, written });
  if ('code' in shelf) throw new Error(shelf.code);
  return shelf;
}

function versionOf(text: string): string {
  return (JSON.parse(text) as Knowledge).version;
}

const FIRST = publishedKnowledge('第一厅');
const SECOND = publishedKnowledge('第二厅');

describe('a publication', () => {
  test('serves at once, and the version before it is still there for who began under it', async () => {
    const shelf = await openShelf(await temporaryDatabase(), FIRST);
    const before = shelf.current;
    expect(await shelf.publish({ text: SECOND })).toEqual({ version: versionOf(SECOND), isNew: true });
    expect(shelf.current.knowledge.region.name).toBe('第二厅');
    expect(await shelf.of(versionOf(FIRST))).toBe(before);
    expect(await shelf.of('000000000000')).toBeUndefined();
  });

  test('of what is served already changes nothing', async () => {
    const shelf = await openShelf(await temporaryDatabase(), FIRST);
    const before = shelf.current;
    expect(await shelf.publish({ text: FIRST })).toEqual({ version: versionOf(FIRST), isNew: false });
    expect(shelf.current).toBe(before);
  });

  test('takes an older version back, and a server that starts with the newer file follows', async () => {
    const database = await temporaryDatabase();
    const shelf = await openShelf(database, FIRST);
    await shelf.publish({ text: SECOND });
    expect(await shelf.publish({ text: FIRST })).toEqual({ version: versionOf(FIRST), isNew: true });
    expect((await openShelf(database, SECOND)).current.knowledge.region.name).toBe('第一厅');
  });

  test('wakes an engine that was put away, from the database', async () => {
    const database = await temporaryDatabase();
    const shelf = await openShelf(database, FIRST, 0, 1);
    for (const hall of ['第二厅', '第三厅', '第四厅']) await shelf.publish({ text: publishedKnowledge(hall) });
    expect(shelf.ready).toHaveLength(2);
    const woken = await Promise.all([shelf.of(versionOf(FIRST)), shelf.of(versionOf(FIRST))]);
    expect(woken[0]?.knowledge.region.name).toBe('第一厅');
    expect(woken[1]).toBe(woken[0]);
    expect(shelf.ready).toHaveLength(2);
  });

  test('that was tampered with in the database is not woken', async () => {
    const database = await temporaryDatabase();
    const shelf = await openShelf(database, FIRST, 0, 1);
    for (const hall of ['第二厅', '第三厅']) await shelf.publish({ text: publishedKnowledge(hall) });
    const body = FIRST.replace('第一厅', '第七厅');
    await database.write((t) =>
      t.updateTable('knowledge_versions').set({ body }).where('version', '=', versionOf(FIRST)).execute(),
    );
    expect(await shelf.of(versionOf(FIRST))).toBeUndefined();
  });
});

describe('a broken publication', () => {
  const broken: readonly (readonly [KnowledgeFault['code'], string])[] = [
    ['not-a-knowledge-file', ''],
    ['not-a-knowledge-file', '{"name":"not knowledge"}'],
    ['not-a-knowledge-file', '['.repeat(100_000)],
    ['not-a-knowledge-file', SECOND.slice(0, -100)],
    ['knowledge-too-large', 'x'.repeat(100_000_001)],
    ['knowledge-changed', SECOND.replace('第二厅', '第二斤')],
    ['knowledge-changed', SECOND.replace(/"date":"20(\d)/, '"date":"21$1')],
    ['knowledge-changed', SECOND.replace('{', '{"__proto__":{"admin":true},')],
    ['knowledge-changed', `{"version":"1","region":{},"search":{},"items":${'['.repeat(9000)}${']'.repeat(9000)}}`],
    [
      'other-region',
      publishedKnowledge('第二厅', { region: { ...(JSON.parse(FIRST) as Knowledge).region, id: 'far' } }),
    ],
    ['item-breaks', publishedKnowledge('第二厅', { questions: [] })],
    ['item-breaks', publishedKnowledge('第二厅', { sources: [] })],
    ['item-breaks', publishedKnowledge('第二厅', { materials: [] })],
    ['knowledge-unusable', publishedKnowledge('第二厅', { search: {} as Knowledge['search'] })],
  ];

  test.each(broken)('is refused as %s, and the one before serves on', async (code, text) => {
    const database = await temporaryDatabase();
    const shelf = await openShelf(database, FIRST);
    const before = shelf.current;
    expect(await shelf.publish({ text })).toMatchObject({ code });
    expect(shelf.current).toBe(before);
    const kept = await database.reader.selectFrom('knowledge_versions').select('version').execute();
    expect(kept).toEqual([{ version: versionOf(FIRST) }]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test('of one changed bit anywhere is refused', async () => {
    const shelf = await openShelf(await temporaryDatabase(), FIRST);
    const bytes = Buffer.from(SECOND);
    for (let place = 7; place < bytes.length; place += Math.ceil(bytes.length / 40)) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      const came = await shelf.publish({ text: changed.toString() });
      expect(came, changed.toString().slice(place - 9, place + 9)).toHaveProperty('code');
    }
    expect(shelf.current.knowledge.region.name).toBe('第一厅');
  });
});

describe('several processes on one database', () => {
  test('follow whoever published last, also where its clock is behind', async () => {
    const database = await temporaryDatabase();
    const here = await openShelf(database, FIRST);
    const behind = { now: () => clock.now() - 3_600_000 };
    const there = await EngineShelf.open({ database, clock: behind }, { text: FIRST, written: 0 });
    if ('code' in there) throw new Error(there.code);
    await there.publish({ text: SECOND });
    expect(await here.followOthers()).toEqual({ version: versionOf(SECOND), isNew: true });
    expect(here.current.knowledge.region.name).toBe('第二厅');
    expect(await here.followOthers()).toBeUndefined();
  });

  test('do not follow into a broken one, and say so once', async () => {
    const database = await temporaryDatabase();
    const shelf = await openShelf(database, FIRST);
    const row = { version: versionOf(SECOND), published: clock.now() + 5, body: SECOND.slice(1) };
    await database.write((t) => t.insertInto('knowledge_versions').values(row).execute());
    expect(await shelf.followOthers()).toMatchObject({ code: 'not-a-knowledge-file' });
    expect(await shelf.followOthers()).toBeUndefined();
    expect(shelf.current.knowledge.region.name).toBe('第一厅');
  });
});

describe('a watched file', () => {
  async function watched() {
    const path = temporaryPath();
    writeFileSync(path, FIRST);
    const shelf = await openShelf(await temporaryDatabase(), FIRST);
    const came: (Published | KnowledgeFault)[] = [];
    const failed = (error: unknown): never => {
      throw error;
    };
    const watch = new KnowledgeWatch({ shelf, path, report: (told) => came.push(told), failed });
    return { path, shelf, came, watch };
  }

  test('is published once it has changed and stands still', async () => {
    const { path, shelf, came, watch } = await watched();
    await watch.lookAtFile();
    writeFileSync(path, SECOND.slice(0, 1000));
    await watch.lookAtFile();
    writeFileSync(`${path}.new`, SECOND);
    renameSync(`${path}.new`, path);
    await watch.lookAtFile();
    expect(came).toEqual([]);
    await watch.lookAtFile();
    await watch.lookAtFile();
    expect(came).toEqual([{ version: versionOf(SECOND), isNew: true }]);
    expect(shelf.current.knowledge.region.name).toBe('第二厅');
  });

  test('that is gone or broken is told and changes nothing', async () => {
    const { path, shelf, came, watch } = await watched();
    writeFileSync(path, '{}');
    await watch.lookAtFile();
    await watch.lookAtFile();
    unlinkSync(path);
    await watch.lookAtFile();
    await watch.lookAtFile();
    await watch.publishNow();
    expect(came).toEqual([
      { code: 'not-a-knowledge-file', detail: '{}' },
      { code: 'knowledge-not-found', detail: path },
    ]);
    expect(shelf.current.knowledge.region.name).toBe('第一厅');
  });
});

describe('a hundred publications under a thousand open consultations', () => {
  test('give every notice the version that its consultation began under', { timeout: 300_000 }, async () => {
    const database = await temporaryDatabase();
    const shelf = await openShelf(database, publishedKnowledge('厅 0'));
    const limits = { mostTurns: 300, mostLive: 200, companions: [], observe: () => undefined };
    const receipts = new Receipts({ database });
    const consultations = new Consultations({ engines: shelf, database, clock, ids: randomId, receipts, ...limits });
    const open: { readonly id: string; readonly version: string; answer: string }[] = [];
    const notices: { readonly version: string; readonly notice: NoticeOf }[] = [];

    for (let round = 0; round < 100; round += 1) {
      const version = shelf.current.knowledge.version;
      const begun = Array.from({ length: 10 }, (_, index) =>
        consultations.open({ today: '2026-11-22', items: [itemOf(shelf.current, index)] }),
      );
      for (const { id, answer } of await Promise.all(begun)) open.push({ id, version, answer: bodyText(answer) });
      const publishing = shelf.publish({ text: publishedKnowledge(`厅 ${String(round + 1)}`) });
      // Meanwhile those that began under this version, an older one and a very old one take a turn each.
      const rounds = [round, round - 5, Math.floor(round / 2)];
      const busy = open.filter((_, index) => rounds.includes(Math.floor(index / 10)));
      await Promise.all(busy.map((one) => step(consultations, one)));
      expect(await publishing).toMatchObject({ isNew: true });
      if (round % 10 === 9) expect(await shelf.publish({ text: '{}' })).toHaveProperty('code');
    }
    expect(open).toHaveLength(1000);
    for (const one of open) {
      while (!(await step(consultations, one)));
      notices.push({ version: one.version, notice: noticeIn(one.answer) });
    }

    const halls = new Map(notices.map(({ version, notice }) => [version, notice.region.name]));
    expect(halls.size).toBe(100);
    expect(notices.filter(({ version, notice }) => notice.knowledge.version !== version)).toEqual([]);
    expect(notices.filter(({ version, notice }) => notice.region.name !== halls.get(version))).toEqual([]);
    expect(shelf.ready.length).toBeLessThanOrEqual(9);
  });
});

type NoticeOf = Extract<Reply, { kind: 'notice' }>['notice'];

function itemOf(engine: Engine, index: number): string {
  const { items } = engine.knowledge;
  return items[index % items.length]?.id ?? '';
}

function replyIn(answer: string): Reply {
  return (JSON.parse(answer) as { readonly reply: Reply }).reply;
}

function noticeIn(answer: string): NoticeOf {
  const reply = replyIn(answer);
  if (reply.kind !== 'notice') throw new Error(reply.kind);
  return reply.notice;
}

/** Takes the next turn of a consultation; true when it has its notice. */
async function step(consultations: Consultations, one: { readonly id: string; answer: string }): Promise<boolean> {
  const reply = replyIn(one.answer);
  if (reply.kind === 'notice') return true;
  if (reply.kind !== 'ask') throw new Error(reply.kind);
  const [option] = reply.question.options;
  const question = reply.question.id;
  const input: Input = option ? { kind: 'answer', question, value: option.value } : { kind: 'unsure', question };
  const taken = await consultations.takeTurn(one.id, randomId(), input);
  if (typeof taken === 'string') throw new Error(taken);
  one.answer = bodyText(taken.answer);
  return false;
}
