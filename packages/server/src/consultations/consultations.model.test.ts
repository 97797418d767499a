import type { Consultation, Input, Reply } from '@onetrip/engine';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomId } from '../ids.ts';
import { oneEngine } from '../knowledge/engines.ts';
import { Receipts } from '../receipts/receipts.ts';
import type { Database } from '../storage/database.ts';
import { openDatabase } from '../storage/open-database.ts';
import { bodyText } from '../test-support/body-text.ts';
import { realEngine } from '../test-support/real-engine.ts';
import { testClock } from '../test-support/test-clock.ts';
import { Consultations } from './consultations.ts';
import type { TurnRefusal } from './consultations.ts';

const RUNS = 300;
/** The machine may be busy. */
const PATIENCE = 240_000;
const MOST_TURNS = 12;
const engine = realEngine();
const begin = { today: '2026-11-22' } as const;
const folder = mkdtempSync(join(tmpdir(), 'onetrip-model-'));
const file = join(folder, 'onetrip.db');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A server process as far as consultations go: what it remembers, over the file that all share. */
class Server {
  #database: Database | undefined;
  #consultations: Consultations | undefined;

  async get(): Promise<Consultations> {
    if (this.#consultations) return this.#consultations;
    this.#database ??= await openDatabase(file);
    this.#consultations = new Consultations({
      engines: oneEngine(engine),
      database: this.#database,
      clock: testClock(),
      ids: randomId,
      mostTurns: MOST_TURNS,
      mostLive: 2,
      companions: [],
      observe: () => undefined,
      receipts: new Receipts({ database: this.#database }),
    });
    return this.#consultations;
  }

  /** Forgets everything, as a crash does. */
  crash(): void {
    this.#consultations = undefined;
  }

  async end(): Promise<void> {
    await this.#database?.close();
    this.#database = undefined;
    this.#consultations = undefined;
  }
}

/** A consultation as it must be: nothing but the engine and a list. */
interface Case {
  readonly id: string;
  consultation: Consultation;
  reply: Reply;
  readonly taken: Map<string, { readonly input: string; readonly answer: string }>;
}

/** What happens; places and pieces are drawn as numbers and taken by what is there. */
type Event =
  | { readonly kind: 'open'; readonly server: number }
  | { readonly kind: 'turn'; readonly server: number; readonly at: number; readonly turn: number; readonly say: number }
  | { readonly kind: 'race'; readonly at: number; readonly turns: readonly [number, number]; readonly say: number }
  | { readonly kind: 'again'; readonly server: number; readonly at: number; readonly which: number }
  | { readonly kind: 'look'; readonly server: number; readonly at: number }
  | { readonly kind: 'crash'; readonly server: number };

const number = fc.nat({ max: 1000 });
const server = fc.nat({ max: 1 });
const turn = fc.nat({ max: 15 });
const events: fc.Arbitrary<Event> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('open' as const), server }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('turn' as const), server, at: number, turn, say: number }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('race' as const), at: number, turns: fc.tuple(turn, turn), say: number }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('again' as const), server, at: number, which: number }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('look' as const), server, at: number }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('crash' as const), server }) },
);

test(
  'whatever is sent, to whichever server, after whatever crash, is answered as by an engine and a list',
  { timeout: PATIENCE },
  async () => {
    const servers = [new Server(), new Server()] as const;
    await fc.assert(
      fc.asyncProperty(fc.array(events, { minLength: 4, maxLength: 16 }), async (story) => {
        const cases: Case[] = [];
        for (const event of [{ kind: 'open', server: 0 } as const, ...story]) await happen(servers, cases, event);
        for (const kept of cases) await isKept(await servers[0].get(), kept);
      }),
      { numRuns: RUNS },
    );
    for (const each of servers) await each.end();
  },
);

