import type { Knowledge } from '@onetrip/engine';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../storage/database.ts';
import type { Tables } from '../storage/tables.ts';
import { headOf } from './catalogue-head.ts';
import { itemRows } from './item-rows.ts';
import { partKey, partRows } from './part-rows.ts';
import type { BaseContent, RegionContent } from './region-rows.ts';
import { regionRows } from './region-rows.ts';
import { difference, FOREVER, inChunks } from './row-difference.ts';

/** The shelf of what all regions share. */
export const BASE = '';

/** What a publication came to: the rows that were written. */
export interface CataloguePublication {
  readonly version: string;
  readonly edition: number;
  readonly items: number;
  readonly overlays: number;
  readonly parts: number;
}

/** Keeps the items that all regions share. Regions follow when their own knowledge is published again. */
export function publishBase(database: Database, knowledge: Knowledge, now: number): Promise<CataloguePublication> {
  const content = { items: itemRows(knowledge), overlays: [], parts: partRows(knowledge) };
  const { version } = knowledge;
  return publish(database, (transaction) =>
    putOnShelf(transaction, { shelf: BASE, version, base: 0, head: '', published: now }, content),
  );
}

/**
 * Keeps a region's compiled knowledge: of what the base says already, nothing; of an item that has local places or
 * fees, these; of the rest, all. Only what has changed since the edition before is written, and that edition stays as
 * it is for whoever began under it.
 */
export function publishRegion(database: Database, knowledge: Knowledge, now: number): Promise<CataloguePublication> {
  const head = JSON.stringify(headOf(knowledge));
  const { version, region } = knowledge;
  return publish(database, async (transaction) => {
    const { base, content } = await readBase(transaction);
    const rows = await regionRows(knowledge, content);
    return putOnShelf(transaction, { shelf: region.id, version, base, head, published: now }, rows);
  });
}

async function publish(
  database: Database,
  work: (transaction: Transaction<Tables>) => Promise<CataloguePublication>,
): Promise<CataloguePublication> {
  const done = await database.write(work);
  // The planner cannot choose the index before it knows how much is in the table.
  await sql`analyze catalogue_items`.execute(database.reader);
  return done;
}

interface NewEdition {
  readonly shelf: string;
  readonly version: string;
  readonly base: number;
  readonly head: string;
  readonly published: number;
}

async function putOnShelf(
  transaction: Transaction<Tables>,
  state: NewEdition,
  content: RegionContent,
): Promise<CataloguePublication> {
  const { shelf, version, base } = state;
  const newest = await newestOn(transaction, shelf);
  const nothing = { version, edition: newest?.edition ?? 0, items: 0, overlays: 0, parts: 0 };
  if (newest?.version === version && newest.base === base) return nothing;
  const edition = (newest?.edition ?? 0) + 1;
  await transaction
    .insertInto('catalogue_editions')
    .values({ ...state, edition })
    .execute();
  return {
    ...{ version, edition },
    items: await putItems(transaction, shelf, edition, content.items),
    overlays: await putOverlays(transaction, shelf, edition, content.overlays),
    parts: await putParts(transaction, shelf, edition, content.parts),
  };
}

async function putItems(
  transaction: Transaction<Tables>,
  shelf: string,
  edition: number,
  rows: RegionContent['items'],
): Promise<number> {
  const standing = await itemDigests(transaction, shelf);
  const { gone, fresh } = difference(standing, new Map(rows.map((row) => [row.id, row])));
  await inChunks(gone, (ids) =>
    transaction
      .updateTable('catalogue_items')
      .set({ until: edition })
      .where('shelf', '=', shelf)
      .where('until', '=', FOREVER)
      .where('id', 'in', ids)
      .execute(),
  );
  await inChunks(fresh, (some) => {
    const values = some.map((row) => ({ ...row, shelf, since: edition, until: FOREVER }));
    return transaction.insertInto('catalogue_items').values(values).execute();
  });
  return fresh.length;
}

async function putOverlays(
  transaction: Transaction<Tables>,
  region: string,
  edition: number,
  rows: RegionContent['overlays'],
): Promise<number> {
  const standing = await transaction
    .selectFrom('catalogue_overlays')
    .select(['item', 'digest'])
    .where('region', '=', region)
    .where('until', '=', FOREVER)
    .execute();
  const digests = new Map(standing.map(({ item, digest }) => [item, digest]));
  const { gone, fresh } = difference(digests, new Map(rows.map((row) => [row.item, row])));
  await inChunks(gone, (items) =>
    transaction
      .updateTable('catalogue_overlays')
      .set({ until: edition })
      .where('region', '=', region)
      .where('until', '=', FOREVER)
      .where('item', 'in', items)
      .execute(),
  );
  await inChunks(fresh, (some) => {
    const values = some.map((row) => ({ ...row, region, since: edition, until: FOREVER }));
    return transaction.insertInto('catalogue_overlays').values(values).execute();
  });
  return fresh.length;
}

async function putParts(
  transaction: Transaction<Tables>,
  shelf: string,
  edition: number,
  rows: RegionContent['parts'],
): Promise<number> {
  const standing = await partDigests(transaction, shelf);
  const wanted = new Map(rows.map((row) => [partKey(row.kind, row.id), row]));
  const { gone, fresh } = difference(standing, wanted);
  await inChunks(gone, (keys) =>
    transaction
      .updateTable('catalogue_parts')
      .set({ until: edition })
      .where('shelf', '=', shelf)
      .where('until', '=', FOREVER)
      .where(sql<string>`kind || '/' || id`, 'in', keys)
      .execute(),
  );
  await inChunks(fresh, (some) => {
    const values = some.map((row) => ({ ...row, shelf, since: edition, until: FOREVER }));
    return transaction.insertInto('catalogue_parts').values(values).execute();
  });
  return fresh.length;
}

async function readBase(
  transaction: Transaction<Tables>,
): Promise<{ readonly base: number; readonly content: BaseContent }> {
  const newest = await newestOn(transaction, BASE);
  const content: BaseContent = {
    items: await itemDigests(transaction, BASE),
    parts: await partDigests(transaction, BASE),
    read: async (ids) => {
      const pages = await inChunks(ids, (some) =>
        transaction
          .selectFrom('catalogue_items')
          .select(['id', 'body', 'tokens', 'counts', 'length', 'initials'])
          .where('shelf', '=', BASE)
          .where('until', '=', FOREVER)
          .where('id', 'in', some)
          .execute(),
      );
      return pages.flat();
    },
  };
  return { base: newest?.edition ?? 0, content };
}

function newestOn(transaction: Transaction<Tables>, shelf: string) {
  return transaction
    .selectFrom('catalogue_editions')
    .select(['edition', 'version', 'base'])
    .where('shelf', '=', shelf)
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function itemDigests(transaction: Transaction<Tables>, shelf: string): Promise<ReadonlyMap<string, string>> {
  const rows = await transaction
    .selectFrom('catalogue_items')
    .select(['id', 'digest'])
    .where('shelf', '=', shelf)
    .where('until', '=', FOREVER)
    .execute();
  return new Map(rows.map(({ id, digest }) => [id, digest]));
}

async function partDigests(transaction: Transaction<Tables>, shelf: string): Promise<ReadonlyMap<string, string>> {
  const rows = await transaction
    .selectFrom('catalogue_parts')
    .select(['kind', 'id', 'digest'])
    .where('shelf', '=', shelf)
    .where('until', '=', FOREVER)
    .execute();
  return new Map(rows.map(({ kind, id, digest }) => [partKey(kind, id), digest]));
}
