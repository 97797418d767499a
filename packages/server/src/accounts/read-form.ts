import type { Context } from 'hono';
import { readBody } from '../http/read-body.ts';

/** The fields of a form; none when another type was sent, `undefined` when it is too large. */
export async function readForm(c: Context): Promise<URLSearchParams | undefined> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('Content-Type') ?? '')) return new URLSearchParams();
  const body = await readBody(c.req.raw);
  if (body === 'body-too-large') return undefined;
  return new URLSearchParams(body === 'not-utf-8' ? '' : body.text);
}
