import type { Knowledge, LookUp, NamedByItem } from '@onetrip/engine';
import { averageLength, createLookUp, namedByItem } from '@onetrip/engine';
import { LRUCache } from 'lru-cache';
import type { CatalogueEditionRow } from '../storage/catalogue-tables.ts';
import type { Database } from '../storage/database.ts';
import type { Place } from './candidates.ts';
import { findCandidates, pickGrams } from './candidates.ts';
import type { CatalogueHead } from './catalogue-head.ts';
import { readItems, readParts } from './catalogue-rows.ts';
import { initialsToken, nameToken } from './item-rows.ts';
import type { PartKind } from './part-rows.ts';
import { partKey } from './part-rows.ts';
import type { Places, SliceItem } from './slice-knowledge.ts';
import { placesOf, sliceKnowledge } from './slice-knowledge.ts';

/** What words are looked up for. */
export interface CandidatesWanted {
  readonly words: string;
  /** A sentence that somebody says, or a few typed words. */
  readonly kind: 'message' | 'query';
  /** Also what fits without being named; without it, a message only adds what it names. Default: true. */
  readonly ranked?: boolean;
  /** Most items of either sort. Default: 50. */
  readonly limit?: number;
}

/** Ids that words may mean. */
export interface Candidates {
  readonly items: readonly string[];
  readonly materials: readonly string[];
  readonly events: readonly string[];
}

/** As many as the ranking in memory hands on. */
const MOST_CANDIDATES = 50;

/** Characters of a message and of a query that are read; the engine reads no more either. */
const LONGEST = { message: 1000, query: 100 } as const;

/** Items and parts that stay in memory; an item takes some twenty kilobytes. */
const KEPT_ITEMS = 1000;
const KEPT_PARTS = 5000;

/**
 * One region's catalogue at one edition: what it holds lies in PostgreSQL, and comes in slices.
 *
 * Nothing of an edition ever changes, so the same words and the same items always give the same slice.
 */
export class Catalogue {
  readonly version: string;
  readonly edition: number;
  readonly head: CatalogueHead;
  readonly #database: Database;
  readonly #place: Place;
  readonly #places: Places;
  readonly #names: NameBook;
  readonly #lookUp: (words: string, kind: 'message' | 'query') => LookUp;
  readonly #averageGrams: number;
  readonly #items = new LRUCache<string, SliceItem>({ max: KEPT_ITEMS });
  readonly #parts = new LRUCache<string, object>({ max: KEPT_PARTS });

  constructor(database: Database, row: CatalogueEditionRow) {
    const head = JSON.parse(row.head) as CatalogueHead;
    const search = { ...head, postings: {}, lengths: [], initials: [] };
    this.version = row.version;
    this.edition = row.edition;
    this.head = head;
    this.#database = database;
    this.#place = { region: row.shelf, edition: row.edition, base: row.base };
    this.#places = placesOf(head);
    this.#names = { names: new Set(head.names), longest: longestOf(head) };
    this.#lookUp = createLookUp(search);
    this.#averageGrams = averageLength(search);
  }

