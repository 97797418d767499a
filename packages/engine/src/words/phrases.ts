/** A phrase found in a text. */
export interface Spot<Value> {
  readonly phrase: string;
  readonly start: number;
  readonly end: number;
  readonly value: Value;
}

/** Finds known phrases in a text: the longest at each place, none overlapping another. */
export type PhraseFinder<Value> = (text: string) => readonly Spot<Value>[];

/** Prepares known phrases for finding. One pass over the text, whatever the number of phrases. */
export function createPhraseFinder<Value>(phrases: ReadonlyMap<string, Value>): PhraseFinder<Value> {
  const lengths = lengthsByFirst(phrases.keys());
  return (text) => {
    const spots: Spot<Value>[] = [];
    let start = 0;
    while (start < text.length) {
      const phrase = longestAt(text, start, lengths.get(text.charAt(start)) ?? [], phrases);
      if (phrase === undefined) {
        start += 1;
        continue;
      }
      const end = start + phrase.length;
      spots.push({ phrase, start, end, value: phrases.get(phrase) as Value });
      start = end;
    }
    return spots;
  };
}

/** The lengths of the phrases that begin with a character, longest first. */
function lengthsByFirst(phrases: Iterable<string>): ReadonlyMap<string, readonly number[]> {
  const lengths = new Map<string, number[]>();
  for (const phrase of phrases) {
    if (phrase === '') continue;
    const known = lengths.get(phrase.charAt(0)) ?? [];
    if (!known.includes(phrase.length)) known.push(phrase.length);
    lengths.set(phrase.charAt(0), known);
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a);
  return lengths;
}

function longestAt(
  text: string,
  start: number,
  lengths: readonly number[],
  phrases: ReadonlyMap<string, unknown>,
): string | undefined {
  for (const length of lengths) {
    const phrase = text.slice(start, start + length);
    if (phrases.has(phrase) && isWhole(text, start, phrase)) return phrase;
  }
  return undefined;
}

/** A Latin word or a number must not be the middle of a longer one: `id` is not in `idea`. */
function isWhole(text: string, start: number, phrase: string): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(start + phrase.length);
  return !(joins(before) && joins(phrase.charAt(0))) && !(joins(after) && joins(phrase.charAt(phrase.length - 1)));
}

function joins(character: string): boolean {
  return /[a-z0-9]/.test(character);
}
