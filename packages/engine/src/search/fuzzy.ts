import Fuse from 'fuse.js';
import type { IFuseOptions } from 'fuse.js';
import type { Ranked } from './bm25.ts';

/** What fuse.js compares of an item, spelled as the query is. */
export interface FuzzyRecord {
  readonly index: number;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly name: string;
}

const runs = /\p{Script=Han}+|[\p{Script=Latin}\p{Nd}]+/gu;
/** More tokens than this add time and no order: what is asked for fits in far fewer. */
const mostTokens = 24;

const options: IFuseOptions<FuzzyRecord> = {
  keys: [
    { name: 'title', weight: 3 },
    { name: 'aliases', weight: 3 },
    { name: 'name', weight: 2 },
  ],
  useTokenSearch: true,
  tokenize: pairs,
  threshold: 0.3,
  includeScore: true,
};

/**
 * Ranks a few candidates by fuse.js token search; scores run from 0 to 1, the best being the nearest to 1.
 *
 * fuse.js looks at every record it is given, so it is given only what BM25 has picked.
 */
export function rankFuzzily(query: string, records: readonly FuzzyRecord[]): readonly Ranked[] {
  const tokens = [...new Set(pairs(query))].slice(0, mostTokens);
  if (tokens.length === 0 || records.length === 0) return [];
  const found = new Fuse(records, options).search(tokens.join(' '));
  return found.map(({ item, score }) => ({ index: item.index, score: 1 - (score ?? 1) }));
}

/** Pairs of neighbouring Han characters, lone ones, and whole Latin words. */
function pairs(text: string): string[] {
  const found: string[] = [];
  for (const [run] of text.matchAll(runs)) {
    const characters = [...run];
    if (characters.length < 2 || !/^\p{Script=Han}/u.test(run)) found.push(run);
    else for (let at = 1; at < characters.length; at += 1) found.push(`${characters[at - 1]}${characters[at]}`);
  }
  return found;
}
