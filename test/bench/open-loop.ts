import { loadavg } from 'node:os';
import type { Input } from '@onetrip/engine';
import { percentile, rounded } from './cpu-time.ts';
import { post } from './http-load.ts';
import type { Talk } from './recorded-talks.ts';
import type { ServerProcess } from './server-process.ts';
import { openAll, takeKind } from './turn-rounds.ts';
import { turnsOf } from './turns-of-kind.ts';

/** What a nation asks at its busiest; see docs/deploying.md. */
const turnsASecond = 2730;
const mostSeconds = 12;
/** In which most of what is asked is new to a server that has just started; its waits are told besides, and not counted. */
const warmUpSeconds = 2;
const restMillis = 2000;
/** People who are at it at the same time. */
const people = 2000;

/** What is sent: answered questions that lead to the next one, or whole conversations with their first turns and notices. */
export type Load = 'answers' | 'conversations';

/** What an open loop found. */
export interface Paced {
  /** The 99th percentile of the wait. */
  readonly p99Millis: number;
  /** The server's processor time for each turn. */
  readonly micros: number;
}

/**
 * Sends turns of recorded conversations at a fixed rate, whatever comes back.
 *
 * @param echoed for an echo, which takes any turn: the numbers of the answers that it is to give in turn
 */
export async function openLoop(
  server: ServerProcess,
  load: Load,
  talks: readonly Talk[],
  echoed?: readonly number[],
): Promise<Paced> {
  const ids = await openAll(server, talks);
  if (load === 'answers' && !echoed) await takeKind(server, turnsOf(talks, 'first'), ids);
  const due = inTurns(talks).filter(({ isAnswer }) => load === 'conversations' || isAnswer);
  // What the openings left to be swept up is not what is measured.
  await new Promise((resolve) => setTimeout(resolve, restMillis));
  const waits: number[] = [];
  let refused = 0;
  const sent: Promise<void>[] = [];
  const began = performance.now();
  let cpu = server.cpuMicros();
  for (const { talk, turn, input } of due.slice(0, turnsASecond * mostSeconds)) {
    const dueAt = began + (sent.length * 1000) / turnsASecond;
    if (sent.length === turnsASecond * warmUpSeconds) cpu = server.cpuMicros();
    // Asleep and not awake all the time: the server's own threads, which sweep its memory, need the processor too. So
    // two or three are sent together every millisecond.
    while (performance.now() < dueAt) await new Promise((resolve) => setTimeout(resolve, 1));
    const place = sent.length;
    const turns = `${server.address}/api/consultations/${ids[talk] ?? ''}/turns`;
    const path = echoed ? `${turns}/${String(echoed[place % echoed.length])}` : turns;
    const one = async (): Promise<void> => {
      const { status } = await post(path, { turn: `turn-${String(turn)}`, input });
      waits[place] = performance.now() - dueAt;
      if (status !== 200) refused += 1;
    };
    sent.push(one());
  }
  await Promise.all(sent);
  if (refused > 0) throw new Error(`${String(refused)} turns of the open loop were refused.`);
  const micros = (server.cpuMicros() - cpu) / (sent.length - turnsASecond * warmUpSeconds);
  const p99 = percentile(waits.slice(turnsASecond * warmUpSeconds), 0.99);
  console.log(
    `open loop, ${load} to ${echoed ? 'an echo' : 'ours'}: ${String(turnsASecond)} turns/s, ${String(sent.length)} turns, p50 ${rounded(percentile(waits, 0.5))} ms, ` +
      `p99 ${rounded(p99)} ms (${rounded(percentile(waits, 0.99))} with the first ${String(warmUpSeconds)} s), none refused, ${rounded(micros)} µs CPU each, load ${rounded(loadavg()[0] ?? 0)}`,
  );
  return { p99Millis: rounded(p99), micros: rounded(micros) };
}

interface Sending {
  readonly talk: number;
  readonly turn: number;
  readonly input: Input;
  readonly isAnswer: boolean;
}

/** All turns in the order in which so many people at a time send them, each a while after the turn before; somebody begins all the time. */
function inTurns(talks: readonly Talk[]): readonly Sending[] {
  const sendings = talks.flatMap(({ inputs }, talk) =>
    inputs.map((input, turn) => ({ talk, turn, input, isAnswer: turn > 0 && turn < inputs.length - 1 })),
  );
  return sendings.sort((a, b) => a.talk + a.turn * people - (b.talk + b.turn * people));
}
