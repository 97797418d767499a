import type { Context } from 'hono';
import type { BaseIssue, BaseSchema, InferOutput } from 'valibot';
import { safeParse } from 'valibot';
import { problem } from '../problem.ts';
import { MESSAGE_TOO_LONG } from '../schema/input.ts';
import { problemParts } from './problem-parts.ts';
import { readBody } from './read-body.ts';

type Schema = BaseSchema<unknown, unknown, BaseIssue<unknown>>;

/** A body that fits its schema, or the answer to send because it does not. */
export type JsonBody<T> = { readonly body: T } | { readonly refusal: Response };

/** Reads a JSON body through a schema; everything wrong with it becomes one problem that names all of it. */
export async function readJson<S extends Schema>(c: Context, schema: S): Promise<JsonBody<InferOutput<S>>> {
  const read = await readValue(c);
  return 'refusal' in read ? read : throughSchema(c, schema, read.body);
}

/** Reads a JSON body as it is. */
export async function readValue(c: Context): Promise<JsonBody<unknown>> {
  if (!isJson(c.req.header('Content-Type'))) return { refusal: problem(c, 'unsupported-media-type') };
  const read = await readBody(c);
  if (read === 'body-too-large') return { refusal: problem(c, read, { headers: { Connection: 'close' } }) };
  const json = read === 'not-utf-8' ? undefined : parseJson(read.text);
  return json ? { body: json.value } : { refusal: problem(c, 'malformed-json') };
}

/** Takes what was read through a schema. */
export function throughSchema<S extends Schema>(c: Context, schema: S, value: unknown): JsonBody<InferOutput<S>> {
  if (Array.isArray(value)) {
    // To valibot a list is an object without these keys.
    const errors = [{ path: '', expected: 'Object', received: 'Array' }];
    return { refusal: problem(c, 'invalid-body', { errors }) };
  }
  const parsed = safeParse(schema, value);
  if (parsed.success) return { body: parsed.output };
  const tooLong = parsed.issues.every((issue) => issue.message === MESSAGE_TOO_LONG);
  if (tooLong) return { refusal: problem(c, 'message-too-long') };
  return { refusal: problem(c, 'invalid-body', { errors: problemParts(parsed.issues) }) };
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(contentType?.trim() ?? '');
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
