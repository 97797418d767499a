import { loadavg } from 'node:os';
import type { Engine } from '@onetrip/engine';
import { percentile, rounded } from './cpu-time.ts';
import { inParallel, post } from './http-load.ts';
import { createRandom } from './random-item.ts';
import { recordTalks } from './recorded-talks.ts';
import type { Talk } from './recorded-talks.ts';
import type { ServerProcess } from './server-process.ts';
import { shareSeen, turnsOf } from './turns-of-kind.ts';
import type { TurnKind, TurnOf } from './turns-of-kind.ts';

const seed = 20261122;
/** Of ours, so many that a round is more than warming up; the echoes answer with the same few again and again. */
const turnsPerRound = 20_000;
const talksInWords = 2000;
/** Until V8 has made up its mind about all of the code; a server runs for weeks. */
const warmUps = 3;
const rounds = 5;
const partsPerRound = 5;

/** The servers that are compared, each in a process of its own. */
export interface Servers {
  readonly ours: ServerProcess;
  /** A route with nothing but what a turn promises. */
  readonly lean: ServerProcess;
  readonly echo: ServerProcess;
  /** The echo that keeps what it answers. */
  readonly durable: ServerProcess;
}

/** What was found, round by round. */
export interface Measured {
  /** An answered question against a bare echo of the same bytes. */
  readonly overEcho: readonly number[];
  /** Of an echo that keeps the same bytes, against the bare one: what durability alone costs. */
  readonly floor: readonly number[];
  /** Of a server with nothing but what a turn promises, against the bare echo. */
  readonly lean: readonly number[];
  /** Against an echo that keeps the same bytes. */
  readonly overDurable: readonly number[];
  /** The share of answered questions that somebody else came to before. */
  readonly seenBefore: readonly number[];
  /** Microseconds of the server for each turn of a kind. */
  readonly micros: Readonly<Record<TurnKind, readonly number[]>>;
  /** For each turn of whole conversations from the first words to the notice, their openings among them. */
  readonly wholeMicros: readonly number[];
}

/**
 * Measures turns kind by kind, so that each pays for the garbage that it makes itself: what was left behind by another
 * kind would be swept up at the cost of whoever comes next. Whole conversations are measured besides.
 */
export async function measureTurns(engine: Engine, servers: Servers, echoTalks: readonly Talk[]): Promise<Measured> {
  const { ours, lean } = servers;
  const seen = new Set<string>();
  const found: Found = {
    ...{ overEcho: [], floor: [], lean: [], overDurable: [], seenBefore: [], wholeMicros: [] },
    micros: { say: [], first: [], answer: [], notice: [] },
  };
  for (let round = 0; round < warmUps + rounds; round += 1) {
    // Other people each time: what one round's were asked may be new to the next one's.
    const byLink = recordTalks(engine, 'link', turnsPerRound, createRandom(seed + round));
    const share = shareSeen(turnsOf(byLink, 'answer').flat(), seen);
    const ids = { ours: await openAll(ours, byLink), lean: await openAll(lean, byLink) };
    const first = await takeKind(ours, turnsOf(byLink, 'first'), ids.ours);
    await takeKind(lean, turnsOf(byLink, 'first'), ids.lean);
    const pairs: Pair[] = [];
    for (const turns of partsOf(turnsOf(byLink, 'answer')))
      pairs.push(await measurePair(servers, echoTalks, { turns, ids }));
    const notice = await takeKind(ours, turnsOf(byLink, 'notice'), ids.ours);
    const inWords = recordTalks(engine, 'words', 2 * turnsPerRound, createRandom(seed + round)).slice(0, talksInWords);
    const whole = await timed(ours, inWords.flatMap(({ inputs }) => inputs).length, () => takeAll(ours, inWords));
    const say = await takeKind(ours, turnsOf(inWords, 'say'), await openAll(ours, inWords));
    const told = [
      ...[`echo ${inTheMiddle(pairs, 'echo')}`, `durable echo ${inTheMiddle(pairs, 'durable')}`],
      ...[`lean turn ${inTheMiddle(pairs, 'lean')}`, `turn ${inTheMiddle(pairs, 'ours')}`],
      `ratio ${String(median(pairs.map((pair) => pair.ours / pair.echo)))}`,
      ...[`first ${String(rounded(first))}`, `notice ${String(rounded(notice))}`, `words ${String(rounded(say))}`],
      ...[`whole conversations ${String(rounded(whole))} a turn`, `${String(rounded(share * 100))} % seen before`],
      `load ${String(rounded(loadavg()[0] ?? 0))}`,
    ];
    console.log(`round ${String(round)}, microseconds: ${told.join(', ')}`);
    if (round < warmUps) continue;
    found.overEcho.push(...pairs.map((pair) => pair.ours / pair.echo));
    found.floor.push(...pairs.map((pair) => pair.durable / pair.echo));
    found.lean.push(...pairs.map((pair) => pair.lean / pair.echo));
    found.overDurable.push(...pairs.map((pair) => pair.ours / pair.durable));
    found.seenBefore.push(share);
    found.wholeMicros.push(whole);
    found.micros.answer.push(...pairs.map((pair) => pair.ours));
    found.micros.first.push(first);
    found.micros.notice.push(notice);
    found.micros.say.push(say);
  }
  return found;
}

