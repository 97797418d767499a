/** Words further away than this are another word, not a slip of the pen. */
const MAX_DISTANCE = 3;

/**
 * The known word that an unknown one was probably meant to be, or `undefined` when none is close.
 *
 * Counts single-letter slips; a word that contains the other whole counts as close as well.
 */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.min(MAX_DISTANCE, Math.ceil(word.length / 3)) + 1;
  let containing: string | undefined;
  for (const candidate of known) {
    const distance = editDistance(word, candidate, bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
    const shorter = Math.min(word.length, candidate.length);
    if (shorter >= 4 && (candidate.includes(word) || word.includes(candidate))) containing ??= candidate;
  }
  return best ?? containing;
}

/** Levenshtein distance, given up once it reaches `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const changed = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(changed, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return Math.min(previous[b.length] ?? limit, limit);
}
