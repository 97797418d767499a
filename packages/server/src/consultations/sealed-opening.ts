import { createHmac, timingSafeEqual } from 'node:crypto';

/** How a consultation began, before anything of it is kept. */
export interface Opening {
  /** Of the consultation. */
  readonly id: string;
  /** Knowledge version it is pinned to. */
  readonly knowledge: string;
  /** BeginOptions as JSON. */
  readonly begun: string;
  readonly opened: number;
}

/** 128 bits: nobody can try them all. */
const SEAL_BYTES = 16;

/** An id by itself. */
const BARE = /^[\w-]{1,64}$/;

/** An id with its opening and the seal. */
const SEALED = /^([\w-]{1,64})\.([\w-]{1,1000})\.([\w-]{22})$/;

/** How long a person may look at the first question before they answer it, in milliseconds. */
export const LONGEST_SILENCE = 2 * 24 * 60 * 60 * 1000;

/** The longest id a client is given; an opening that needs more is kept at once instead. */
export const LONGEST_ID = 1000;

/** The id under which a consultation is kept, of the one that a client holds; undefined for what is none of ours. */
export function idOf(held: string): string | undefined {
  const dot = held.indexOf('.');
  const id = dot === -1 ? held : held.slice(0, dot);
  return BARE.test(id) ? id : undefined;
}

/**
 * Writes an opening into the id that the client holds, so that nothing need be kept of people who never say a word:
 * the id, a dot, the opening, a dot, and the seal, an HMAC-SHA256 that nobody without the key can make.
 */
export function sealOpening({ id, knowledge, begun, opened }: Opening, key: Buffer): string {
  const inside = Buffer.from(`${knowledge} ${String(opened)} ${begun}`).toString('base64url');
  const text = `${id}.${inside}`;
  return `${text}.${sealOf(text, key).toString('base64url')}`;
}

/** The opening in an id that a client holds; undefined when there is none, or another than we sealed. */
export function openSealed(held: string, key: Buffer): Opening | undefined {
  const [, id, inside, seal] = SEALED.exec(held) ?? [];
  if (id === undefined || inside === undefined || seal === undefined) return undefined;
  const given = Buffer.from(seal, 'base64url');
  if (given.length !== SEAL_BYTES || !timingSafeEqual(given, sealOf(`${id}.${inside}`, key))) return undefined;
  const [, knowledge = '', opened, begun = ''] =
    /^(\S+) (\d+) (.*)$/su.exec(Buffer.from(inside, 'base64url').toString()) ?? [];
  return { id, knowledge, begun, opened: Number(opened) };
}

function sealOf(text: string, key: Buffer): Buffer {
  return createHmac('sha256', key).update(text).digest().subarray(0, SEAL_BYTES);
}
