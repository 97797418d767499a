import type { Knowledge } from '../model/knowledge.ts';
import type { ServiceItem } from '../model/service-item.ts';
import { senseWords } from '../words/everyday-words.ts';
import type { Sense } from '../words/everyday-words.ts';
import { normalise } from '../words/normalise.ts';
import { createPhraseFinder } from '../words/phrases.ts';
import type { PhraseFinder } from '../words/phrases.ts';
import { createSynonyms } from '../words/synonyms.ts';
import { childCoreOf, coreOf, isAround } from './core-of.ts';

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
  /** The same in a message about a child, where 落户 is an item that it otherwise is not. */
  readonly findChildThings: PhraseFinder<Thing>;
  /** What happens to the papers of each item and what is done about them, by its own aliases and title. */
  readonly senses: readonly ReadonlySet<Sense>[];
  /** The same with the words of its questions. */
  readonly abilities: readonly ReadonlySet<Sense>[];
  /** The names of each item without what is said around them. */
  readonly cores: readonly ReadonlySet<string>[];
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
  const namesOf = (item: ServiceItem): readonly string[] => [...titlesOf(item), ...item.aliases].map(spell);
  const sensesOf = (texts: readonly string[]) =>
    new Set(texts.flatMap((text) => findSenses(text).map(({ value }) => value)));
  const childCores = items.map((item) => namesOf(item).flatMap(childCoreOf));
  const cores = items.map((item, index) => {
    return new Set([...namesOf(item).flatMap(coreOf), ...(childCores[index] ?? []).filter((core) => core.length > 2)]);
  });
  const things = thingTable(knowledge, spell, cores);
  return {
    spell,
    findThings: createPhraseFinder(finished(things)),
    findChildThings: createPhraseFinder(finished(withNames(things, childCores))),
    senses: items.map((item) => sensesOf(namesOf(item))),
    abilities: items.map((item) => sensesOf([...namesOf(item), ...sayingsOf(knowledge, item).map(spell)])),
    cores,
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
): ReadonlyMap<string, Entry> {
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
    for (const phrase of [material.name, ...(material.aliases ?? [])].map(spell))
      entry(phrase).materials.add(material.id);
  }
  nameByLastWord(table, cores);
  return table;
}

/** Adds names to those known; a name that an item has already stays only that item's. */
function withNames(
  table: ReadonlyMap<string, Entry>,
  names: readonly (readonly string[])[],
): ReadonlyMap<string, Entry> {
  const more = new Map<string, Entry>();
  for (const [index, own] of names.entries()) {
    for (const name of own) {
      if (table.has(name)) continue;
      const entry = more.get(name) ?? { items: new Set(), events: new Set(), materials: new Set() };
      entry.items.add(index);
      more.set(name, entry);
    }
  }
  return new Map([...table, ...more]);
}

function finished(table: ReadonlyMap<string, Entry>): ReadonlyMap<string, Thing> {
  return new Map(
    [...table].map(([phrase, { items, events, materials }]) => {
      return [phrase, { items: [...items], events: [...events], materials: [...materials] }];
    }),
  );
}

/** The words of an item's own questions: 坏了 may be an answer without being an alias. */
function sayingsOf({ questions }: Knowledge, item: ServiceItem): readonly string[] {
  const asked = questions.filter(({ id }) => item.questions.includes(id));
  return asked.flatMap(({ options }) => options.flatMap(({ label, says }) => [label, ...(says ?? [])]));
}

/** 妈妈身份证, a material, still names the card: a message about hers is about a card. */
function nameByLastWord(table: ReadonlyMap<string, Entry>, cores: readonly ReadonlySet<string>[]): void {
  for (const [phrase, { items, materials }] of table) {
    if (materials.size === 0 || items.size > 0) continue;
    const fitting = cores.map((names) =>
      Math.max(0, ...[...names].map((name) => (phrase.endsWith(name) ? name.length : 0))),
    );
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
