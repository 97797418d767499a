const LONGEST = 100;

/** Words without what differs between two people who mean the same: case, width, blanks and punctuation. */
export function sameWords(words: string): string {
  const letters = words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return [...letters].slice(0, LONGEST).join('');
}
