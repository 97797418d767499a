import type { Knowledge } from '../model/knowledge.ts';
import { ownersByCore } from './owners-by-core.ts';

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

/** The names that items go by without the words around them. */
export interface Names {
  readonly cores: readonly ReadonlySet<string>[];
  /** Names that count only in a message about a child: 落户. */
  readonly childCores: readonly (readonly string[])[];
}

/** The phrases that name something, and what each may stand for. */
export interface Things {
  readonly always: ReadonlyMap<string, Thing>;
  readonly ofChildren: ReadonlyMap<string, Thing>;
}

/** Collects every phrase that names an item, a life event or a material. */
export function createThings(knowledge: Knowledge, spell: (text: string) => string, names: Names): Things {
  const always = entriesOf(knowledge, spell, names.cores);
  return { always: finished(always), ofChildren: finished(withNames(always, names.childCores)) };
}

function entriesOf(
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
