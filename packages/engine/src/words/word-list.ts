/** Reads a list of words from a block of text, so that long lists stay readable. */
export function wordList(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}
