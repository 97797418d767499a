import type { SearchIndex } from '../model/search-index.ts';
import { senseWords } from '../words/everyday-words.ts';
import type { Sense } from '../words/everyday-words.ts';
import { normalise } from '../words/normalise.ts';
import { createPhraseFinder } from '../words/phrases.ts';
import type { PhraseFinder } from '../words/phrases.ts';
import { createSynonyms } from '../words/synonyms.ts';

type Spellbook = Pick<SearchIndex, 'simplified' | 'synonyms'>;

/** The one spelling for messages and knowledge, and what was worked out in it. */
export interface Spelling {
  /** Width, case, script, synonyms. */
  readonly spell: (text: string) => string;
  readonly findSenses: PhraseFinder<Sense>;
  /** What spelled texts say happens or is done. */
  readonly sensesOf: (texts: readonly string[]) => ReadonlySet<Sense>;
  /** What follows from a thing of the knowledge in this spelling; worked out once and forgotten with the thing. */
  remember<T>(thing: object, workOut: () => T): T;
}

const known = new WeakMap<Spellbook['synonyms'], Spelling & { readonly simplified: object }>();

/** The spelling of a knowledge; one for all slices of a catalogue, since they share its tables. */
export function spellingOf({ simplified, synonyms }: Spellbook): Spelling {
  const before = known.get(synonyms);
  if (before?.simplified === simplified) return before;
  const spelling = { ...createSpelling(simplified, synonyms), simplified };
  known.set(synonyms, spelling);
  return spelling;
}

function createSpelling(simplified: Spellbook['simplified'], synonyms: Spellbook['synonyms']): Spelling {
  const plain = (text: string): string => normalise(text, simplified);
  const replaceSynonyms = createSynonyms(
    Object.fromEntries(Object.entries(synonyms).map(([word, target]) => [plain(word), plain(target)])),
  );
  const spell = (text: string): string => replaceSynonyms(plain(text));
  const findSenses = createPhraseFinder(senseTable(spell));
  const kept = new WeakMap<object, unknown>();
  return {
    spell,
    findSenses,
    sensesOf: (texts) => new Set(texts.flatMap((text) => findSenses(text).map(({ value }) => value))),
    remember<T>(thing: object, workOut: () => T): T {
      if (kept.has(thing)) return kept.get(thing) as T;
      const made = workOut();
      kept.set(thing, made);
      return made;
    },
  };
}

function senseTable(spell: (text: string) => string): ReadonlyMap<string, Sense> {
  const table = new Map<string, Sense>();
  for (const [sense, words] of Object.entries(senseWords) as [Sense, readonly string[]][]) {
    for (const word of words) table.set(spell(word), sense);
  }
  return table;
}
