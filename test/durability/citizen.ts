import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Input, Reply } from '@onetrip/engine';
import { nextInput } from './next-input.ts';
import type { Sent } from './send.ts';
import { send, sendAndLeave } from './send.ts';

/** A turn that a server acknowledged. */
export interface Acknowledged {
  /** Of the consultation. */
  readonly id: string;
  readonly turn: string;
  readonly input: Input;
  /** SHA-256 of the bytes that answered it. */
  readonly hash: string;
}

/** A conversation as the citizen remembers it. */
export interface Talk {
  readonly id: string;
  readonly turns: readonly Acknowledged[];
}

/** What citizens meet. */
export interface World {
  /** The address of the server to send to next; waits while there is none. */
  address(): Promise<string>;
  /** Chance, so that a seed tells the whole story. */
  readonly random: () => number;
  /** Is told of every turn that was acknowledged for the first time. */
  acknowledged(turn: Acknowledged): void;
  /** Is told of every answer that asked to come back later. */
  refused(sent: Sent): void;
  /** Is told of every connection that broke before its answer was there. Default: it is only sent again. */
  broken?(): void;
  /** Is told of every answer to a turn that differs from an earlier answer to it. */
  changed(turn: Acknowledged): void;
  /** How the network treats messages. Default: each arrives once. */
  readonly weather?: Weather;
}

/** A network that loses, doubles and delays. */
export interface Weather {
  /** Each message arrives once, or up to this often; 1.2 doubles a sixth of them. */
  readonly mostCopies: number;
  /** Share of the messages whose sender hangs up before the answer, and sends again. */
  readonly dropped: number;
  /** Share of the messages that an earlier one of the same conversation overtakes. */
  readonly late: number;
}

/** No conversation goes on for longer; random ones might. */
const MOST_TURNS = 12;

/** A storm of copies is faster than the server lets one consultation be. */
const TOO_FAST = 429;

const CALM: Weather = { mostCopies: 1, dropped: 0, late: 0 };

/**
 * Talks from these words on until there is nothing more to ask. Sends again what gets no answer, each turn under its own
 * id, and writes down what was acknowledged.
 *
 * @throws When a server refuses for good.
 */
export async function talk(world: World, words: string): Promise<Talk> {
  const opened = JSON.parse(await insist(world, '/api/consultations', {})) as { id: string };
  const { id } = opened;
  const turns: Acknowledged[] = [];
  let input: Input | undefined = { kind: 'say', text: words };
  while (input && turns.length < MOST_TURNS) {
    const body = await takeTurn(world, { id, turns }, input);
    const { reply } = JSON.parse(body) as { reply: Reply };
    input = nextInput(reply, world.random);
  }
  return { id, turns };
}

/** Sends an acknowledged turn once more: it must be answered as before. */
export async function sendAgain(world: World, before: Acknowledged): Promise<void> {
  const body = await insist(world, pathOf(before), { turn: before.turn, input: before.input });
  if (hashOf(body) !== before.hash) world.changed(before);
}

/** SHA-256 of the bytes of an answer. */
export function hashOf(body: string): string {
  return createHash('sha256').update(body).digest('base64url');
}

async function takeTurn(world: World, { id, turns }: { id: string; turns: Acknowledged[] }, input: Input) {
  const { random, weather = CALM } = world;
  const turn = `turn-${String(turns.length + 1)}`;
  const path = pathOf({ id });
  const earlier = random() < weather.late ? turns[Math.floor(random() * turns.length)] : undefined;
  const copies = 1 + Math.floor(random() * weather.mostCopies);
  if (random() < weather.dropped) await sendAndLeave(await world.address(), path, { turn, input });
  const sending = Array.from({ length: copies }, () => insist(world, path, { turn, input }));
  const late = earlier && sendAgain(world, earlier);
  const [body = '', ...others] = await Promise.all(sending);
  await late;
  const taken: Acknowledged = { id, turn, input, hash: hashOf(body) };
  turns.push(taken);
  world.acknowledged(taken);
  if (others.some((other) => other !== body)) world.changed(taken);
  return body;
}

async function insist(world: World, path: string, body: object): Promise<string> {
  for (;;) {
    const sent = await send(await world.address(), path, body);
    if (sent && sent.status < 300) return sent.body;
    if (sent && sent.status !== 503 && sent.status !== TOO_FAST)
      throw new Error(`Refused with ${String(sent.status)}: ${sent.body}`);
    if (!sent) world.broken?.();
    if (sent?.status === 503) world.refused(sent);
    await pause(sent?.status === TOO_FAST ? Number(sent.retryAfter) * 1000 : 20 + 80 * Math.random());
  }
}

function pathOf({ id }: { readonly id: string }): string {
  return `/api/consultations/${id}/turns`;
}
