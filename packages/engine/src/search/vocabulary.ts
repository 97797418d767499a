import type { Knowledge } from '../model/knowledge.ts';
import type { ServiceItem } from '../model/service-item.ts';
import { senseWords } from '../words/everyday-words.ts';
import type { Sense } from '../words/everyday-words.ts';
import { normalise } from '../words/normalise.ts';
import { createPhraseFinder } from '../words/phrases.ts';
import type { PhraseFinder } from '../words/phrases.ts';
import { createSynonyms } from '../words/synonyms.ts';
import { coreOf, isAround } from './core-of.ts';

/** What a phrase may stand for. */
export interface Thing {
  /** Places in `Knowledge.items` of the items it names. */
  readonly items: readonly number[];
  readonly events: readonly string[];
  readonly materials: readonly string[];
}

/** The words of one knowledge, spelled alike and ready to be found in a message. */
export interface Vocabulary {
  /** One spelling for messages and knowledge: width, case, script, synonyms. */
  readonly spell: (text: string) => string;
  /** Names of items, materials and life events. */
  readonly findThings: PhraseFinder<Thing>;
  /** What happens to the papers of each item and what is done about them, by its own aliases and title. */
  readonly senses: readonly ReadonlySet<Sense>[];
  readonly findSenses: PhraseFinder<Sense>;
  /** 临时 → the temporary card: what turns the name of one item into that of another. */
  readonly qualifiers: readonly Qualifier[];
}

/** A word that, said anywhere beside the plain name, means the other item. */
export interface Qualifier {
  readonly word: string;
  /** The item of the plain name. */
  readonly plain: number;
  /** The item of the qualified name. */
  readonly qualified: number;
}

/** Prepares the words of a knowledge. */
export function createVocabulary(knowledge: Knowledge): Vocabulary {
  const { search, items } = knowledge;
  const plain = (text: string): string => normalise(text, search.simplified);
  const replaceSynonyms = createSynonyms(
    Object.fromEntries(Object.entries(search.synonyms).map(([word, target]) => [plain(word), plain(target)])),
  );
  const spell = (text: string): string => replaceSynonyms(plain(text));
  const findSenses = createPhraseFinder(senseTable(spell));
  const cores = items.map((item) => new Set([...titlesOf(item), ...item.aliases].map(spell).flatMap(coreOf)));
  return {
    spell,
    findThings: createPhraseFinder(thingTable(knowledge, spell, cores)),
    senses: items.map((item) => {
      const texts = [...titlesOf(item), ...item.aliases].map(spell);
      return new Set(texts.flatMap((text) => findSenses(text).map(({ value }) => value)));
    }),
    findSenses,
    qualifiers: qualifiersOf(cores),
  };
}

/** 居民身份证申领、换领、补领 is a list of which only the first part holds the name. */
function titlesOf(item: ServiceItem): readonly string[] {
  return [item.name, ...item.title.split(/[、，（）()\s]/u)].filter((part) => part.length > 1);
}

function senseTable(spell: (text: string) => string): ReadonlyMap<string, Sense> {
  const table = new Map<string, Sense>();
  for (const [sense, words] of Object.entries(senseWords) as [Sense, readonly string[]][]) {
    for (const word of words) table.set(spell(word), sense);
  }
  return table;
}

interface Entry {
  readonly items: Set<number>;
  readonly events: Set<string>;
  readonly materials: Set<string>;
}

function thingTable(
  knowledge: Knowledge,
  spell: (text: string) => string,
  cores: readonly ReadonlySet<string>[],
): ReadonlyMap<string, Thing> {
  const table = new Map<string, Entry>();
  const entry = (phrase: string): Entry => {
    const found = table.get(phrase) ?? { items: new Set(), events: new Set(), materials: new Set() };
    table.set(phrase, found);
    return found;
  };
  for (const [index, item] of knowledge.items.entries()) {
    for (const phrase of [item.name, item.title, ...item.aliases].map(spell)) entry(phrase).items.add(index);
    for (const core of cores[index] ?? []) entry(core).items.add(index);
  }
  for (const event of knowledge.lifeEvents) {
    for (const phrase of [event.title, ...event.aliases].map(spell)) entry(phrase).events.add(event.id);
  }
  for (const material of knowledge.materials) {
    for (const phrase of [material.name, ...(material.aliases ?? [])].map(spell)) entry(phrase).materials.add(material.id);
  }
  nameByLastWord(table, cores);
  return new Map([...table].map(([phrase, { items, events, materials }]) => {
    return [phrase, { items: [...items], events: [...events], materials: [...materials] }];
  }));
}

/** 妈妈身份证, a material, still names the card: a message about hers is about a card. */
function nameByLastWord(table: ReadonlyMap<string, Entry>, cores: readonly ReadonlySet<string>[]): void {
  for (const [phrase, { items, materials }] of table) {
    if (materials.size === 0 || items.size > 0) continue;
    const fitting = cores.map((names) => Math.max(0, ...[...names].map((name) => (phrase.endsWith(name) ? name.length : 0))));
    const longest = Math.max(0, ...fitting);
    for (const [index, length] of fitting.entries()) if (longest > 0 && length === longest) items.add(index);
  }
}

function qualifiersOf(cores: readonly ReadonlySet<string>[]): readonly Qualifier[] {
  const found = new Map<string, Qualifier>();
  for (const [plain, names] of cores.entries()) {
    for (const [qualified, others] of cores.entries()) {
      if (plain === qualified) continue;
      for (const name of names) {
        for (const other of others) {
          const word = other.endsWith(name) ? other.slice(0, -name.length) : '';
          const tells = word.length > 1 && !isAround(word) && ![...names].some((text) => text.includes(word));
          if (tells) found.set(`${word} ${plain} ${qualified}`, { word, plain, qualified });
        }
      }
    }
  }
  return [...found.values()];
}
