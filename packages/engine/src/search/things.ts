import type { Knowledge } from '../model/knowledge.ts';
import { createPhraseFinder } from '../words/phrases.ts';
import type { PhraseFinder } from '../words/phrases.ts';
import { itemWords } from './item-words.ts';
import type { ItemWords } from './item-words.ts';
import { ownersByCore } from './owners-by-core.ts';
import type { Spelling } from './spelling.ts';

/** What a phrase may stand for. */
export interface Thing {
  /** Places in `Knowledge.items` of the items it names. */
  readonly items: readonly number[];
  readonly events: readonly string[];
  readonly materials: readonly string[];
}

interface Entry {
  readonly items: Set<number>;
  readonly events: Set<string>;
  readonly materials: Set<string>;
}

/** Finders of the phrases that name something. */
export interface Things {
  readonly findThings: PhraseFinder<Thing>;
  readonly findChildThings: PhraseFinder<Thing>;
}

/** Collects every phrase that names an item, a life event or a material. */
export function createThings(knowledge: Knowledge, spelling: Spelling): Things {
  const words = knowledge.items.map((item) => itemWords(spelling, item));
  const always = entriesOf(knowledge, spelling, words);
  let ofChildren: PhraseFinder<Thing> | undefined;
  return {
    findThings: createPhraseFinder(finished(always)),
    findChildThings(text) {
      ofChildren ??= createPhraseFinder(finished(withChildNames(always, words)));
      return ofChildren(text);
    },
  };
}

function entriesOf(
  knowledge: Knowledge,
  { spell, remember }: Spelling,
  words: readonly ItemWords[],
): ReadonlyMap<string, Entry> {
  const table = new Map<string, Entry>();
  const entry = (phrase: string): Entry => {
    const found = table.get(phrase);
    if (found !== undefined) return found;
    const made = { items: new Set<number>(), events: new Set<string>(), materials: new Set<string>() };
    table.set(phrase, made);
    return made;
  };
  for (const [index, { name, title, aliases, cores }] of words.entries()) {
    for (const phrase of [name, title, ...aliases, ...cores]) entry(phrase).items.add(index);
  }
  for (const event of knowledge.lifeEvents) {
    const phrases = remember(event, () => [event.title, ...event.aliases].map(spell));
    for (const phrase of phrases) entry(phrase).events.add(event.id);
  }
  for (const material of knowledge.materials) {
    const phrases = remember(material, () => [material.name, ...(material.aliases ?? [])].map(spell));
    for (const phrase of phrases) entry(phrase).materials.add(material.id);
  }
  nameByLastWord(
    table,
    words.map(({ cores }) => cores),
  );
  return table;
}

/** Adds the names that count only for a child; one that something else has already stays only that one's. */
function withChildNames(table: ReadonlyMap<string, Entry>, words: readonly ItemWords[]): ReadonlyMap<string, Entry> {
  const more = new Map<string, Entry>();
  for (const [index, { childCores }] of words.entries()) {
    for (const name of childCores) {
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

/** 妈妈身份证, a material, still names the card: a message about hers is about a card. */
function nameByLastWord(table: ReadonlyMap<string, Entry>, cores: readonly ReadonlySet<string>[]): void {
  const owners = ownersByCore(cores);
  for (const [phrase, { items, materials }] of table) {
    if (materials.size === 0 || items.size > 0) continue;
    for (let start = 1; start < phrase.length - 1 && items.size === 0; start += 1) {
      for (const owner of owners.get(phrase.slice(start)) ?? []) items.add(owner);
    }
  }
}
