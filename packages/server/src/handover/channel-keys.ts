import type { Context } from 'hono';
import { sha256 } from '../sha256.ts';

/** Keys of programs that speak for a channel, such as the WeChat bot: key → name. */
export type ChannelKeys = ReadonlyMap<string, string>;

/** Whose key a request carries as its bearer token; undefined when it carries none of ours. */
export function channelOf(c: Context, keys: ChannelKeys): string | undefined {
  const given = /^Bearer +([\w-]{1,200})$/i.exec(c.req.header('Authorization') ?? '')?.[1];
  if (given === undefined) return undefined;
  // Hashes are compared: how long that takes tells nothing about the key.
  const hash = sha256(given);
  return [...keys].find(([key]) => sha256(key) === hash)?.[1];
}