async function happen(servers: readonly [Server, Server], cases: Case[], event: Event): Promise<void> {
  const kept = 'at' in event ? cases[event.at % cases.length] : undefined;
  const here = 'server' in event ? servers[event.server === 0 ? 0 : 1] : servers[0];
  switch (event.kind) {
    case 'open': {
      const { id } = await (await here.get()).open(begin);
      cases.push({ id, ...engine.begin(begin), taken: new Map() });
      return;
    }
    case 'crash':
      here.crash();
      return;
    case 'look':
      if (kept) await isKept(await here.get(), kept);
      return;
    case 'again': {
      const before = [...(kept?.taken ?? [])][event.which % (kept?.taken.size || 1)];
      if (!kept || !before) return;
      const answer = await take(await here.get(), kept.id, before[0], JSON.parse(before[1].input) as Input);
      expect(answer).toEqual({ answer: before[1].answer });
      return;
    }
    case 'turn': {
      if (!kept) return;
      const input = inputFor(kept.reply, event.say);
      check(
        kept,
        `t${String(event.turn)}`,
        input,
        await take(await here.get(), kept.id, `t${String(event.turn)}`, input),
      );
      return;
    }
    case 'race':
      if (kept) await race(servers, kept, event);
  }
}

/** Two different turns, or the same one twice, at two servers at once: as if one had come after the other. */
async function race(
  servers: readonly [Server, Server],
  kept: Case,
  { turns, say }: Extract<Event, { kind: 'race' }>,
): Promise<void> {
  const input = inputFor(kept.reply, say);
  const ids = turns.map((id) => `t${String(id)}`);
  const answers = await Promise.all(
    servers.map(async (each, place) => take(await each.get(), kept.id, ids[place] ?? '', input)),
  );
  const inOrder = [0, 1].sort((a, b) => seqOf(answers[a]) - seqOf(answers[b]));
  for (const place of inOrder) check(kept, ids[place] ?? '', input, answers[place]);
}

type Answered = { readonly answer: string } | TurnRefusal;

/** Takes a turn, and gives its answer as text. */
async function take(consultations: Consultations, ...sent: Parameters<Consultations['takeTurn']>): Promise<Answered> {
  const taken = await consultations.takeTurn(...sent);
  return typeof taken === 'string' ? taken : { answer: bodyText(taken.answer) };
}

function seqOf(answered: Answered | undefined): number {
  return typeof answered === 'object' ? (JSON.parse(answered.answer) as { seq: number }).seq : Infinity;
}

/** Holds an answer against the list and the engine, and takes it down. */
function check(kept: Case, turn: string, input: Input, answered: Answered | undefined): void {
  const before = kept.taken.get(turn);
  const written = JSON.stringify(input);
  if (before) return expect(answered).toEqual(before.input === written ? { answer: before.answer } : 'turn-id-reused');
  if (kept.taken.size === MOST_TURNS) return expect(answered).toBe('too-many-turns');
  if (typeof answered !== 'object') throw new Error(`A turn was refused: ${String(answered)}`);
  const { consultation, reply } = engine.takeTurn(kept.consultation, input);
  const seq = kept.taken.size + 1;
  expect(unnumbered(answered.answer)).toEqual(unnumbered(JSON.stringify({ seq, reply })));
  kept.taken.set(turn, { input: written, answer: answered.answer });
  kept.consultation = consultation;
  kept.reply = reply;
}

async function isKept(here: Consultations, kept: Case): Promise<void> {
  const found = await here.look(kept.id);
  if (typeof found === 'string') throw new Error(`A consultation is gone: ${found}`);
  const last = [...kept.taken.values()].at(-1);
  expect(found.survey).toEqual(engine.survey(kept.consultation));
  expect(found.answer).toBe(last?.answer ?? JSON.stringify({ id: kept.id, reply: kept.reply }));
}

/** Something a person might do now, good or bad. */
function inputFor(reply: Reply, say: number): Input {
  const { items } = engine.knowledge;
  const item = items[say % items.length]?.id ?? '';
  const others: readonly Input[] = [
    { kind: 'back' },
    { kind: 'restart' },
    { kind: 'add', item },
    { kind: 'say', text: '多少钱' },
  ];
  if (say % 5 === 0) return others[(say / 5) % others.length] ?? { kind: 'repeat' };
  if (reply.kind !== 'ask') return { kind: 'choose', items: [item] };
  const option = reply.question.options[say % reply.question.options.length];
  return { kind: 'answer', question: reply.question.id, value: option?.value ?? '' };
}

/** An answer without what chance has put into it: the receipt's number and link. */
function unnumbered(answer: string): unknown {
  const drop = ['number', 'receipt'];
  return JSON.parse(answer, (key, value: unknown) => (drop.includes(key) ? undefined : value));
}
