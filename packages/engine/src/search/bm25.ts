import type { SearchIndex } from '../model/search-index.ts';

/** An item by its place in `Knowledge.items`, and how well it fits; scores compare only within one query. */
export interface Ranked {
  readonly index: number;
  readonly score: number;
}

/** The constants of BM25, for whoever picks candidates outside with the same formula. */
export const bm25Constants = {
  /** How fast repetition stops counting: the usual value, since aliases repeat an item's words on purpose. */
  k1: 1.2,
  /** How much long lists of aliases are held against an item. */
  b: 0.75,
} as const;

const { k1, b } = bm25Constants;
/** One character alone says little: 证 is in half of all titles. */
const unigramWeight = 0.25;

/** Prepares BM25 over the postings of a knowledge; touches only the postings of the query's own grams. */
export function createBm25(search: SearchIndex): (grams: Iterable<string>, limit: number) => readonly Ranked[] {
  const average = averageLength(search);
  return (grams, limit) => {
    const scores = new Map<number, number>();
    for (const gram of new Set(grams)) {
      const posting = Object.hasOwn(search.postings, gram) ? search.postings[gram] : undefined;
      if (posting === undefined) continue;
      const weight = gramWeight(search, gram);
      for (let at = 0; at + 1 < posting.length; at += 2) {
        const index = posting[at] ?? 0;
        const frequency = posting[at + 1] ?? 0;
        const norm = k1 * (1 - b + (b * (search.lengths[index] ?? average)) / average);
        scores.set(index, (scores.get(index) ?? 0) + (weight * frequency * (k1 + 1)) / (frequency + norm));
      }
    }
    return best(scores, limit);
  };
}

/** How much a gram tells: the fewer items hold it, the more. */
export function gramWeight(search: SearchIndex, gram: string): number {
  const count = search.whole?.items ?? search.lengths.length;
  const found = holdersOf(search, gram);
  const idf = Math.log(1 + (count - found + 0.5) / (found + 0.5));
  return isUnigram(gram) ? unigramWeight * idf : idf;
}

/** How many items hold a gram; of a slice, how many of the whole catalogue. */
export function holdersOf({ postings, whole }: SearchIndex, gram: string): number {
  if (whole !== undefined) return Object.hasOwn(whole.holders, gram) ? (whole.holders[gram] ?? 0) : 0;
  return Object.hasOwn(postings, gram) ? (postings[gram] ?? []).length / 2 : 0;
}

/** Grams of an item on the average, never 0. */
export function averageLength({ lengths, whole }: SearchIndex): number {
  const total = whole?.length ?? lengths.reduce((sum, length) => sum + length, 0);
  return total / Math.max(1, whole?.items ?? lengths.length) || 1;
}

function isUnigram(gram: string): boolean {
  return /^\p{Script=Han}$/u.test(gram);
}

/** Ties keep the order of the knowledge, so that the same query always gives the same list. */
function best(scores: ReadonlyMap<number, number>, limit: number): readonly Ranked[] {
  return [...scores]
    .map(([index, score]) => ({ index, score }))
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, limit);
}
