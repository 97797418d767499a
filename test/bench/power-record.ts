import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Engine } from '@onetrip/engine';
import type { Acknowledged, Talk, World } from '../durability/citizen.ts';
import { hashOf } from '../durability/citizen.ts';
import { startServer } from '../durability/server-process.ts';
import { holdTalks } from '../durability/talks.ts';
import { createRandom } from './random-item.ts';
import type { Answered, DiskEvent } from './power-trace.ts';
import { readTrace, TRACED } from './power-trace.ts';

/** What is recorded. */
export interface RecordOptions {
  /** The database; its folder is made by the server. */
  readonly file: string;
  /** How each of the server's lives ends: as an operator ends it, or by `kill -9`. */
  readonly lives: readonly ('stop' | 'kill')[];
  readonly talksPerLife: number;
  /** Citizens who talk at the same time. */
  readonly citizens: number;
  readonly seed: number;
}

/** All that a server did to its disk, and what citizens were told meanwhile. */
export interface Recorded {
  readonly events: readonly DiskEvent[];
  /** The turn that an event acknowledged, by the place of the event. */
  readonly acknowledged: ReadonlyMap<number, Pick<Acknowledged, 'id' | 'turn' | 'hash'>>;
  readonly talks: readonly Talk[];
  /** The files as they are in the end. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/**
 * Says what to install where there is no `strace`.
 *
 * @throws Error that says it.
 */
export function demandStrace(): void {
  if (spawnSync('strace', ['-V']).status === 0) return;
  throw new Error('This bench needs strace; on Debian or Ubuntu, as root: apt-get update && apt-get install -y strace');
}

/**
 * Runs the server as it is delivered through several lives while citizens talk to it, under `strace`.
 *
 * @throws When the log does not tell of every turn that was acknowledged.
 */
export async function recordServer(engine: Engine, options: RecordOptions): Promise<Recorded> {
  const { file, lives, talksPerLife, citizens, seed } = options;
  const folder = dirname(file);
  const talks: Talk[] = [];
  const events: DiskEvent[] = [];
  for (const [index, end] of lives.entries()) {
    const log = `${folder}.${String(index)}.strace`;
    const server = await startServer({ env: { DATABASE: file }, under: underStrace(log) });
    const world = calmWorld(server.address, createRandom(seed + index));
    talks.push(...(await holdTalks(engine, { count: talksPerLife, atOnce: citizens, world: () => world })));
    await (end === 'stop' ? server.stop() : server.kill());
    for (const event of await readTrace(log, folder)) events.push(event);
  }
  const names = readdirSync(folder).filter((name) => !name.endsWith('-shm'));
  const files = new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
  return { events, acknowledged: acknowledgementsIn(events, talks), talks, files };
}

function calmWorld(address: string, random: () => number): World {
  const nothing = (): void => undefined;
  return { address: () => Promise.resolve(address), random, acknowledged: nothing, refused: nothing, changed: nothing };
}

/** The process that is started is the server; `strace` stands behind it and ends after it. */
function underStrace(log: string): readonly string[] {
  const format = ['-D', '-f', '-qq', '-yy', '-xx', '-s', '1000000', '-e', 'signal=none', '-o', log];
  return ['strace', ...format, '--seccomp-bpf', '-e', `trace=${TRACED.join(',')}`];
}

function acknowledgementsIn(events: readonly DiskEvent[], talks: readonly Talk[]): Recorded['acknowledged'] {
  const found = new Map<number, Pick<Acknowledged, 'id' | 'turn' | 'hash'>>();
  for (const [place, event] of events.entries()) {
    const turn = event.kind === 'answer' ? acknowledgedBy(event) : undefined;
    if (turn) found.set(place, turn);
  }
  const told = [...found.values()].map(({ id, turn, hash }) => `${id} ${turn} ${hash}`).sort();
  const heard = talks.flatMap(({ turns }) => turns.map(({ id, turn, hash }) => `${id} ${turn} ${hash}`)).sort();
  if (told.join('\n') !== heard.join('\n'))
    throw new Error(
      `The log tells of ${String(told.length)} turns, the citizens of ${String(heard.length)} or others.`,
    );
  return found;
}

/** The turn that was asked for and answered; undefined for every other request. */
export function acknowledgedBy({ asked, pieces }: Answered): Pick<Acknowledged, 'id' | 'turn' | 'hash'> | undefined {
  const id = /^POST \/api\/consultations\/([^/ ]+)\/turns /.exec(asked)?.[1];
  const [head = '', body] = split(Buffer.concat(pieces).toString('utf8'));
  if (id === undefined || !head.startsWith('HTTP/1.1 200')) return undefined;
  const { turn } = JSON.parse(split(asked)[1]) as { readonly turn: string };
  return { id, turn, hash: hashOf(body) };
}

function split(message: string): readonly [string, string] {
  const end = message.indexOf('\r\n\r\n');
  return [message.slice(0, end), message.slice(end + 4)];
}
