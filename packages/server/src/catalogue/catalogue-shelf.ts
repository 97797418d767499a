import type { NamedByItem, ServiceItem } from '@onetrip/engine';
import { namedByItem } from '@onetrip/engine';
import { LRUCache } from 'lru-cache';
import type { Database } from '../storage/database.ts';
import type { Place } from './candidates.ts';
import { readFaces, readItems, readParts } from './catalogue-rows.ts';
import type { PartKind } from './part-rows.ts';
import { partKey } from './part-rows.ts';
import type { SliceItem } from './slice-knowledge.ts';

/** An item with its rules, and what these name. */
export interface WholeItem {
  readonly item: ServiceItem;
  readonly names: NamedByItem;
}

interface KeptPart {
  readonly key: string;
  readonly part: object;
}

/** What stays in memory: an item takes some twenty kilobytes, how it is called about one. */
const KEPT_ITEMS = 1000;
const KEPT_FACES = 20_000;
const KEPT_PARTS = 5000;

/** Reads a region's catalogue at one edition, and keeps what was read last: nothing of an edition ever changes. */
export class CatalogueShelf {
  readonly #database: Database;
  readonly #place: Place;
  readonly #items = new LRUCache<string, WholeItem>({ max: KEPT_ITEMS });
  readonly #faces = new LRUCache<string, SliceItem>({ max: KEPT_FACES });
  readonly #parts = new LRUCache<string, KeptPart>({ max: KEPT_PARTS });

  constructor(database: Database, place: Place) {
    this.#database = database;
    this.#place = place;
  }

  /** Items with their rules, in this order; ids that the region has not are left out. */
  items(ids: readonly string[]): Promise<readonly WholeItem[]> {
    return kept(this.#items, ids, async (missing) => {
      const read = await readItems(this.#database.reader, this.#place, missing);
      return read.map((item) => [item.id, { item, names: namedByItem(item) }]);
    });
  }

  /** How items are called. */
  faces(ids: readonly string[]): Promise<readonly SliceItem[]> {
    return kept(this.#faces, ids, async (missing) => {
      const read = await readFaces(this.#database.reader, this.#place, missing);
      return read.map((face) => [face.item.id, face]);
    });
  }

  /** Parts of some kinds by their ids. */
  async parts(wanted: Partial<Record<PartKind, readonly string[]>>): Promise<PartsOfKinds> {
    const keys = Object.entries(wanted).flatMap(([kind, ids]) => ids.map((id) => partKey(kind, id)));
    const read = await kept(this.#parts, keys, async (missing) => {
      const bodies = await readParts(this.#database.reader, this.#place, missing);
      return [...bodies].map(([key, body]) => [key, { key, part: JSON.parse(body) as object }]);
    });
    const found = new Map(read.map(({ key, part }) => [key, part]));
    return (kind) =>
      [...new Set(wanted[kind])].flatMap((id) => {
        const part = found.get(partKey(kind, id));
        return part ? [[id, part] as const] : [];
      });
  }
}

/** The parts that were read, by kind, each with its id. */
export type PartsOfKinds = (kind: PartKind) => readonly (readonly [string, object])[];

/** Values by key, those that are not kept read together; keys that nothing is found for are left out. */
async function kept<T extends object>(
  cache: LRUCache<string, T>,
  keys: readonly string[],
  read: (missing: readonly string[]) => Promise<readonly (readonly [string, T])[]>,
): Promise<readonly T[]> {
  const wanted = [...new Set(keys)];
  // Taken before anything is waited for: meanwhile others may push it out.
  const found = new Map(wanted.map((key) => [key, cache.get(key)]));
  const missing = wanted.filter((key) => found.get(key) === undefined);
  for (const [key, value] of missing.length === 0 ? [] : await read(missing)) {
    found.set(key, value);
    cache.set(key, value);
  }
  return wanted.flatMap((key) => found.get(key) ?? []);
}
