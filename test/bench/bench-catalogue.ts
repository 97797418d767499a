import { loadavg } from 'node:os';
import { createEngine } from '@onetrip/engine';
import type { Engine, Reply } from '@onetrip/engine';
import { openDatabase } from '@onetrip/server';
import type { Database } from '@onetrip/server';
import {
  Catalogue,
  CatalogueEngines,
  publishBase,
  publishRegion,
  readEdition,
  runPatiently,
  startPostgres,
} from '@onetrip/server/test-support';
import { baseKnowledge, regionKnowledge } from './catalogue-content.ts';
import type { Region } from './catalogue-content.ts';
import { loadRegions } from './catalogue-load.ts';
import { catalogueMessages } from './catalogue-messages.ts';
import { cpuMicros, percentile, rounded } from './cpu-time.ts';
import { firstProcessIn, postgresCpuMicros } from './postgres-cpu.ts';
import { shareOf } from './profile-share.ts';
import { createRandom } from './random-item.ts';

const seed = 20261122;
const shape: Region = { shared: 8000, changed: 300, leftOut: 50, own: 2000 };
/** With the base and the region that is measured, a million items. */
const others = 495;
const messages = 400;
/** Each peer question takes long. */
const peerMessages = 20;
const compared = 200;
const DAY = '2026-11-22';

/** A message over a catalogue of a million items, against the same question put to all regions at once. */
export async function benchCatalogue(regions = others): Promise<Record<string, number>> {
  const postgres = await startPostgres();
  try {
    const address = await postgres.newDatabase();
    const database = await openDatabase(address);
    const loaded = await fill(database, address, regions);
    const measured = await measure(database, address, loaded.texts);
    await database.close();
    return { ...loaded.figures, ...measured };
  } finally {
    await postgres.end();
  }
}

type Figures = Readonly<Record<string, number>>;

async function fill(
  database: Database,
  address: string,
  regions: number,
): Promise<{ readonly texts: readonly string[]; readonly figures: Figures }> {
  const base = await seconds(() => publishBase(database, baseKnowledge(shape.shared), 1));
  const { fillSeconds, indexSeconds } = await loadRegions(address, regions, shape);
  const here = regionKnowledge('here', shape);
  const published = await seconds(() => publishRegion(database, here, 2));
  const sizes = (await runPatiently(
    address,
    'vacuum analyze',
    `select (select count(*)::int from catalogue_items) as items, (select count(*)::int from catalogue_overlays) as overlays,
       pg_relation_size('catalogue_items_tokens')::float8 / 1e6 as index,
       pg_total_relation_size('catalogue_items')::float8 / 1e6 as "table"`,
  )) as readonly Record<'items' | 'overlays' | 'index' | 'table', number>[];
  const { items = 0, overlays = 0, index = 0, table = 0 } = sizes[0] ?? {};
  console.log(
    `${items} items and ${overlays} overlays in ${regions + 1} regions over a base of ${shape.shared}: filled in ` +
      `${rounded(fillSeconds)} s, indexed in ${rounded(indexSeconds)} s; index ${rounded(index)} MB of ${rounded(table)} MB; ` +
      `then a region of ${here.items.length} published in ${rounded(published)} s (the base before, ${rounded(base)} s), load ${load()}`,
  );
  const figures = {
    ...{ items, indexMegabytes: rounded(index), tableMegabytes: rounded(table) },
    ...{ fillSeconds: rounded(fillSeconds), indexSeconds: rounded(indexSeconds), publishSeconds: rounded(published) },
  };
  return { texts: catalogueMessages(here, 2 * messages, createRandom(seed)), figures };
}

async function measure(database: Database, address: string, texts: readonly string[]): Promise<Figures> {
  const engines = await CatalogueEngines.open({ database, region: 'here' });
  const row = await readEdition(database.reader, 'here');
  if (!engines || !row) throw new Error('Nothing was published.');
  const catalogue = new Catalogue(database, row);
  const [warm, asked] = halves(texts);
  const first = await firstProcess(address);
  console.log(`messages made with seed ${seed}`);
  const watched = (work: Work) => timed(first, work, asked);
  const message = async (text: string): Promise<void> => {
    say(await engineFor(engines, text), text);
  };
  const candidates = async (words: string): Promise<void> => {
    await catalogue.candidates({ words, kind: 'message' });
  };
  for (const text of warm) await message(text);
  const found = await watched(candidates);
  const said = await watched(message);
  tell('candidates', found);
  tell('message over the catalogue', said);
  const fuse = await shareOf(/fuse/, async () => {
    for (const text of warm) await message(text);
  });
  console.log(`fuse.js takes ${rounded(100 * fuse)} % of the server's time of a message`);
  // Made only now, since all that it holds slows down whatever else runs in this process.
  const whole = createEngine(regionKnowledge('here', shape));
  for (const text of warm) say(whole, text);
  const memory = await watched(async (text) => void say(whole, text));
  tell('message in memory', memory);
  const flat = await timed(first, peers(address).flat, asked.slice(0, peerMessages));
  const like = await timed(first, peers(address).like, asked.slice(0, peerMessages));
  tell('the same question to all regions at once', flat);
  tell('ILIKE from end to end', like);
  return {
    ...(await compare(engines, whole, asked.slice(0, compared))),
    candidatesMicros: found.wallMedian,
    candidatesP99Micros: found.wallP99,
    candidatesCpuMicros: rounded(found.ours + found.postgres),
    messageMillis: rounded(said.wallMedian / 1000),
    messageCpuMillis: rounded(said.oursMedian / 1000),
    messagePostgresMillis: rounded(said.postgres / 1000),
    memoryCpuMillis: rounded(memory.oursMedian / 1000),
    fuseShare: rounded(fuse),
    flatOverOurs: rounded(flat.wallMedian / found.wallMedian),
    flatCpuOverOurs: rounded((flat.ours + flat.postgres) / (found.ours + found.postgres)),
    likeOverOurs: rounded(like.wallMedian / found.wallMedian),
  };
}

