import type { Engine, Input, Knowledge, Reply, ServiceItem } from '@onetrip/engine';
import { createEngine } from '@onetrip/engine';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import { Consultations } from '../consultations/consultations.ts';
import { needOfTurn } from '../consultations/need-of-turn.ts';
import { idOf } from '../consultations/sealed-opening.ts';
import { randomId } from '../ids.ts';
import { Receipts } from '../receipts/receipts.ts';
import type { Database } from '../storage/database.ts';
import { openDatabase } from '../storage/open-database.ts';
import { usePostgres } from '../test-support/postgres.ts';
import { compiledRegion, realItems, regionCalled, syntheticItem } from '../test-support/synthetic-regions.ts';
import { testApi } from '../test-support/test-api.ts';
import { testClock } from '../test-support/test-clock.ts';
import { candidateQuery } from './candidates.ts';
import { Catalogue } from './catalogue.ts';
import { CatalogueEngines } from './catalogue-engines.ts';
import { readEdition } from './catalogue-rows.ts';
import { onShelf } from './item-rows.ts';
import { publishBase, publishRegion } from './publish-catalogue.ts';

const SHARED = 1000;
const OWN = 1500;
const FAR = 12;
const DAY = '2026-11-22';
const PATIENCE = 240_000;

const postgres = usePostgres();
let database: Database;
let engines: CatalogueEngines;
let catalogue: Catalogue;
/** The same region as one engine that holds everything. */
let whole: Engine;

beforeAll(async () => {
  database = await openDatabase(await postgres.newDatabase());
  await publishBase(database, compiledRegion(regionCalled('base'), [...realItems(), ...made(0, SHARED)]), 1);
  const here = hereKnowledge();
  await publishRegion(database, here, 2);
  const there = [...realItems(), ...made(0, SHARED), ...made(SHARED + OWN, OWN)];
  await publishRegion(database, compiledRegion(regionCalled('there'), there), 3);
  for (let far = 1; far <= FAR; far += 1) await copyRegion('there', `far-${String(far)}`);
  await sql`analyze`.execute(database.reader);
  const opened = await CatalogueEngines.open({ database, region: 'here' });
  const row = await readEdition(database.reader, 'here');
  if (!opened || !row) throw new Error('Nothing was published.');
  engines = opened;
  catalogue = new Catalogue(database, row);
  whole = createEngine(here);
}, PATIENCE);

afterAll(async () => {
  await database.close();
});

