import type { Context } from 'hono';
import { readBody } from './read-body.ts';

/** The fields of a form; none when another type was sent, `undefined` when it is too large. */
export async function readForm(c: Context): Promise<URLSearchParams | undefined> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('Content-Type') ?? '')) return new URLSearchParams();
  const body = await readBody(c);
  if (body === 'body-too-large') return undefined;
  return new URLSearchParams(body === 'not-utf-8' ? '' : body.text);
}

/**
 * A form as its schema reads it: what came first under each name, and under those of `lists` all that came.
 *
 * Names that the schema does not know are left to it: browsers and their helpers add fields.
 */
export function formFields(
  form: URLSearchParams,
  lists: readonly string[] = [],
): Readonly<Record<string, string | readonly string[]>> {
  const fields = new Map<string, string | readonly string[]>();
  for (const [name, value] of form) if (!fields.has(name)) fields.set(name, value);
  for (const name of lists) if (fields.has(name)) fields.set(name, form.getAll(name));
  return Object.fromEntries(fields);
}
