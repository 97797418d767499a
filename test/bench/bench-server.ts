import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEngine } from '@onetrip/engine';
import { readKnowledge } from '@onetrip/engine/knowledge';
import { measureLive, measureMillion } from './bench-million.ts';
import { measurePostgres } from './bench-postgres.ts';
import { percentile, rounded } from './cpu-time.ts';
import { createRandom } from './random-item.ts';
import { recordTalks } from './recorded-talks.ts';
import type { Talk } from './recorded-talks.ts';
import { startProcess } from './server-process.ts';
import type { ServerProcess } from './server-process.ts';
import { KINDS, shareSeen, turnsOf } from './turns-of-kind.ts';
import type { TurnKind, TurnOf } from './turns-of-kind.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const seed = 20261122;
/** Of ours, so many that a round is more than warming up; the echoes answer with the same few again and again. */
const turnsPerRound = 20_000;
const echoTurnsPerRound = 6000;
const rounds = 5;
const atOnce = 32;
const agent = new Agent({ keepAlive: true, maxSockets: atOnce });

/** A durable turn against a bare echo of the same bytes, and one that keeps them; in processes of their own, in turns. */
export async function benchServer(): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-bench-'));
  const { knowledge } = await readKnowledge(root('knowledge'));
  if (!knowledge) throw new Error('The knowledge does not compile.');
  const engine = createEngine(knowledge);
  const echoTalks = recordTalks(engine, echoTurnsPerRound, createRandom(seed));
  const answers = join(folder, 'answers.json');
  writeFileSync(answers, JSON.stringify(echoTalks.flatMap(({ replies }) => replies)));
  const known = join(folder, 'knowledge.json');
  writeFileSync(known, JSON.stringify(knowledge));
  execFileSync(process.execPath, [root('packages/server/build.mjs')]);
  const echoServer = ['--import', 'tsx', root('test/bench/echo-server.ts'), answers];
  const echo = await startProcess(echoServer);
  const durable = await startProcess([...echoServer, join(folder, 'echo.db')]);
  const ours = await startProcess([root('packages/server/dist/serve.js')], {
    KNOWLEDGE: known,
    DATABASE: join(folder, 'onetrip.db'),
    PORT: '0',
    LOG_LEVEL: 'warn',
  });
  const lean = await startProcess([
    '--import',
    'tsx',
    root('test/bench/lean-server.ts'),
    known,
    join(folder, 'lean.db'),
  ]);
  const idleMegabytes = ours.megabytes();
  const measured = new Map<TurnKind, Measured>(
    KINDS.map((kind) => [kind, { overEcho: [], floor: [], lean: [], overDurable: [], micros: [] }]),
  );
  const seen = new Map(KINDS.map((kind) => [kind, new Set<string>()]));
  const shares: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    // Other people each time: what one round's were asked may be new to the next one's.
    const talks = recordTalks(engine, turnsPerRound, createRandom(seed + round));
    const ids = await openAll(ours, talks.length);
    const leanIds = await openAll(lean, talks.length);
    const echoIds = await openAll(durable, echoTalks.length);
    const load = rounded(loadavg()[0] ?? 0);
    for (const kind of KINDS) {
      const same = turnsOf(echoTalks, kind);
      const turns = turnsOf(talks, kind);
      const share = shareSeen(turns, seen.get(kind) ?? new Set());
      const echoed = await timed(echo, same, () => echoTurns(echo, same, echoIds));
      const kept = await timed(durable, same, () => echoTurns(durable, same, echoIds));
      const least = await timed(lean, turns, () => takeTurns(lean, turns, leanIds));
      const taken = await timed(ours, turns, () => takeTurns(ours, turns, ids));
      console.log(
        `round ${round} ${kind}: echo ${rounded(echoed)} µs, durable echo ${rounded(kept)} µs, lean turn ${rounded(least)} µs, ` +
          `turn ${rounded(taken)} µs, ratio ${rounded(taken / echoed)}, ` +
          `${rounded(share * 100)} % seen before, load ${load}`,
      );
      // The first round warms all of them up.
      if (round === 0) continue;
      measured.get(kind)?.overEcho.push(taken / echoed);
      measured.get(kind)?.floor.push(kept / echoed);
      measured.get(kind)?.lean.push(least / echoed);
      measured.get(kind)?.overDurable.push(taken / kept);
      measured.get(kind)?.micros.push(taken);
      if (kind === 'answer') shares.push(share);
    }
  }
  console.log(`memory: ${rounded(idleMegabytes)} MB at first, ${rounded(ours.megabytes())} MB after the rounds`);
  const p99Millis = await openLoop(ours, echoTalks);
  await Promise.all([echo.stop(), durable.stop(), lean.stop(), ours.stop()]);
  agent.destroy();
  const postgresOverPgbench = await measurePostgres(folder);
  const readyMillisAtMillion = await measureMillion(folder, root('packages/server/dist/serve.js'), {
    KNOWLEDGE: known,
  });
  const bytesPerLive = measureLive(engine, echoTalks);
  console.log(`a remembered consultation: ${rounded(bytesPerLive)} bytes`);
  rmSync(folder, { recursive: true, force: true });
  const median = (kind: TurnKind, what: keyof Measured): number =>
    rounded(percentile(measured.get(kind)?.[what] ?? [], 0.5));
  return {
    turnOverEcho: median('answer', 'overEcho'),
    durableEchoOverEcho: median('answer', 'floor'),
    leanTurnOverEcho: median('answer', 'lean'),
    turnOverDurableEcho: median('answer', 'overDurable'),
    seenBeforeShare: rounded(percentile(shares, 0.5)),
    turnMicros: median('answer', 'micros'),
    sayMicros: median('say', 'micros'),
    noticeMicros: median('notice', 'micros'),
    p99Millis,
    postgresOverPgbench,
    idleMegabytes: rounded(idleMegabytes),
    bytesPerLive: rounded(bytesPerLive),
    readyMillisAtMillion,
  };
}

