/** The most bytes a body may have. */
export const LONGEST_BODY = 8000;

/** The bytes of a body, or that there are too many. */
export type Body = Uint8Array | 'body-too-large';

/** A body can be read once; who asks again gets what was read. */
const bodies = new WeakMap<Request, Promise<Body>>();

/**
 * The bytes of a body, or `body-too-large`.
 *
 * Counts what really arrives: a chunked body announces no length, and an announced length may be a lie.
 */
export function readBody(request: Request): Promise<Body> {
  const known = bodies.get(request);
  if (known) return known;
  const body = collect(request).catch(whoHangsUp);
  bodies.set(request, body);
  return body;
}

/** A client that went away in the middle is no fault of ours, and half of what it said is nothing. */
function whoHangsUp(error: unknown): Body {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ECONNRESET' || (error instanceof Error && error.name === 'AbortError')) return new Uint8Array();
  throw error;
}

async function collect(request: Request): Promise<Body> {
  const announced = request.headers.get('Content-Length');
  if (Number(announced ?? 0) > LONGEST_BODY) return 'body-too-large';
  if (announced !== null && request.headers.get('Transfer-Encoding') === null) return collectAnnounced(request);
  if (!request.body) return new Uint8Array();
  return collectPieces(request.body);
}

/** Node's parser lets through exactly the length that was announced, so a stream, the slow way, is not needed. */
async function collectAnnounced(request: Request): Promise<Body> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  return bytes.length > LONGEST_BODY ? 'body-too-large' : bytes;
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
  return Buffer.concat(chunks);
}
