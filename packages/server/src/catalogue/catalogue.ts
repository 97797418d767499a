import type { Knowledge, LookUp } from '@onetrip/engine';
import { averageLength, chosenItems, createLookUp } from '@onetrip/engine';
import type { CatalogueEditionRow } from '../storage/catalogue-tables.ts';
import type { Database } from '../storage/database.ts';
import type { Place } from './candidates.ts';
import { findCandidates, pickGrams } from './candidates.ts';
import type { CatalogueHead } from './catalogue-head.ts';
import type { WholeItem } from './catalogue-shelf.ts';
import { CatalogueShelf } from './catalogue-shelf.ts';
import { initialsToken, nameToken } from './item-rows.ts';
import type { Filling, Places, SliceItem, SliceParts } from './slice-knowledge.ts';
import { fillKnowledge, placesOf, sliceKnowledge } from './slice-knowledge.ts';

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
  /** Items that are named, or that a turn needs in any case. */
  readonly items: readonly string[];
  /** Items that only fit: most of them are never shown, so their rules are fetched when one is understood to be meant. */
  readonly fitting: readonly string[];
  readonly materials: readonly string[];
  readonly events: readonly string[];
  /** The grams of the words. */
  readonly heard: ReadonlySet<string>;
}

/** What a slice has to hold. */
export interface SliceWanted extends Partial<Candidates> {
  readonly items: readonly string[];
  /** The message that the slice is for, where it begins a consultation. */
  readonly message?: string | undefined;
}

/** As many as the ranking in memory hands on. */
const MOST_CANDIDATES = 50;

/** Named items whose rules may be needed to tell which one is meant: what is lost may be a paper for what is wanted. */
const MOST_NAMED = 8;

/** Characters of a message and of a query that are read; the engine reads no more either. */
const LONGEST = { message: 1000, query: 100 } as const;

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
  readonly #shelf: CatalogueShelf;

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
    this.#shelf = new CatalogueShelf(database, this.#place);
  }

  /** What words may mean in this region: what they name, and what fits them best by the index. */
  async candidates(wanted: CandidatesWanted): Promise<Candidates> {
    const { words, kind, ranked = true, limit = MOST_CANDIDATES } = wanted;
    const { text, heard, informative, grams } = this.#lookUp(words.slice(0, LONGEST[kind]), kind);
    const phrases = phrasesIn(text, this.#names.longest);
    const names = phrases.filter((phrase) => this.#names.names.has(phrase)).map(nameToken);
    const typed = text.replaceAll(' ', '');
    const initials = kind === 'query' && /^[a-z]{1,24}$/.test(typed) ? [initialsToken(typed)] : [];
    const [named, fitting] = await Promise.all([
      this.#find({ tokens: [...names, ...initials], grams, limit }),
      ranked ? this.#find({ tokens: pickGrams(grams, kind), grams, limit }) : [],
    ]);
    const events = idsOf(phrases, this.head.eventNames);
    const ofEvents = this.head.lifeEvents.flatMap(({ id, items }) => (events.includes(id) ? items : []));
    const byMishap = ranked && kind === 'message' && informative < 2 ? this.head.byMishap : [];
    // Of many that go by one name a person has to choose, by their titles.
    const isShared = ranked && named.length > MOST_NAMED;
    return {
      items: [...new Set([...(isShared ? [] : named), ...ofEvents])],
      fitting: [...new Set([...(isShared ? named : []), ...fitting, ...byMishap])],
      heard,
      materials: idsOf(phrases, this.head.materialNames),
      events,
    };
  }

  /** A knowledge of these items alone, with all that they name; ids that the region has not are left out. */
  async slice(wanted: SliceWanted): Promise<Knowledge> {
    const { items: ids, fitting = [], materials = [], message } = wanted;
    const whole = new Set(ids.filter((id) => this.has(id)));
    const faces = await this.#shelf.faces([...whole, ...fitting.filter((id) => this.has(id))]);
    const known = new Map((await this.#shelf.items([...whole])).map((one) => [one.item.id, one]));
    const words = await this.#wordsOf(wanted, faces, [...known.values()]);
    const meant = message === undefined ? [] : chosenItems(words, message).filter((id) => !known.has(id));
    for (const one of await this.#shelf.items(meant)) known.set(one.item.id, one);
    return this.#fill(words, known, materials);
  }

  /** A knowledge by which words can be understood; of the items that only fit, it has no rules yet. */
  async #wordsOf(
    { materials = [], events = [], heard = new Set() }: SliceWanted,
    faces: readonly SliceItem[],
    whole: readonly WholeItem[],
  ): Promise<Knowledge> {
    const parts = await this.#shelf.parts({
      question: faces.flatMap(({ item }) => item.questions),
      material: [...whole.flatMap(({ names }) => names.materials), ...materials],
    });
    const known = new Map(whole.map(({ item }) => [item.id, item]));
    const items = faces.map(({ item, words }) => ({ item: known.get(item.id) ?? item, words }));
    const lifeEvents = this.head.lifeEvents.filter(({ id }) => events.includes(id));
    const content = { questions: bodies(parts('question')), materials: bodies(parts('material')), lifeEvents, heard };
    return sliceKnowledge(this.version, this.head, this.#places, { items, ...content } as SliceParts);
  }

  /** Puts the rules of items in their places, and behind them all that these name. */
  async #fill(words: Knowledge, known: ReadonlyMap<string, WholeItem>, extra: readonly string[]): Promise<Knowledge> {
    const asked = [...known.values()];
    const near = await this.#shelf.parts({ material: [...asked.flatMap(({ names }) => names.materials), ...extra] });
    const issuers = near('material').flatMap(([, part]) => ('issuedBy' in part ? [String(part.issuedBy)] : []));
    const named = [...asked.flatMap(({ names }) => names.items), ...issuers].filter((id) => this.has(id));
    const further = await this.#shelf.items(named.filter((id) => !known.has(id)));
    const items = [...asked, ...further];
    const parts = await this.#shelf.parts({
      question: [
        ...words.items.flatMap(({ questions }) => questions),
        ...items.flatMap(({ names }) => names.questions),
      ],
      material: [...items.flatMap(({ names }) => names.materials), ...extra],
      authority: [...words.items, ...further.map(({ item }) => item)].map(({ authority }) => authority),
      source: items.flatMap(({ names }) => names.sources),
      ...(this.head.hasPlans && { plan: items.map(({ item }) => item.id) }),
    });
    const behind = further.filter(({ item }) => !words.items.some(({ id }) => id === item.id));
    return fillKnowledge(words, this.#places, {
      items: [...words.items.map((item) => known.get(item.id)?.item ?? item), ...behind.map(({ item }) => item)],
      questions: bodies(parts('question')),
      materials: bodies(parts('material')),
      authorities: bodies(parts('authority')),
      sources: bodies(parts('source')),
      plans: Object.fromEntries(parts('plan')),
    } as Filling);
  }

  /** Whether the region has an item. */
  has(item: string): boolean {
    return this.#places.item.has(item);
  }

  #find(sought: Parameters<typeof findCandidates>[2]): Promise<readonly string[]> {
    return findCandidates(this.#database.reader, this.#place, sought, this.#averageGrams);
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

function bodies(parts: readonly (readonly [string, object])[]): readonly object[] {
  return parts.map(([, body]) => body);
}