/** What a nation asks at its busiest; see docs/deploying.md. */
const TURNS_A_SECOND = 2730;
const SECONDS = 10;

/** Sends turns at a fixed rate, whatever comes back, and gives the 99th percentile of the wait in milliseconds. */
async function openLoop(server: ServerProcess, talks: readonly Talk[]): Promise<number> {
  const ids = await openAll(server, 2000);
  const question = talks[0]?.inputs.find(({ kind }) => kind === 'answer') ?? { kind: 'repeat' };
  const waits: number[] = [];
  let refused = 0;
  const sent: Promise<void>[] = [];
  const began = performance.now();
  const cpu = server.cpuMicros();
  for (let count = 0; count < TURNS_A_SECOND * SECONDS; count += 1) {
    const due = began + (count * 1000) / TURNS_A_SECOND;
    while (performance.now() < due) await new Promise((resolve) => setImmediate(resolve));
    const path = `${server.address}/api/consultations/${ids[count % ids.length] ?? ''}/turns`;
    const one = async (): Promise<void> => {
      const { status } = await post(path, { turn: `open-${String(count)}`, input: question });
      waits.push(performance.now() - due);
      if (status !== 200) refused += 1;
    };
    sent.push(one());
  }
  await Promise.all(sent);
  const micros = (server.cpuMicros() - cpu) / sent.length;
  const p99 = percentile(waits, 0.99);
  console.log(
    `open loop: ${String(TURNS_A_SECOND)} turns/s for ${String(SECONDS)} s, p50 ${rounded(percentile(waits, 0.5))} ms, ` +
      `p99 ${rounded(p99)} ms, ${String(refused)} refused, ${rounded(micros)} µs CPU each, load ${rounded(loadavg()[0] ?? 0)}`,
  );
  return rounded(p99);
}

interface Measured {
  /** Against a bare echo of the same bytes. */
  readonly overEcho: number[];
  /** Of an echo that keeps the same bytes, against the bare one: what durability alone costs. */
  readonly floor: number[];
  /** Of a server with nothing but what a turn promises, against the bare echo: what our parts cost however arranged. */
  readonly lean: number[];
  /** Against an echo that keeps the same bytes. */
  readonly overDurable: number[];
  readonly micros: number[];
}

/** Microseconds of the server's processor time for each turn. */
async function timed(
  server: ServerProcess,
  turns: readonly (readonly TurnOf[])[],
  work: () => Promise<void>,
): Promise<number> {
  const before = server.cpuMicros();
  await work();
  return (server.cpuMicros() - before) / turns.flat().length;
}

async function openAll(server: ServerProcess, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  await inParallel(count, async (index) => {
    const { body } = await post(`${server.address}/api/consultations`, {});
    ids[index] = (JSON.parse(body) as { id: string }).id;
  });
  return ids;
}

async function takeTurns(
  server: ServerProcess,
  turns: readonly (readonly TurnOf[])[],
  ids: readonly string[],
): Promise<void> {
  await inParallel(turns.length, async (index) => {
    for (const { talk, turn, input } of turns[index] ?? []) {
      const path = `${server.address}/api/consultations/${ids[talk] ?? ''}/turns`;
      const { status, body } = await post(path, { turn: `turn-${String(turn)}`, input });
      if (status !== 200) throw new Error(`A turn was answered with ${String(status)}: ${body}`);
    }
  });
}

async function echoTurns(
  server: ServerProcess,
  turns: readonly (readonly TurnOf[])[],
  ids: readonly string[],
): Promise<void> {
  await inParallel(turns.length, async (index) => {
    for (const { talk, turn, input, number } of turns[index] ?? []) {
      const path = `${server.address}/api/consultations/${ids[talk] ?? ''}/turns/${String(number)}`;
      const { status } = await post(path, { turn: `turn-${String(turn)}`, input });
      if (status !== 200) throw new Error(`An echo was answered with ${String(status)}.`);
    }
  });
}

async function inParallel(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

function post(address: string, body: unknown): Promise<{ readonly status: number; readonly body: string }> {
  const sent = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(sent) };
    const call = request(address, { method: 'POST', headers, agent }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(pieces).toString('utf8') });
      });
    });
    call.on('error', reject);
    call.end(sent);
  });
}
