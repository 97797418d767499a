import type { Knowledge } from '../model/knowledge.ts';
import type { SearchIndex } from '../model/search-index.ts';
import { grams } from '../words/grams.ts';
import { createBm25 } from './bm25.ts';
import type { Ranked } from './bm25.ts';
import { indexNames, scoreFuzzily } from './fuzzy.ts';
import { itemWords } from './item-words.ts';
import type { Spelling } from './spelling.ts';

/** Candidates that BM25 hands to fuse.js; more would cost time and never reach the first places. */
const mostCandidates = 50;
/** fuse.js may settle what BM25 leaves nearly even, never overturn it. */
const fuzzyShare = 0.15;

/** Ranks items for a text that is spelled as the knowledge is. */
export type Ranking = (text: string) => readonly Ranked[];

/** Texts whose ranking is remembered: within one message the same words are asked for more than once. */
const keptTexts = 4;
const kept = new WeakMap<SearchIndex, Map<string, readonly Ranked[]>>();

/**
 * Prepares the ranking of a knowledge's items: BM25 picks, fuse.js settles near ties. What was ranked stays with the
 * search index, so that a slice that is filled up after its words were read does not rank them again.
 */
export function createRanking(knowledge: Knowledge, spelling: Spelling): Ranking {
  const bm25 = createBm25(knowledge.search);
  const known = kept.get(knowledge.search) ?? new Map<string, readonly Ranked[]>();
  kept.set(knowledge.search, known);
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const picked = bm25(grams(text), mostCandidates);
    const candidates = picked.flatMap(({ index }) => {
      const item = knowledge.items[index];
      if (item === undefined) return [];
      const words = itemWords(spelling, item);
      return [{ index, names: spelling.remember(words, () => indexNames(words)) }];
    });
    const fuzzy = scoreFuzzily(text, candidates);
    const ranked = picked
      .map(({ index, score }) => ({ index, score: score * (1 + fuzzyShare * (fuzzy.get(index) ?? 0)) }))
      .sort((a, b) => b.score - a.score || a.index - b.index);
    const [oldest] = known.keys();
    if (oldest !== undefined && known.size >= keptTexts) known.delete(oldest);
    known.set(text, ranked);
    return ranked;
  };
}
