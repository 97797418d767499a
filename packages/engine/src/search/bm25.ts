import type { SearchIndex } from '../model/search-index.ts';

/** An item by its place in `Knowledge.items`, and how well it fits; scores compare only within one query. */
export interface Ranked {
  readonly index: number;
  readonly score: number;
}

/** How fast repetition stops counting: the usual value, since aliases repeat an item's words on purpose. */
const k1 = 1.2;
/** How much long lists of aliases are held against an item. */
const b = 0.75;
/** One character alone says little: 证 is in half of all titles. */
const unigramWeight = 0.25;

/** Prepares BM25 over the postings of a knowledge; touches only the postings of the query's own grams. */
export function createBm25(search: SearchIndex): (grams: Iterable<string>, limit: number) => readonly Ranked[] {
  const count = search.lengths.length;
  const average = search.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, count) || 1;
  return (grams, limit) => {
    const scores = new Map<number, number>();
    for (const gram of new Set(grams)) {
      const posting = Object.hasOwn(search.postings, gram) ? search.postings[gram] : undefined;
      if (posting === undefined) continue;
      const found = posting.length / 2;
      const idf = Math.log(1 + (count - found + 0.5) / (found + 0.5));
      const weight = isUnigram(gram) ? unigramWeight * idf : idf;
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
