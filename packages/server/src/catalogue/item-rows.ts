import type { Knowledge, ServiceItem } from '@onetrip/engine';
import { catalogueWords } from '@onetrip/engine';
import { sha256 } from '../sha256.ts';
import type { CatalogueItemRow } from '../storage/catalogue-tables.ts';

/** What a row says of an item, wherever it stands. */
export type ItemContent = Pick<
  CatalogueItemRow,
  'id' | 'face' | 'body' | 'digest' | 'tokens' | 'counts' | 'length' | 'initials'
>;

/** Letters of pinyin initials that are indexed: who types more has found it already. */
const MOST_INITIALS = 6;

/** The items of a knowledge as rows of the base; see `onShelf` for a region's. */
export function itemRows(knowledge: Knowledge): readonly ItemContent[] {
  const { items, search } = knowledge;
  const bags = bagsOf(knowledge);
  return catalogueWords(knowledge).map(({ names }, index) => {
    const initials = search.initials[index] ?? '';
    const bag = bags[index] ?? [];
    const tokens = [...bag.map(([gram]) => gram), ...names.map(nameToken), ...initialTokens(initials)];
    const item = items[index] as ServiceItem;
    const content = {
      id: item.id,
      face: JSON.stringify(faceOf(item)),
      body: JSON.stringify(item),
      tokens,
      counts: bag.map(([, count]) => count),
      length: search.lengths[index] ?? 0,
      initials,
    };
    return { ...content, digest: digestOf(content) };
  });
}

/** An item without its rules: what the search reads of it. */
export function faceOf(item: ServiceItem): ServiceItem {
  const { discontinued: _said, ...face } = item;
  return { ...face, obligations: [], examples: [] };
}

/** The token of a phrase that names an item; no gram begins like this. */
export function nameToken(name: string): string {
  return `=${name}`;
}

/** The token of the letters that initials begin with. */
export function initialsToken(letters: string): string {
  return `^${letters.slice(0, MOST_INITIALS)}`;
}

/**
 * A token as it stands in the index: with the region in front, so that a look touches only the rows of one region. No
 * token of the base holds a region, since none begins with a letter and a slash.
 */
export function onShelf(shelf: string, token: string): string {
  return shelf === '' ? token : `${shelf}/${token}`;
}

/** A short fingerprint of what a row says. */
export function digestOf(content: object): string {
  return sha256(JSON.stringify(content)).slice(0, 22);
}

function initialTokens(initials: string): readonly string[] {
  const words = initials.split(' ').filter((word) => word !== '');
  const starts = words.flatMap((word) =>
    Array.from({ length: Math.min(MOST_INITIALS, word.length) }, (_, at) => initialsToken(word.slice(0, at + 1))),
  );
  return [...new Set(starts)];
}

/** The grams of each item, out of the postings. */
function bagsOf({ items, search }: Knowledge): readonly (readonly (readonly [string, number])[])[] {
  const bags = items.map((): [string, number][] => []);
  for (const [gram, posting] of Object.entries(search.postings)) {
    for (let at = 0; at + 1 < posting.length; at += 2) bags[posting[at] ?? -1]?.push([gram, posting[at + 1] ?? 0]);
  }
  return bags;
}
