import type { Knowledge } from '../model/knowledge.ts';
import type { SearchIndex } from '../model/search-index.ts';
import type { ServiceItem } from '../model/service-item.ts';
import { lacksOf } from '../rules/questions-of.ts';
import { mishaps } from '../words/everyday-words.ts';
import type { Sense } from '../words/everyday-words.ts';
import { grams } from '../words/grams.ts';
import { gramWeight, holdersOf } from './bm25.ts';
import { childCoreOf } from './core-of.ts';
import { createSearch } from './create-search.ts';
import { itemWords } from './item-words.ts';
import { spellingOf } from './spelling.ts';
import { unknownWords } from './unknown-words.ts';

/** How an item is found in a catalogue that is kept outside, besides by its grams. */
export interface CatalogueWords {
  /** Phrases of which a message holds one when it names the item. */
  readonly names: readonly string[];
  /** What happens to its papers. */
  readonly mishaps: readonly Sense[];
}

/** The names of every item of a knowledge, in its order, spelled as messages are before they are looked up. */
export function catalogueWords(knowledge: Knowledge): readonly CatalogueWords[] {
  const spelling = spellingOf(knowledge.search);
  return knowledge.items.map((item) => {
    const { name, title, aliases, cores, senses } = itemWords(spelling, item);
    const phrases = [name, title, ...aliases];
    const short = [...new Set([...cores, ...phrases.flatMap(childCoreOf)])];
    // A phrase that holds a shorter name is found by that.
    const rest = phrases.filter((phrase) => phrase !== '' && !short.some((core) => phrase.includes(core)));
    return { names: [...new Set([...short, ...rest])], mishaps: mishaps.filter((sense) => senses.has(sense)) };
  });
}

/** The names of things that are no items, spelled alike. */
export function spelledNames(search: SearchIndex, names: readonly string[]): readonly string[] {
  return [...new Set(names.map(spellingOf(search).spell))].filter((name) => name !== '');
}

/** A message or a query as a catalogue is asked for candidates. */
export interface LookUp {
  /** Spelled as the knowledge is. */
  readonly text: string;
  /** All its grams, each once: a slice for just these words needs no others of its items. */
  readonly heard: ReadonlySet<string>;
  /** Characters that tell something; with fewer than two, only what happened to a paper can. */
  readonly informative: number;
  /** What tells something, and how much it weighs; the heaviest first. */
  readonly grams: readonly { readonly gram: string; readonly weight: number; readonly holders: number }[];
}

/** Prepares the words of messages and of typed queries over a catalogue. */
export function createLookUp(search: SearchIndex): (words: string, kind: 'message' | 'query') => LookUp {
  const { spell } = spellingOf(search);
  return (words, kind) => {
    const text = spell(words);
    const told = kind === 'query' ? text : informativeWords(search, text);
    const informative = told.replaceAll(' ', '').length;
    const found = [...new Set(grams(told))].flatMap((gram) => {
      const holders = holdersOf(search, gram);
      return holders === 0 ? [] : [{ gram, weight: gramWeight(search, gram), holders }];
    });
    // Numbers may be taken out of a word before it is looked up.
    const heard = new Set([text, told, text.replaceAll(/\p{Nd}/gu, ' ')].flatMap(grams));
    return { text, heard, informative, grams: found.sort((a, b) => b.weight - a.weight || (a.gram < b.gram ? -1 : 1)) };
  };
}

/** What a message says about items: without it, the greetings and how one asks would pick the candidates. */
function informativeWords(search: SearchIndex, text: string): string {
  const words = unknownWords(text, { isWord: (pair) => holdersOf(search, pair) > 0 });
  return words.map(({ start, end }) => text.slice(start, end)).join(' ');
}

/**
 * The items that a message chooses that is said to begin with, by id: for whoever has to fetch the rules of just these.
 * Where a person has to choose, only the titles are shown.
 */
export function chosenItems(knowledge: Knowledge, text: string): readonly string[] {
  const { verdict, items } = createSearch(knowledge).understand(text);
  return verdict === 'ambiguous' ? [] : items;
}

/** What an item names, by id: all that must be there with it for its rules to run. */
export interface NamedByItem {
  /** What its notice may point to: what to do first, what to do instead. */
  readonly items: readonly string[];
  readonly questions: readonly string[];
  readonly materials: readonly string[];
  readonly sources: readonly string[];
}

/** Collects what an item names. */
export function namedByItem(item: ServiceItem): NamedByItem {
  const { obligations, discontinued } = item;
  const items = obligations.flatMap((obligation) => ('item' in obligation ? [obligation.item] : []));
  const uses = obligations.flatMap((obligation) => (obligation.kind === 'material' ? obligation.anyOf : []));
  const lacks = obligations.flatMap(({ when }) => lacksOf(when));
  return {
    items: once([...items, discontinued?.instead].filter((id) => id !== undefined)),
    questions: item.questions,
    materials: once([...uses.map(({ material }) => material), ...lacks]),
    sources: once([...obligations.flatMap(({ sources }) => sources), ...(discontinued?.sources ?? [])]),
  };
}

function once(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
