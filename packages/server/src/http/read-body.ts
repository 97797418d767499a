/** The most bytes a body may have. */
export const LONGEST_BODY = 8000;

/**
 * The bytes of a body, or `body-too-large`.
 *
 * Counts what really arrives: a chunked body announces no length, and an announced length may be a lie.
 */
export async function readBody(request: Request): Promise<Uint8Array | 'body-too-large'> {
  if (Number(request.headers.get('Content-Length') ?? 0) > LONGEST_BODY) return 'body-too-large';
  if (!request.body) return new Uint8Array();
  const reader = request.body.getReader();
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
