import type { Authority, Knowledge, LifeEvent, Material, Question, ServiceItem, Source } from '@onetrip/engine';
import type { CatalogueHead } from './catalogue-head.ts';

/** An item as it is in a region, with what the search needs of it. */
export interface SliceItem {
  readonly item: ServiceItem;
  readonly grams: readonly (readonly [string, number])[];
  readonly length: number;
  readonly initials: string;
}

/** What a slice is made of. */
export interface SliceParts {
  readonly items: readonly SliceItem[];
  readonly questions: readonly Question[];
  readonly materials: readonly Material[];
  readonly authorities: readonly Authority[];
  readonly sources: readonly Source[];
  readonly lifeEvents: readonly LifeEvent[];
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
 * Puts a slice together: a whole knowledge to the engine, under the version it is cut from, with everything in that
 * knowledge's order, so that whatever is decided by order comes out the same.
 */
export function sliceKnowledge(version: string, head: CatalogueHead, places: Places, parts: SliceParts): Knowledge {
  const items = parts.items.toSorted((a, b) => placeOf(places.item, a.item.id) - placeOf(places.item, b.item.id));
  const { plans } = parts;
  return {
    version,
    date: head.date,
    region: head.region,
    items: items.map(({ item }) => item),
    questions: inOrder(parts.questions, places.question),
    materials: inOrder(parts.materials, places.material),
    authorities: inOrder(parts.authorities, places.authority),
    sources: inOrder(parts.sources, places.source),
    lifeEvents: parts.lifeEvents,
    search: {
      postings: postingsOf(items),
      lengths: items.map(({ length }) => length),
      synonyms: head.synonyms,
      simplified: head.simplified,
      initials: items.map(({ initials }) => initials),
      whole: head.whole,
    },
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

function postingsOf(items: readonly SliceItem[]): Knowledge['search']['postings'] {
  const postings = new Map<string, number[]>();
  items.forEach(({ grams }, index) => {
    for (const [gram, count] of grams) {
      const posting = postings.get(gram);
      if (posting) posting.push(index, count);
      else postings.set(gram, [index, count]);
    }
  });
  return Object.fromEntries(postings);
}
