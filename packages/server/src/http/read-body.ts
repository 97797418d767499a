import type { Context } from 'hono';

/** The most bytes a body may have. */
export const LONGEST_BODY = 8000;

/** The text of a body, or what is wrong with it. */
export type Body = { readonly text: string } | 'body-too-large' | 'not-utf-8';

declare module 'hono' {
  interface ContextVariableMap {
    /** A body can be read once; who asks again gets what was read. */
    body?: Promise<Body>;
  }
}

/**
 * The text of a body in UTF-8, unless there is too much of it.
 *
 * Counts what really arrives: a chunked body announces no length, and an announced length may be a lie.
 */
export function readBody(c: Context): Promise<Body> {
  const known = c.get('body');
  if (known) return known;
  const body = collect(c.req.raw);
  c.set('body', body);
  return body;
}

/** A client that went away in the middle is no fault of ours, and half of what it said is nothing. */
function whoHangsUp(error: unknown): Body {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ECONNRESET' || (error instanceof Error && error.name === 'AbortError')) return NOTHING;
  throw error;
}

const NOTHING: Body = { text: '' };

function collect(request: Request): Promise<Body> {
  const announced = request.headers.get('Content-Length');
  if (Number(announced ?? 0) > LONGEST_BODY) return Promise.resolve('body-too-large');
  if (announced !== null && request.headers.get('Transfer-Encoding') === null)
    return collectAnnounced(request, Number(announced));
  return request.body ? collectPieces(request.body).catch(whoHangsUp) : Promise.resolve(NOTHING);
}

/** Put in by the decoder where bytes are no UTF-8, and now and then meant by who wrote it. */
const REPLACEMENT = '\uFFFD';

/** Node's parser lets through exactly the length that was announced, so a stream, the slow way, is not needed. */
async function collectAnnounced(request: Request, length: number): Promise<Body> {
  let text: string;
  try {
    text = await request.text();
  } catch (error) {
    return whoHangsUp(error);
  }
  const size = Buffer.byteLength(text);
  // Three bytes each: with the length announced, what is not meant is found out.
  if (size !== length && text.includes(REPLACEMENT)) return 'not-utf-8';
  return size > LONGEST_BODY ? 'body-too-large' : { text };
}

async function collectPieces(body: ReadableStream<Uint8Array>): Promise<Body> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > LONGEST_BODY) {
      await reader.cancel();
      return 'body-too-large';
    }
    chunks.push(next.value);
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)) };
  } catch {
    return 'not-utf-8';
  }
}
