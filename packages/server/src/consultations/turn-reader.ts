import type { Input } from '@onetrip/engine';
import type { Context } from 'hono';
import { LRUCache } from 'lru-cache';
import { readValue, throughSchema } from '../http/read-json.ts';
import type { JsonBody } from '../http/read-json.ts';
import { maskInput } from '../privacy/mask-input.ts';
import { isTurnId, turnBodySchema } from './turn-body.ts';

/** A turn that may be taken. */
export interface ReadTurn {
  /** The client's own id of it. */
  readonly turn: string;
  /** With personal data masked. */
  readonly input: Input;
}

/** Answers of the longest items, many times over; some megabytes. */
const MOST_KNOWN = 5000;
const LONGEST_KNOWN = 300;

/**
 * Reads the bodies of turns: through the schema, and without personal numbers.
 *
 * Most inputs are answers that others gave before, letter by letter, and one that was found in order is so again. What
 * somebody said in words of their own, and what had a number of theirs in it, is not remembered.
 */
export class TurnReader {
  readonly #known = new LRUCache<string, Input>({ max: MOST_KNOWN });

  async read(c: Context): Promise<JsonBody<ReadTurn>> {
    const value = await readValue(c);
    if ('refusal' in value) return value;
    const written = writtenInput(value.body);
    const known = written && this.#known.get(written.input);
    if (known) return { body: { turn: written.turn, input: known } };
    const read = throughSchema(c, turnBodySchema, value.body);
    if ('refusal' in read) return read;
    const { turn, input } = read.body;
    const masked = maskInput(input);
    if (written && masked === input && input.kind !== 'say') this.#known.set(written.input, input);
    return { body: { turn, input: masked } };
  }
}

/** The two parts of a body that has no others, the input as JSON; undefined for any other, and for a long one. */
function writtenInput(body: unknown): { readonly turn: string; readonly input: string } | undefined {
  if (typeof body !== 'object' || body === null || !('turn' in body) || !('input' in body)) return undefined;
  const { turn } = body;
  if (!isTurnId(turn) || Object.keys(body).length !== 2) return undefined;
  const input = JSON.stringify(body.input);
  return input.length > LONGEST_KNOWN ? undefined : { turn, input };
}
