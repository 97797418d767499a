import Fuse from 'fuse.js';
import type { FuseIndex, IFuseOptions } from 'fuse.js';
import type { ItemWords } from './item-words.ts';

/** What fuse.js compares of an item, spelled as the query is. */
export type NamedItem = Pick<ItemWords, 'title' | 'aliases' | 'name'>;

/** One name as fuse.js keeps it. */
interface FuzzyName {
  /** Place of its key in the options. */
  readonly key: number;
  readonly entry: { readonly v: string; readonly n: number };
  readonly tokens: string[];
}

/** The names of one item, ready to be searched; worked out once for any number of queries. */
export interface FuzzyNames {
  readonly names: readonly FuzzyName[];
  /** Those that hold a pair of Han characters, by the pair. */
  readonly byPair: ReadonlyMap<string, readonly FuzzyName[]>;
  /** All of them in one text, to see at a glance that none holds a word. */
  readonly together: string;
}

/** An item that BM25 has picked, by its place in `Knowledge.items`. */
export interface FuzzyCandidate {
  readonly index: number;
  readonly names: FuzzyNames;
}

const runs = /\p{Script=Han}+|[\p{Script=Latin}\p{Nd}]+/gu;
const hanPair = /^\p{Script=Han}{2}$/u;
/** More tokens than this add time and no order: what is asked for fits in far fewer. */
const mostTokens = 24;
/** Of a word shorter than this, one letter is already more than the threshold lets differ. */
const leastFuzzy = 4;

const weighed = [
  { name: 'title', weight: 3 },
  { name: 'aliases', weight: 3 },
  { name: 'name', weight: 2 },
];
const options: IFuseOptions<unknown> = {
  keys: weighed,
  useTokenSearch: true,
  threshold: 0.3,
  includeScore: true,
  shouldSort: false,
  // Both sides are spelled in small letters.
  isCaseSensitive: true,
};
const { keys } = Fuse.createIndex(weighed, []);

/** A name that fuse.js counts and does not search: a text beside records that are objects. */
const counted = { i: 0, v: '-', n: 1 };

/** Prepares the names of an item. */
export function indexNames(item: NamedItem): FuzzyNames {
  const [record] = Fuse.createIndex(weighed, [item]).records;
  const names = Object.entries(record?.$ ?? {}).flatMap(([key, entries]) =>
    [entries].flat().map((entry) => ({ key: Number(key), entry, tokens: pairs(entry.v) })),
  );
  const byPair = new Map<string, FuzzyName[]>();
  for (const name of names) {
    for (const token of new Set(name.tokens)) {
      if (!isPair(token)) continue;
      const known = byPair.get(token);
      if (known) known.push(name);
      else byPair.set(token, [name]);
    }
  }
  return { names, byPair, together: names.map(({ entry }) => entry.v).join('\n') };
}

/**
 * How near the names of each candidate come to a query, from 0 to 1, by fuse.js token search; without those that share
 * nothing with it.
 *
 * fuse.js looks for every token in every name it is given, so it is given only names in which it can find one. The
 * others it only has to count, since a token weighs the more the fewer of all names hold it.
 */
export function scoreFuzzily(query: string, candidates: readonly FuzzyCandidate[]): ReadonlyMap<number, number> {
  const tokens = [...new Set(pairs(query))].slice(0, mostTokens);
  const held = new Set<string>();
  const tokensOf = new Map<string, string[]>();
  const records: FuseIndex['records'] = [];
  let left = 0;
  for (const [i, { names }] of candidates.entries()) {
    const found = namesWith(names, tokens, held);
    const $: Record<number, FuzzyName['entry'][]> = {};
    for (const name of names.names) {
      if (found.has(name)) {
        ($[name.key] ??= []).push(name.entry);
        tokensOf.set(name.entry.v, name.tokens);
      } else if (name.tokens.length > 0) left += 1;
    }
    if (found.size > 0) records.push({ i, $ });
  }
  if (records.length === 0) return new Map();
  for (; left > 0; left -= 1) records.push(counted);
  // What no name holds weighs the same whatever it is, and nothing is found at no cost.
  const asked = tokens.map((token) => (held.has(token) ? token : '')).join(' ');
  const tokenize = (text: string): string[] => tokensOf.get(text) ?? text.split(' ');
  const fuse = new Fuse(candidates, { ...options, tokenize }, Fuse.parseIndex({ keys, records }));
  return new Map(fuse.search(asked).map(({ item, score }) => [item.index, 1 - (score ?? 1)]));
}

/** The names in which fuse.js may find one of the tokens; adds those tokens to `held`. */
function namesWith(names: FuzzyNames, tokens: readonly string[], held: Set<string>): ReadonlySet<FuzzyName> {
  const found = new Set<FuzzyName>();
  for (const token of tokens) {
    for (const name of namesHolding(names, token)) {
      found.add(name);
      held.add(token);
    }
  }
  return found;
}

function namesHolding({ names, byPair, together }: FuzzyNames, token: string): readonly FuzzyName[] {
  if (isPair(token)) return byPair.get(token) ?? [];
  return mayHold(together, token) ? names.filter(({ entry }) => mayHold(entry.v, token)) : [];
}

/** Two Han characters of the common kind, which are found side by side or not at all. */
function isPair(token: string): boolean {
  return token.length === 2 && hanPair.test(token);
}

/** A longer word may differ by some letters, but not by all. */
function mayHold(text: string, token: string): boolean {
  if (token.length < leastFuzzy) return text.includes(token);
  for (let at = 0; at < token.length; at += 1) if (text.includes(token.charAt(at))) return true;
  return false;
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
