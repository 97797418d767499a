/** Text in UTF-8, as it goes over a connection. */
export type Utf8 = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** In memory of its own: a piece of Node's pool would keep the whole pool as long as itself. */
export function utf8(text: string): Utf8 {
  return encoder.encode(text);
}

/** The text of bytes that `utf8` gave. */
export function textOf(bytes: Utf8): string {
  return decoder.decode(bytes);
}
