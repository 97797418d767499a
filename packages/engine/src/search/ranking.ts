import type { Knowledge } from '../model/knowledge.ts';
import { grams } from '../words/grams.ts';
import { createBm25 } from './bm25.ts';
import type { Ranked } from './bm25.ts';
import { rankFuzzily } from './fuzzy.ts';
import { itemWords } from './item-words.ts';
import type { Spelling } from './spelling.ts';

/** Candidates that BM25 hands to fuse.js; more would cost time and never reach the first places. */
const mostCandidates = 50;
/** fuse.js may settle what BM25 leaves nearly even, never overturn it. */
const fuzzyShare = 0.15;

/** Ranks items for a text that is spelled as the knowledge is. */
export type Ranking = (text: string) => readonly Ranked[];

/** Prepares the ranking of a knowledge's items: BM25 picks, fuse.js settles near ties. */
export function createRanking(knowledge: Knowledge, spelling: Spelling): Ranking {
  const bm25 = createBm25(knowledge.search);
  return (text) => {
    const picked = bm25(grams(text), mostCandidates);
    const chosen = picked.flatMap(({ index }) => {
      const item = knowledge.items[index];
      return item === undefined ? [] : [{ index, ...itemWords(spelling, item) }];
    });
    const fuzzy = new Map(rankFuzzily(text, chosen).map(({ index, score }) => [index, score]));
    return picked
      .map(({ index, score }) => ({ index, score: score * (1 + fuzzyShare * (fuzzy.get(index) ?? 0)) }))
      .sort((a, b) => b.score - a.score || a.index - b.index);
  };
}