describe('a catalogue in PostgreSQL', { timeout: PATIENCE }, () => {
  test('finds for what people say and type what an engine that holds everything finds', async () => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from catalogue_items`.execute(database.reader);
    const said = utterances();
    let sameTyped = 0;
    let sameTop = 0;
    let sameReply = 0;
    const apart: string[] = [];
    for (const text of said) {
      const expected = whole.findItems(text, 20);
      const found = (await engines.holding({ items: [], query: text }))?.findItems(text, 20) ?? [];
      if (expected[0]?.item === found[0]?.item) sameTyped += 1;
      const inMemory = reply(whole, text);
      const overIndex = reply(await engineFor(text), text);
      if (topOf(inMemory) === topOf(overIndex)) sameTop += 1;
      else apart.push(`${text}: ${String(topOf(inMemory))} / ${String(topOf(overIndex))}`);
      if (JSON.stringify(cut(inMemory)) === JSON.stringify(cut(overIndex))) sameReply += 1;
    }
    const share = (count: number): string => `${((100 * count) / said.length).toFixed(2)} %`;
    console.log(
      `${String(rows[0]?.n)} items, ${String(said.length)} utterances: same first item typed ${share(sameTyped)}, ` +
        `said ${share(sameTop)}, same reply ${share(sameReply)}${apart.map((line) => `\n  ${line}`).join('')}`,
    );
    expect(sameTyped / said.length).toBeGreaterThanOrEqual(0.99);
    expect(sameTop / said.length).toBeGreaterThanOrEqual(0.99);
    expect(sameReply / said.length).toBeGreaterThanOrEqual(0.99);
  });

  test('answers whatever is put together of names and everyday words as an engine that holds everything', async () => {
    const { items, materials, lifeEvents } = whole.knowledge;
    const real = items.filter(({ domain }) => domain !== 'synthetic');
    const called = [...real, ...lifeEvents].flatMap(({ title, aliases }) => [title, ...aliases]);
    const papers = materials.map(({ name }) => name);
    const others = items.filter((_, index) => index % 37 === 0).map(({ name }) => name);
    const word = fc.oneof(
      fc.constantFrom(
        '我想办',
        '丢了',
        '没有',
        '怎么补',
        '，',
        '和',
        '孩子',
        '要多少钱',
        '过期了',
        '没带',
        '帮我',
        '换',
        '证',
      ),
      ...[called, papers, others].map((names) => fc.constantFrom(...names)),
    );
    const message = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(''));
    const property = fc.asyncProperty(message, async (text) => {
      expect(cut(reply(await engineFor(text), text))).toEqual(cut(reply(whole, text)));
    });
    await fc.assert(property, { numRuns: 200 });
  });

  test('has the rules of an item that nobody named, once the words can mean no other', async () => {
    const { items } = whole.knowledge;
    const real = items
      .filter(({ domain }) => domain !== 'synthetic')
      .flatMap(({ title, aliases }) => [title, ...aliases]);
    const parted = real.flatMap((name) => [2, 3, 4].map((at) => `${name.slice(0, at)}的${name.slice(at)}`));
    const clear = [];
    for (const text of parted) {
      const said = reply(whole, text);
      const { items: named } = await catalogue.candidates({ words: text, kind: 'message' });
      if (said.kind === 'ask' && !named.includes(said.trip[0]?.item ?? '')) clear.push({ text, said });
    }
    expect(clear.length).toBeGreaterThan(5);
    for (const { text, said } of clear) expect(reply(await engineFor(text), text)).toEqual(said);
  });

  test('finds items by the first letters of their pinyin', async () => {
    const { engine } = await holding({ items: [], query: 'jmsfz' });
    expect(engine.findItems('jmsfz', 3)).toEqual(whole.findItems('jmsfz', 3));
  });

  test('never shows an item of another region, whatever is said', async () => {
    for (let number = SHARED + OWN; number < SHARED + 2 * OWN; number += 100) {
      const { title, id } = syntheticItem(number);
      const items = await foundBy(title);
      expect(items.length).toBeGreaterThan(0);
      expect(items.filter((item) => !catalogue.has(item))).toEqual([]);
      const { knowledge } = (await holding({ items: [id], message: title })).engine;
      expect(knowledge.items.map((item) => item.id)).not.toContain(id);
    }
  });

  test('shows the fee and the place of the region instead of those of the base', async () => {
    const { fee, place } = CHANGED;
    const { knowledge } = (await holding({ items: [fee.id, place.id] })).engine;
    const amounts = (item: ServiceItem | undefined) =>
      item?.obligations.flatMap((one) => (one.kind === 'fee' ? [one.amount] : []));
    expect(amounts(syntheticItem(1))).toEqual([1]);
    expect(amounts(knowledge.items.find(({ id }) => id === fee.id))).toEqual([777]);
    const places = knowledge.items
      .find(({ id }) => id === place.id)
      ?.obligations.filter(({ kind }) => kind === 'place');
    expect(places).toEqual(place.obligations.filter(({ kind }) => kind === 'place'));
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from catalogue_items where shelf = 'here' and id in (${fee.id}, ${place.id})
    `.execute(database.reader);
    expect(rows).toEqual([{ n: 0 }]);
  });

  test('leaves out what the region does not offer', async () => {
    const { title, id } = syntheticItem(LEFT_OUT);
    expect(await foundBy(title)).not.toContain(id);
    expect((await holding({ items: [id] })).engine.knowledge.items.map((item) => item.id)).not.toContain(id);
  });

  test('leads every conversation to the notice that an engine over everything writes', async () => {
    const [event] = whole.knowledge.lifeEvents;
    for (const opening of ['身份证丢了', '我要办护照', event?.title ?? '', syntheticItem(8).title]) {
      expect(await talk((consultation, input) => engineAt(consultation, input), opening)).toEqual(
        await talk(() => Promise.resolve(whole), opening),
      );
    }
  });

  test('rebuilds a consultation from its turns, and compares its notice with the rules of today', async () => {
    const consultations = new Consultations({
      ...{ engines, database, clock: testClock(), ids: randomId, mostTurns: 300, mostLive: 1 },
      ...{ receipts: new Receipts({ database }), companions: [], observe: () => undefined },
    });
    const { id } = await consultations.open({ today: DAY });
    await consultations.takeTurn(id, 'first', { kind: 'say', text: '身份证丢了' });
    await consultations.open({ today: DAY });
    const rebuilt = await consultations.rebuild(idOf(id) ?? '', 1);
    const start = whole.begin({ today: DAY }).consultation;
    const taken = whole.takeTurn(start, { kind: 'say', text: '身份证丢了' }).consultation;
    expect(rebuilt).toEqual({ ...taken, turns: [] });
    expect(await consultations.look(id)).toMatchObject({ survey: { trip: [{ item: 'resident-id-card' }] } });
  });

  test('answers the list of items and one item through the API', async () => {
    const api = testApi({ database, engine: engines });
    const found = await api.request(`/api/items?q=${encodeURIComponent('身份证')}&limit=5`);
    expect(found.json).toEqual({ items: whole.findItems('身份证', 5) });
    expect((await api.request('/api/items?limit=5')).json).toEqual({ items: whole.findItems('', 5) });
    expect((await api.request(`/api/items/${syntheticItem(7).id}`)).json).toMatchObject({
      item: { title: syntheticItem(7).title },
    });
  });

  test('is not given to a page that would run it by itself, which is told whom to ask instead', async () => {
    const api = testApi({ database, engine: engines });
    expect(await api.request('/knowledge.json')).toMatchObject({
      ...{ status: 404, json: { code: 'knowledge-is-a-catalogue', detail: expect.stringContaining('API') } },
    });
  });

  test('is read through the token index, never from end to end', async () => {
    for (const words of ['身份证丢了', '蓝鹤灯笼展演许可证', '办理']) {
      const plan = JSON.stringify(await planOf(words));
      expect(plan).toContain('catalogue_items_tokens');
      expect(plan).not.toContain('Seq Scan');
    }
  });

  test('keeps an edition as it was for who began under it', async () => {
    const before = catalogue.version;
    const next = hereKnowledge(778);
    const written = await publishRegion(database, next, 9);
    expect(written).toMatchObject({ version: next.version, items: 0, overlays: 1, parts: 0 });
    expect(await engines.followOthers()).toEqual({ version: next.version, isNew: true });
    const amount = async (version: string) => {
      const { knowledge } = (await holding({ version, items: [CHANGED.fee.id] })).engine;
      const item = knowledge.items.find(({ id }) => id === CHANGED.fee.id);
      return item?.obligations.flatMap((one) => (one.kind === 'fee' ? [one.amount] : []));
    };
    expect([await amount(before), await amount(next.version)]).toEqual([[777], [778]]);
    expect(await engines.of('000000000000')).toBeUndefined();
    expect(await publishRegion(database, next, 10)).toMatchObject({ items: 0, overlays: 0, parts: 0 });
  });
});

