import type { LookUp } from '@onetrip/engine';
import { bm25Constants } from '@onetrip/engine';
import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../storage/tables.ts';
import { onShelf } from './item-rows.ts';

/** A region's catalogue at one edition, as its rows are found. */
export interface Place {
  readonly region: string;
  /** Edition of the region's own shelf. */
  readonly edition: number;
  /** Edition of the base. */
  readonly base: number;
}

/** What items are looked for by. */
export interface Sought {
  /** Tokens of which an item must hold one. */
  readonly tokens: readonly string[];
  /** By these they are ranked. */
  readonly grams: LookUp['grams'];
  readonly limit: number;
}

/**
 * Rows that the grams of a question may touch; the rarest come first, so what is left out tells little. A list for a few
 * typed words shows what is far off as well.
 */
const MOST_TOUCHED = { message: 400, query: 2000 } as const;

/** The grams by which rows are found: all the others only rank them. */
export function pickGrams(grams: LookUp['grams'], kind: 'message' | 'query'): readonly string[] {
  const rarest = [...grams].sort((a, b) => a.holders - b.holders || b.weight - a.weight);
  let touched = 0;
  return rarest.flatMap(({ gram, holders }, index) => {
    touched += holders;
    return index === 0 || touched <= MOST_TOUCHED[kind] ? [gram] : [];
  });
}

/** Ids of the items of a region that fit best, by the formula that ranks them in memory; ties go by id. */
export async function findCandidates(
  reader: Kysely<Tables>,
  place: Place,
  sought: Sought,
  averageGrams: number,
): Promise<readonly string[]> {
  if (sought.tokens.length === 0) return [];
  const { rows } = await candidateQuery(place, sought, averageGrams).execute(reader);
  return rows.map(({ id }) => id);
}

/** The query itself, so that its plan can be looked at. */
export function candidateQuery(place: Place, sought: Sought, averageGrams: number): RawBuilder<{ id: string }> {
  const hidden = sql`not exists (
    select 1 from catalogue_overlays o
    where o.region = ${place.region} and o.item = i.id and o.hidden = 1
      and o.since <= ${place.edition} and o.until > ${place.edition}
  )`;
  const own = shelfQuery({ shelf: place.region, edition: place.edition }, sought, averageGrams, sql`true`);
  const base = shelfQuery({ shelf: '', edition: place.base }, sought, averageGrams, hidden);
  return sql<{ id: string }>`
    select id from (${own} union all ${base}) as found order by score desc, id limit ${sought.limit}
  `;
}

interface Shelf {
  readonly shelf: string;
  readonly edition: number;
}

/** No token of one shelf stands on another, so that nothing else needs to be said about where to look. */
function shelfQuery(
  { shelf, edition }: Shelf,
  { tokens, grams }: Sought,
  averageGrams: number,
  extra: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const { k1, b } = bm25Constants;
  const keys = tokens.map((token) => onShelf(shelf, token));
  const asked = grams.map(({ gram }) => onShelf(shelf, gram));
  const weights = grams.map(({ weight }) => weight);
  // The tokens are taken apart once for each row; looking for every gram in them costs ten times as much.
  return sql`
    select i.id, coalesce((
      select sum(q.weight * t.times * ${k1 + 1}::float8
        / (t.times + ${k1}::float8 * (${1 - b}::float8 + ${b / averageGrams}::float8 * i.length)))
      from unnest(i.tokens, i.counts) as t (token, times)
        join unnest(${asked}::text[], ${weights}::float8[]) as q (gram, weight) on q.gram = t.token
    ), 0) as score
    from catalogue_items i
    where i.tokens && ${keys}::text[]
      and i.since <= ${edition} and i.until > ${edition} and ${extra}
  `;
}
