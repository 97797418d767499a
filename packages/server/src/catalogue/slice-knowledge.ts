import type { Authority, Knowledge, LifeEvent, Material, Question, ServiceItem, Source } from '@onetrip/engine';
import type { CatalogueHead } from './catalogue-head.ts';

/** An item as it is in a region, with what the search needs of it; without its rules, where only its words matter. */
export interface SliceItem {
  readonly item: ServiceItem;
  readonly words: FoundBy;
}

/** By what an item is found. */
export interface FoundBy {
  readonly grams: ReadonlyMap<string, number>;
  readonly length: number;
  readonly initials: string;
}

/** What words are understood by. */
export interface SliceParts {
  readonly items: readonly SliceItem[];
  readonly questions: readonly Question[];
  readonly materials: readonly Material[];
  readonly lifeEvents: readonly LifeEvent[];
  /** Grams of the text that the slice is for; no others are ever looked up in it. */
  readonly heard: ReadonlySet<string>;
}

/** What a turn is decided and written by. */
export interface Filling {
  /** First those that words are understood by, in the same order. */
  readonly items: readonly ServiceItem[];
  readonly questions: readonly Question[];
  readonly materials: readonly Material[];
  readonly authorities: readonly Authority[];
  readonly sources: readonly Source[];
  readonly plans: NonNullable<Knowledge['plans']>;
}

/** Where each id stands in the knowledge that a slice is cut from. */
export type Places = Readonly<Record<keyof CatalogueHead['order'], ReadonlyMap<string, number>>>;

/** Prepares the order of a head. */
export function placesOf({ order }: CatalogueHead): Places {
  const places = (ids: readonly string[]) => new Map(ids.map((id, place) => [id, place]));
  return {
    item: places(order.item),
    question: places(order.question),
    material: places(order.material),
    authority: places(order.authority),
    source: places(order.source),
  };
}

/**
 * Puts a slice together by which words are understood, under the version it is cut from, with everything in that
 * knowledge's order, so that whatever is decided by order comes out the same.
 */
export function sliceKnowledge(version: string, head: CatalogueHead, places: Places, parts: SliceParts): Knowledge {
  const items = parts.items.toSorted((a, b) => placeOf(places.item, a.item.id) - placeOf(places.item, b.item.id));
  return {
    version,
    date: head.date,
    region: head.region,
    items: items.map(({ item }) => item),
    questions: inOrder(parts.questions, places.question),
    materials: inOrder(parts.materials, places.material),
    authorities: [],
    sources: [],
    lifeEvents: parts.lifeEvents,
    search: {
      postings: postingsOf(items, parts.heard),
      lengths: items.map(({ words }) => words.length),
      synonyms: head.synonyms,
      simplified: head.simplified,
      initials: items.map(({ words }) => words.initials),
      whole: head.whole,
    },
  };
}

/** Adds to a slice what the items need that somebody means; its words stay, so they need not be read again. */
export function fillKnowledge(words: Knowledge, places: Places, { items, plans, ...parts }: Filling): Knowledge {
  return {
    ...words,
    items,
    questions: inOrder(parts.questions, places.question),
    materials: inOrder(parts.materials, places.material),
    authorities: inOrder(parts.authorities, places.authority),
    sources: inOrder(parts.sources, places.source),
    ...(Object.keys(plans).length > 0 && { plans }),
  };
}

function inOrder<T extends { readonly id: string }>(
  things: readonly T[],
  places: ReadonlyMap<string, number>,
): readonly T[] {
  return things.toSorted((a, b) => placeOf(places, a.id) - placeOf(places, b.id));
}

function placeOf(places: ReadonlyMap<string, number>, id: string): number {
  return places.get(id) ?? Number.MAX_SAFE_INTEGER;
}

function postingsOf(items: readonly SliceItem[], heard: ReadonlySet<string>): Knowledge['search']['postings'] {
  const postings: Record<string, readonly number[]> = {};
  for (const gram of heard) {
    const posting = items.flatMap(({ words }, index) => {
      const count = words.grams.get(gram);
      return count === undefined ? [] : [index, count];
    });
    if (posting.length > 0) postings[gram] = posting;
  }
  return postings;
}