type Found = {
  readonly [Name in keyof Measured]: Measured[Name] extends readonly number[] ? number[] : Record<TurnKind, number[]>;
};

/** Microseconds a turn of each server, one right after the other. */
type Pair = Readonly<Record<keyof Servers, number>>;

/** Compared many times and briefly: a machine that is slow for some seconds is so for all of them. */
function partsOf(turns: readonly (readonly TurnOf[])[]): readonly (readonly (readonly TurnOf[])[])[] {
  const size = Math.ceil(turns.length / partsPerRound);
  return Array.from({ length: partsPerRound }, (_, part) => turns.slice(part * size, (part + 1) * size));
}

async function measurePair(
  { ours, lean, echo, durable }: Servers,
  echoTalks: readonly Talk[],
  {
    turns,
    ids,
  }: {
    readonly turns: readonly (readonly TurnOf[])[];
    readonly ids: { readonly ours: readonly string[]; readonly lean: readonly string[] };
  },
): Promise<Pair> {
  const echoed = turnsOf(echoTalks, 'answer');
  const count = echoed.flat().length;
  const keptIds = await openAll(durable, echoTalks);
  return {
    durable: await timed(durable, count, () => echoTurns(durable, echoed, keptIds)),
    lean: await takeKind(lean, turns, ids.lean),
    echo: await timed(echo, count, () => echoTurns(echo, echoed, [])),
    ours: await takeKind(ours, turns, ids.ours),
  };
}

function inTheMiddle(pairs: readonly Pair[], name: keyof Pair): string {
  return String(median(pairs.map((pair) => pair[name])));
}

/** The middle of what the rounds found. */
export function median(found: readonly number[]): number {
  return rounded(percentile(found, 0.5));
}

/** Microseconds of the server's processor time for each of so many turns. */
async function timed(server: ServerProcess, turns: number, work: () => Promise<void>): Promise<number> {
  const before = server.cpuMicros();
  await work();
  return (server.cpuMicros() - before) / turns;
}

/** Opens as many consultations, and gives their ids. */
export async function openAll(server: ServerProcess, talks: readonly Talk[]): Promise<readonly string[]> {
  const ids: string[] = [];
  await inParallel(talks.length, async (index) => {
    ids[index] = await open(server, talks[index]);
  });
  return ids;
}

async function open(server: ServerProcess, talk: Talk | undefined): Promise<string> {
  const items = talk?.begin.items;
  const { body } = await post(`${server.address}/api/consultations`, items ? { items } : {});
  return (JSON.parse(body) as { id: string }).id;
}

/** Takes all these turns and gives the microseconds of each. */
export async function takeKind(
  server: ServerProcess,
  turns: readonly (readonly TurnOf[])[],
  ids: readonly string[],
): Promise<number> {
  return timed(server, turns.flat().length, () =>
    inParallel(turns.length, async (index) => {
      for (const { talk, turn, input } of turns[index] ?? []) await take(server, ids[talk] ?? '', turn, input);
    }),
  );
}

async function takeAll(server: ServerProcess, talks: readonly Talk[]): Promise<void> {
  await inParallel(talks.length, async (index) => {
    const id = await open(server, talks[index]);
    for (const [turn, input] of (talks[index]?.inputs ?? []).entries()) await take(server, id, turn, input);
  });
}

async function take(server: ServerProcess, id: string, turn: number, input: TurnOf['input']): Promise<void> {
  const path = `${server.address}/api/consultations/${id}/turns`;
  const { status, body } = await post(path, { turn: `turn-${String(turn)}`, input });
  if (status !== 200) throw new Error(`A turn was answered with ${String(status)}: ${body}`);
}

async function echoTurns(
  server: ServerProcess,
  turns: readonly (readonly TurnOf[])[],
  ids: readonly string[],
): Promise<void> {
  await inParallel(turns.length, async (index) => {
    for (const { talk, turn, input, number } of turns[index] ?? []) {
      const path = `${server.address}/api/consultations/${ids[talk] ?? 'consultation'}/turns/${String(number)}`;
      const { status } = await post(path, { turn: `turn-${String(turn)}`, input });
      if (status !== 200) throw new Error(`An echo was answered with ${String(status)}.`);
    }
  });
}