type Work = (text: string) => Promise<void>;

/** Microseconds for each text: of the clock, of this process and of PostgreSQL. */
interface Timed {
  readonly wallMedian: number;
  readonly wallP99: number;
  readonly oursMedian: number;
  readonly ours: number;
  readonly postgres: number;
}

async function timed(firstPid: number, work: Work, texts: readonly string[]): Promise<Timed> {
  const walls: number[] = [];
  const cpus: number[] = [];
  const before = postgresCpuMicros(firstPid);
  for (const text of texts) {
    const [cpu, began] = [cpuMicros(), performance.now()];
    await work(text);
    walls.push((performance.now() - began) * 1000);
    cpus.push(cpuMicros() - cpu);
  }
  return {
    wallMedian: rounded(percentile(walls, 0.5)),
    wallP99: rounded(percentile(walls, 0.99)),
    oursMedian: rounded(percentile(cpus, 0.5)),
    ours: rounded(cpus.reduce((sum, cpu) => sum + cpu, 0) / texts.length),
    postgres: rounded((postgresCpuMicros(firstPid) - before) / texts.length),
  };
}

function tell(what: string, { wallMedian, wallP99, oursMedian, ours, postgres }: Timed): void {
  console.log(
    `${what}: ${wallMedian} µs (p99 ${wallP99}); CPU of this process ${oursMedian} µs (mean ${ours}), of PostgreSQL ` +
      `${postgres} µs; load ${load()}`,
  );
}

/** The shares of messages that the catalogue answers as an engine does that holds the whole region. */
async function compare(engines: CatalogueEngines, whole: Engine, texts: readonly string[]): Promise<Figures> {
  let top = 0;
  let same = 0;
  for (const text of texts) {
    const [inMemory, overIndex] = [say(whole, text), say(await engineFor(engines, text), text)];
    if (topOf(inMemory) === topOf(overIndex)) top += 1;
    else console.log(`apart: ${text}: ${topOf(inMemory)} in memory, ${topOf(overIndex)} over the catalogue`);
    if (JSON.stringify(inMemory) === JSON.stringify(overIndex)) same += 1;
  }
  return { sameTopShare: rounded(top / texts.length), sameReplyShare: rounded(same / texts.length) };
}

function say(engine: Engine, text: string): Reply {
  return engine.takeTurn(engine.begin({ today: DAY }).consultation, { kind: 'say', text }).reply;
}

async function engineFor(engines: CatalogueEngines, text: string): Promise<Engine> {
  const engine = await engines.holding({ items: [], message: text });
  if (!engine) throw new Error('No engine.');
  return engine;
}

function topOf(reply: Reply): string {
  const [chosen] = reply.trip;
  if (chosen) return chosen.item;
  return reply.kind === 'choose' ? (reply.candidates[0]?.item ?? '') : reply.kind;
}

/** The naive ways: one index for all regions, cut down to ours afterwards; and no index at all. */
function peers(address: string): { readonly flat: Work; readonly like: Work } {
  const pairs = (text: string): readonly string[] => {
    const words = text.replaceAll(/[^\p{Script=Han}]/gu, '');
    return [...words].slice(1).map((character, at) => `${words.charAt(at)}${character}`);
  };
  return {
    flat: async (text) => {
      const asked = `array[${pairs(text)
        .map((pair) => `'${pair}'`)
        .join()}]::text[]`;
      await runPatiently(
        address,
        `select id from (select id, (select count(*) from unnest(tokens) as t where t = any (${asked})) as fit
           from peer_items where tokens && ${asked} and shelf in ('', 'here')) as found order by fit desc, id limit 50`,
      );
    },
    like: async (text) => {
      const any = pairs(text)
        .map((pair) => `title ilike '%${pair}%'`)
        .join(' or ');
      await runPatiently(address, `select id from peer_items where ${any} limit 50000`);
    },
  };
}

async function firstProcess(address: string): Promise<number> {
  const rows = (await runPatiently(address, 'show data_directory')) as readonly { readonly data_directory: string }[];
  return firstProcessIn(rows[0]?.data_directory ?? '');
}

function halves<T>(all: readonly T[]): readonly [readonly T[], readonly T[]] {
  return [all.slice(0, all.length / 2), all.slice(all.length / 2)];
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

function load(): number {
  return rounded(loadavg()[0] ?? 0);
}
