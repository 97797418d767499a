/**
 * The same JSON with every other character escaped: one Chinese character makes every character of a string take two
 * bytes in memory, escaped each takes one.
 */
export function inAscii(json: string): string {
  const escaped = json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  // A string stays as wide as the one it was made from, and in as many pieces; what is read from bytes is not.
  return Buffer.from(escaped, 'latin1').toString('latin1');
}