  /** What words may mean in this region: what they name, and what fits them best by the index. */
  async candidates(wanted: CandidatesWanted): Promise<Candidates> {
    const { words, kind, ranked = true, limit = MOST_CANDIDATES } = wanted;
    const { text, informative, grams } = this.#lookUp(words.slice(0, LONGEST[kind]), kind);
    const phrases = phrasesIn(text, this.#names.longest);
    const names = phrases.filter((phrase) => this.#names.names.has(phrase)).map(nameToken);
    const typed = text.replaceAll(' ', '');
    const initials = kind === 'query' && /^[a-z]{1,24}$/.test(typed) ? [initialsToken(typed)] : [];
    const [named, fitting] = await Promise.all([
      this.#find({ tokens: [...names, ...initials], grams, limit }),
      ranked ? this.#find({ tokens: pickGrams(grams), grams, limit }) : [],
    ]);
    const events = idsOf(phrases, this.head.eventNames);
    const ofEvents = this.head.lifeEvents.flatMap(({ id, items }) => (events.includes(id) ? items : []));
    const byMishap = kind === 'message' && informative < 2 ? this.head.byMishap : [];
    return {
      items: [...new Set([...named, ...fitting, ...ofEvents, ...byMishap])],
      materials: idsOf(phrases, this.head.materialNames),
      events,
    };
  }

  /** A knowledge of these items alone, with all that they name; ids that the region has not are left out. */
  async slice(wanted: Partial<Candidates> & Pick<Candidates, 'items'>): Promise<Knowledge> {
    const { items: ids, materials: extra = [], events = [] } = wanted;
    const asked = await this.#itemsOf(ids);
    const near = await this.#partsOf('material', [...asked.flatMap(named('materials')), ...extra]);
    const issuers = near.flatMap((material) => ('issuedBy' in material ? [String(material.issuedBy)] : []));
    const known = new Set(asked.map(({ item }) => item.id));
    const further = [...asked.flatMap(named('items')), ...issuers].filter((id) => !known.has(id));
    const items = [...asked, ...(await this.#itemsOf(further))];
    const [questions, materials, authorities, sources, plans] = await Promise.all([
      this.#partsOf('question', items.flatMap(named('questions'))),
      this.#partsOf('material', [...items.flatMap(named('materials')), ...extra]),
      this.#partsOf(
        'authority',
        items.map(({ item }) => item.authority),
      ),
      this.#partsOf('source', items.flatMap(named('sources'))),
      this.#plansOf(items),
    ]);
    const lifeEvents = this.head.lifeEvents.filter(({ id }) => events.includes(id));
    const parts = { items, questions, materials, authorities, sources, lifeEvents, plans };
    return sliceKnowledge(this.version, this.head, this.#places, parts as Parameters<typeof sliceKnowledge>[3]);
  }

  /** Whether the region has an item. */
  has(item: string): boolean {
    return this.#places.item.has(item);
  }

  #find(sought: Parameters<typeof findCandidates>[2]): Promise<readonly string[]> {
    return findCandidates(this.#database.reader, this.#place, sought, this.#averageGrams);
  }

  async #itemsOf(ids: readonly string[]): Promise<readonly SliceItem[]> {
    const wanted = [...new Set(ids)].filter((id) => this.has(id));
    const missing = wanted.filter((id) => !this.#items.has(id));
    const read = new Map(
      (await readItems(this.#database.reader, this.#place, missing)).map((found) => [found.item.id, found]),
    );
    for (const [id, found] of read) this.#items.set(id, found);
    return wanted.flatMap((id) => read.get(id) ?? this.#items.get(id) ?? []);
  }

  async #partsOf(kind: PartKind, ids: readonly string[]): Promise<readonly object[]> {
    const wanted = [...new Set(ids)].filter((id) => kind === 'plan' || this.#places[kind].has(id));
    return [...(await this.#read(wanted.map((id) => partKey(kind, id)))).values()];
  }

  async #plansOf(items: readonly SliceItem[]): Promise<Readonly<Record<string, object>>> {
    if (!this.head.hasPlans) return {};
    const read = await this.#read(items.map(({ item }) => partKey('plan', item.id)));
    return Object.fromEntries([...read].map(([key, plan]) => [key.slice(partKey('plan', '').length), plan]));
  }

  async #read(keys: readonly string[]): Promise<ReadonlyMap<string, object>> {
    const missing = keys.filter((key) => !this.#parts.has(key));
    const read = await readParts(this.#database.reader, this.#place, missing);
    const parsed = new Map([...read].map(([key, body]) => [key, JSON.parse(body) as object]));
    for (const [key, part] of parsed) this.#parts.set(key, part);
    return new Map(
      keys.flatMap((key) => {
        const part = parsed.get(key) ?? this.#parts.get(key);
        return part ? [[key, part] as const] : [];
      }),
    );
  }
}

interface NameBook {
  readonly names: ReadonlySet<string>;
  /** Characters of the longest phrase that names anything. */
  readonly longest: number;
}

function longestOf({ names, materialNames, eventNames }: CatalogueHead): number {
  const all = [...names, ...Object.keys(materialNames), ...Object.keys(eventNames)];
  return all.reduce((most, { length }) => Math.max(most, length), 0);
}

/** Every stretch of a text that may be a name, each once. */
function phrasesIn(text: string, longest: number): readonly string[] {
  const phrases = new Set<string>();
  for (let start = 0; start < text.length; start += 1) {
    const most = Math.min(text.length, start + longest);
    for (let end = start + 1; end <= most; end += 1) phrases.add(text.slice(start, end));
  }
  return [...phrases];
}

function idsOf(phrases: readonly string[], table: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return [...new Set(phrases.flatMap((phrase) => (Object.hasOwn(table, phrase) ? (table[phrase] ?? []) : [])))];
}

function named(what: keyof NamedByItem): (one: SliceItem) => readonly string[] {
  return ({ item }) => namedByItem(item)[what];
}