/** In the base, and not offered here. */
const LEFT_OUT = 5;

const CHANGED = changedItems(777);

/** An item of the base with another fee, and one with places of its own. */
function changedItems(amount: number) {
  const shared = syntheticItem(1);
  const fee: ServiceItem = {
    ...shared,
    obligations: shared.obligations.map((one) => (one.kind === 'fee' ? { ...one, amount } : one)),
  };
  const card = realItems().find(({ id }) => id === 'resident-id-card') as ServiceItem;
  const others = card.obligations.filter(({ kind }) => kind !== 'place');
  const place: ServiceItem = {
    ...card,
    obligations: [
      ...others,
      { id: 'place/here/1', kind: 'place', when: { all: [] }, sources: [], local: true, say: '此地大厅的三号窗口' },
    ],
  };
  return { fee, place };
}

function hereKnowledge(amount = 777): Knowledge {
  const { fee, place } = changedItems(amount);
  const base = [...realItems(), ...made(0, SHARED)].filter(
    ({ id }) => ![fee.id, place.id, syntheticItem(LEFT_OUT).id].includes(id),
  );
  return compiledRegion(regionCalled('here'), [...base, fee, place, ...made(SHARED, OWN)]);
}

function made(from: number, count: number): readonly ServiceItem[] {
  return Array.from({ length: count }, (_, index) => syntheticItem(from + index));
}

