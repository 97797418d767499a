import type { Engine } from '@onetrip/engine';
import { openLoop } from './open-loop.ts';
import type { Paced } from './open-loop.ts';
import { createRandom } from './random-item.ts';
import { recordTalks } from './recorded-talks.ts';
import type { Talk } from './recorded-talks.ts';
import { median } from './turn-rounds.ts';
import type { Servers } from './turn-rounds.ts';
import { turnsOf } from './turns-of-kind.ts';

const seed = 2;
const rounds = 3;
/** Of which a third are answers that lead to the next question: seven seconds at the pace of a nation. */
const turnsPerRound = 60_000;
const turnsOfConversations = 100_000;

/**
 * Sends turns at the pace of a nation's busiest hour to one server after the other: there two or three come
 * at a time, and each pays for the looks at the sockets and the commits that it shares with few.
 */
export async function measurePaced(
  engine: Engine,
  { ours, echo, durable }: Servers,
  echoTalks: readonly Talk[],
): Promise<Record<string, number>> {
  // Questions, as ours answers with.
  const echoed = turnsOf(echoTalks, 'answer').flatMap((turns) => turns.map(({ number }) => number));
  const found: Record<'ours' | 'echo' | 'durable', Paced>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const people = peopleOf(engine, turnsPerRound, seed + round);
    found.push({
      echo: await openLoop(echo, 'answers', people, echoed),
      durable: await openLoop(durable, 'answers', people, echoed),
      ours: await openLoop(ours, 'answers', people),
    });
  }
  const conversations = await openLoop(ours, 'conversations', peopleOf(engine, turnsOfConversations, seed + rounds));
  return {
    pacedTurnOverEcho: median(found.map((each) => each.ours.micros / each.echo.micros)),
    pacedTurnOverDurableEcho: median(found.map((each) => each.ours.micros / each.durable.micros)),
    pacedTurnMicros: median(found.map((each) => each.ours.micros)),
    p99Millis: median(found.map((each) => each.ours.p99Millis)),
    // How quiet the machine is: this one keeps nothing and waits for no disk.
    echoP99Millis: median(found.map((each) => each.echo.p99Millis)),
    durableEchoP99Millis: median(found.map((each) => each.durable.p99Millis)),
    conversationsP99Millis: conversations.p99Millis,
  };
}

/** Talks without what was answered: to sweep that up again and again would hold up what sends them. */
function peopleOf(engine: Engine, turns: number, from: number): readonly Talk[] {
  const talks = recordTalks(engine, 'link', turns, createRandom(from));
  return talks.map(({ begin, inputs }) => ({ begin, inputs, replies: [], decidedBy: [] }));
}
