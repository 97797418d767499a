import { byteLength } from './byte-length.ts';

/** Counts the bytes between two places of a text, without the white space at both ends. */
export type CountBytes = (start: number, end: number) => number;

/** Prepares a text for counting: whatever its length, a stretch of it then costs three looks into a table. */
export function createByteCounter(text: string): CountBytes {
  const bytesBefore = new Uint32Array(text.length + 1);
  let at = 0;
  for (const character of text) {
    bytesBefore[at + character.length] = (bytesBefore[at] ?? 0) + byteLength(character);
    at += character.length;
  }
  const [wordFrom, wordTo] = [Uint32Array.from(bytesBefore.keys()), Uint32Array.from(bytesBefore.keys())];
  for (const { 0: space, index } of text.matchAll(/\s+/gu)) {
    const end = index + space.length;
    wordFrom.fill(end, index, end);
    wordTo.fill(index, index + 1, end + 1);
  }
  return (start, end) => {
    const bytesTo = (place: number): number => bytesBefore[place] ?? 0;
    return Math.max(0, bytesTo(wordTo[end] ?? end) - bytesTo(wordFrom[start] ?? start));
  };
}
