import { runInNewContext } from 'node:vm';

/** Texts that make a careless pattern or a careless loop take the square of their length, or worse. */
export const HOSTILE: Readonly<Record<string, (bytes: number) => string>> = {
  digits: (bytes) => '1'.repeat(bytes),
  'letters around digits': (bytes) => `AB${'1'.repeat(bytes - 3)}!`,
  dots: (bytes) => filled('a.', bytes),
  tags: (bytes) => filled('<a>', bytes),
  Han: (bytes) => filled('我', bytes),
  'open brackets': (bytes) => filled('（', bytes),
  'combining marks': (bytes) => filled('\u0301', bytes),
  'joined emoji': (bytes) => filled('👨\u200d👩\u200d👧', bytes),
};

/** The National Insurance number as a public chat looked for it: 24 seconds for 63 characters. Nothing of ours. */
export const KNOWN_SLOW = /[A-Za-z]{2}\s?([0-9 ]+){6,8}\s?[A-Za-z]/;

/** A piece as often as it fits into so many bytes. */
function filled(piece: string, bytes: number): string {
  return piece.repeat(Math.floor(bytes / Buffer.byteLength(piece)));
}

/** Whether something comes to its end, by an answer or by refusing, before it is stopped after so many milliseconds. */
export function comesToAnEnd(read: () => unknown, patience: number): boolean {
  try {
    // The one way to stop what is busy in our own thread, a pattern that goes back and forth included.
    runInNewContext('read()', { read }, { timeout: patience });
    return true;
  } catch (error) {
    // From another realm, so that it is no Error of ours.
    return (error as { readonly code?: unknown }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT';
  }
}
