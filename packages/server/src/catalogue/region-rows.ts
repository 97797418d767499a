import type { Knowledge, ServiceItem } from '@onetrip/engine';
import type { CatalogueItemRow, CatalogueOverlayRow } from '../storage/catalogue-tables.ts';
import type { ItemContent } from './item-rows.ts';
import { digestOf, itemRows, onShelf } from './item-rows.ts';
import { overlayOf } from './overlay.ts';
import type { PartContent } from './part-rows.ts';
import { partKey, partRows } from './part-rows.ts';

/** What stands in the base already. */
export interface BaseContent {
  /** Digests of its items by id. */
  readonly items: ReadonlyMap<string, string>;
  /** Digests of its parts by kind and id. */
  readonly parts: ReadonlyMap<string, string>;
  /** Reads some of its items. */
  readonly read: (ids: readonly string[]) => Promise<readonly BaseItem[]>;
}

type BaseItem = Pick<CatalogueItemRow, 'id' | 'body' | 'tokens' | 'counts' | 'length' | 'initials'>;

/** What only a region says. */
export interface RegionContent {
  readonly items: readonly ItemContent[];
  readonly overlays: readonly Pick<CatalogueOverlayRow, 'item' | 'hidden' | 'body' | 'digest'>[];
  readonly parts: readonly PartContent[];
}

/** Takes out of a region's knowledge what the base does not say already. */
export async function regionRows(knowledge: Knowledge, base: BaseContent): Promise<RegionContent> {
  const rows = itemRows(knowledge);
  const differing = rows.filter(({ id, digest }) => base.items.get(id) !== digest);
  const read = await base.read(differing.flatMap(({ id }) => (base.items.has(id) ? [id] : [])));
  const standing = new Map(read.map((item) => [item.id, item]));
  const own: ItemContent[] = [];
  const overlays: RegionContent['overlays'][number][] = [];
  for (const row of differing) {
    const below = standing.get(row.id);
    const overlay = below && isFoundAlike(below, row) ? overlayOf(itemIn(below), itemIn(row)) : undefined;
    if (overlay) overlays.push({ item: row.id, hidden: 0, body: JSON.stringify(overlay), digest: digestOf(overlay) });
    else own.push(row);
  }
  const mine = new Set(rows.map(({ id }) => id));
  const replaced = own.filter(({ id }) => base.items.has(id)).map(({ id }) => id);
  const leftOut = [...base.items.keys()].filter((id) => !mine.has(id));
  return {
    items: own.map((row) => ({ ...row, tokens: row.tokens.map((token) => onShelf(knowledge.region.id, token)) })),
    overlays: [
      ...overlays,
      ...[...replaced, ...leftOut].map((item) => ({ item, hidden: 1, body: '', digest: 'hidden' })),
    ],
    parts: partRows(knowledge).filter(({ kind, id, digest }) => base.parts.get(partKey(kind, id)) !== digest),
  };
}

/** Whether the same words find both: an overlay changes what an item says, never its names. */
function isFoundAlike(one: BaseItem, other: BaseItem): boolean {
  const words = ({ tokens, counts, length, initials }: BaseItem) => JSON.stringify([tokens, counts, length, initials]);
  return words(one) === words(other);
}

function itemIn({ body }: Pick<CatalogueItemRow, 'body'>): ServiceItem {
  return JSON.parse(body) as ServiceItem;
}