/** The same rows for another region, as the same publication would write them. */
async function copyRegion(from: string, to: string): Promise<void> {
  await sql`
    insert into catalogue_items
    select ${to}, id, since, until, face, body, digest,
      array(select replace(token, ${onShelf(from, '')}, ${onShelf(to, '')}) from unnest(tokens) with ordinality as t (token, at) order by at),
      counts, length, initials
    from catalogue_items where shelf = ${from}
  `.execute(database.reader);
  await sql`
    insert into catalogue_overlays
    select ${to}, id, 1, until, 1, '', 'hidden' from catalogue_items where shelf = '' and id > 'synthetic-000500'
  `.execute(database.reader);
}

/** What the real items and life events are called, a few ways of asking, and some made titles. */
function utterances(): readonly string[] {
  const { items, lifeEvents } = whole.knowledge;
  const real = items.filter(({ domain }) => domain !== 'synthetic');
  const called = [...real, ...lifeEvents].flatMap(({ title, aliases }) => [title, ...aliases]);
  const asked = real.flatMap(({ name }) => [`我想办${name}要带什么材料`, `请问${name}在哪里办`, `${name}丢了怎么补`]);
  const others = items.filter(({ domain }) => domain === 'synthetic').filter((_, index) => index % 100 === 0);
  const typos = real.map(({ title }) => `${title.slice(0, 2)}${title.slice(3)}`);
  return [...new Set([...called, ...asked, ...typos, ...others.flatMap(({ title, aliases }) => [title, ...aliases])])];
}

async function holding(need: Parameters<CatalogueEngines['holding']>[0]): Promise<{ readonly engine: Engine }> {
  const engine = await engines.holding(need);
  if (!engine) throw new Error('No engine.');
  return { engine };
}

async function foundBy(words: string): Promise<readonly string[]> {
  const { items, fitting } = await catalogue.candidates({ words, kind: 'query' });
  return [...items, ...fitting];
}

async function engineFor(text: string): Promise<Engine> {
  return (await holding({ items: [], message: text })).engine;
}

async function engineAt(consultation: Parameters<typeof needOfTurn>[0], input: Input): Promise<Engine> {
  return (await holding(needOfTurn(consultation, input))).engine;
}

function reply(engine: Engine, text: string): Reply {
  return engine.takeTurn(engine.begin({ today: DAY }).consultation, { kind: 'say', text }).reply;
}

function topOf(said: Reply): string | undefined {
  const [chosen] = said.trip;
  if (chosen) return chosen.item;
  return said.kind === 'choose' ? said.candidates[0]?.item : said.kind;
}

/** Of a choice its first items: where more than fifty are called the same, the catalogue offers fifty. */
function cut(said: Reply): Reply {
  return said.kind === 'choose' ? { ...said, candidates: said.candidates.slice(0, 20) } : said;
}

/** Everything that is said in a conversation that answers each question with its last option. */
async function talk(
  engineOf: (consultation: Parameters<typeof needOfTurn>[0], input: Input) => Promise<Engine>,
  text: string,
): Promise<readonly Reply[]> {
  let input: Input = { kind: 'say', text };
  let { consultation } = whole.begin({ today: DAY });
  const replies: Reply[] = [];
  for (let turn = 0; turn < 60; turn += 1) {
    const taken = (await engineOf(consultation, input)).takeTurn(consultation, input);
    ({ consultation } = taken);
    replies.push(taken.reply);
    if (taken.reply.kind === 'choose') input = { kind: 'choose', items: [taken.reply.candidates[0]?.item ?? ''] };
    else if (taken.reply.kind === 'ask') {
      const { question } = taken.reply;
      const option = question.options.at(-1);
      input = option
        ? { kind: 'answer', question: question.id, value: option.value }
        : { kind: 'unsure', question: question.id };
    } else break;
  }
  expect(replies.at(-1)?.kind).toBe('notice');
  return replies;
}

async function planOf(words: string): Promise<unknown> {
  const grams = [...words].slice(1).map((character, at) => `${words.charAt(at)}${character}`);
  const weighed = grams.map((gram) => ({ gram, weight: 1, holders: 1 }));
  const place = { region: 'here', edition: catalogue.edition, base: 1 };
  const query = candidateQuery(place, { tokens: grams, grams: weighed, limit: 50 }, 40);
  const { rows } = await sql`explain (format json) ${query}`.execute(database.reader);
  return rows;
}
