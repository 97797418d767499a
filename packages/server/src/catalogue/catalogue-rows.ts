import type { ServiceItem } from '@onetrip/engine';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { CatalogueEditionRow } from '../storage/catalogue-tables.ts';
import type { Tables } from '../storage/tables.ts';
import type { Place } from './candidates.ts';
import { onShelf } from './item-rows.ts';
import type { Overlay } from './overlay.ts';
import { applyOverlay } from './overlay.ts';
import { partKey } from './part-rows.ts';
import { BASE } from './publish-catalogue.ts';
import type { SliceItem } from './slice-knowledge.ts';

/** Reads some items as they are in a region, with their rules; ids that it has not are left out. */
export async function readItems(
  reader: Kysely<Tables>,
  place: Place,
  ids: readonly string[],
): Promise<readonly ServiceItem[]> {
  if (ids.length === 0) return [];
  const [rows, overlays] = await Promise.all([
    reader
      .selectFrom('catalogue_items')
      .select(['shelf', 'id', 'body'])
      .where('id', 'in', ids)
      .where(onShelves(place))
      .execute(),
    reader
      .selectFrom('catalogue_overlays')
      .select(['item', 'hidden', 'body'])
      .where('region', '=', place.region)
      .where('item', 'in', ids)
      .where('since', '<=', place.edition)
      .where('until', '>', place.edition)
      .execute(),
  ]);
  const overlayOf = new Map(overlays.map((overlay) => [overlay.item, overlay]));
  return rows.flatMap(({ shelf, id, body }) => {
    const overlay = shelf === BASE ? overlayOf.get(id) : undefined;
    if (overlay?.hidden === 1) return [];
    const item = JSON.parse(body) as ServiceItem;
    return [overlay ? applyOverlay(item, JSON.parse(overlay.body) as Overlay) : item];
  });
}

/** Reads how some items are called, without their rules; an overlay changes nothing about that. */
export async function readFaces(
  reader: Kysely<Tables>,
  place: Place,
  ids: readonly string[],
): Promise<readonly SliceItem[]> {
  if (ids.length === 0) return [];
  const rows = await reader
    .selectFrom('catalogue_items')
    .select(['shelf', 'face', 'length', 'initials'])
    // As JSON: an array of texts is slow to take apart here.
    .select([sql<string>`to_json(tokens[1:cardinality(counts)])::text`.as('tokens')])
    .select([sql<string>`to_json(counts)::text`.as('counts')])
    .where(sql<boolean>`id = any (${ids}::text[])`)
    .where(onShelves(place))
    .where(notHidden(place))
    .execute();
  return rows.map(({ shelf, face, tokens, counts, length, initials }) => {
    const times = JSON.parse(counts) as readonly number[];
    const grams = (JSON.parse(tokens) as readonly string[]).map((token, at) => {
      return [withoutShelf(shelf, token), times[at] ?? 0] as const;
    });
    return { item: JSON.parse(face) as ServiceItem, words: { grams: new Map(grams), length, initials } };
  });
}

/** Reads parts by kind and id, as JSON; a region's own come before those of the base. */
export async function readParts(
  reader: Kysely<Tables>,
  place: Place,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const kinds = keys.map((key) => key.slice(0, key.indexOf('/')));
  const ids = keys.map((key) => key.slice(key.indexOf('/') + 1));
  const rows = await reader
    .selectFrom('catalogue_parts')
    .select(['kind', 'id', 'body'])
    .where(sql<boolean>`(kind, id) in (select * from unnest(${kinds}::text[], ${ids}::text[]))`)
    .where(onShelves(place))
    // What comes later in a map stays: the region's own.
    .orderBy('shelf')
    .execute();
  return new Map(rows.map(({ kind, id, body }) => [partKey(kind, id), body]));
}

/** The newest edition of a region, or the newest that is a certain knowledge version. */
export function readEdition(
  reader: Kysely<Tables>,
  region: string,
  version?: string,
): Promise<CatalogueEditionRow | undefined> {
  const query = reader.selectFrom('catalogue_editions').selectAll().where('shelf', '=', region);
  const asked = version === undefined ? query : query.where('version', '=', version);
  return asked.orderBy('edition', 'desc').limit(1).executeTakeFirst();
}

/** The number of a region's newest edition. */
export async function newestEdition(reader: Kysely<Tables>, region: string): Promise<number | undefined> {
  const row = await reader
    .selectFrom('catalogue_editions')
    .select('edition')
    .where('shelf', '=', region)
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.edition;
}

function onShelves({ region, edition, base }: Place) {
  return sql<boolean>`(
    (shelf = ${region} and since <= ${edition} and until > ${edition})
    or (shelf = ${BASE} and since <= ${base} and until > ${base})
  )`;
}

function notHidden({ region, edition }: Place) {
  return sql<boolean>`(shelf <> ${BASE} or not exists (
    select 1 from catalogue_overlays o
    where o.region = ${region} and o.item = catalogue_items.id and o.hidden = 1
      and o.since <= ${edition} and o.until > ${edition}
  ))`;
}

function withoutShelf(shelf: string, token: string): string {
  return shelf === BASE ? token : token.slice(onShelf(shelf, '').length);
}
