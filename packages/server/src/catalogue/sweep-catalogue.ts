import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { LONGEST_SILENCE } from '../consultations/sealed-opening.ts';
import type { Database } from '../storage/database.ts';
import { BASE } from './publish-catalogue.ts';
import { FOREVER } from './row-difference.ts';

/** What a sweep took away. */
export interface CatalogueSweep {
  readonly editions: number;
  /** Items, overlays and parts. */
  readonly rows: number;
}

/**
 * An edition stays this long after the next one: somebody who has not said a word yet may have begun under it, and
 * servers and publications that are under way may stand on it.
 */
export const GRACE = LONGEST_SILENCE + 24 * 60 * 60 * 1000;

/** Rows in one statement, so that none takes long. */
const ROWS = 2000;

/**
 * Deletes the editions that nobody needs any more, and then the rows that counted in these alone. An edition is needed
 * while it is a shelf's newest, or a consultation that is kept began under it: it may go on, and its notice is compared
 * with the rules of today by its turns. A notice is kept as it was written and needs none.
 *
 * Ended in the middle, it leaves rows that no edition reads; the next sweep takes them.
 */
export async function sweepCatalogue(database: Database, now: number): Promise<CatalogueSweep> {
  const editions = await database.write(async (transaction) => {
    const ofRegions = await unneededRegions(now - GRACE).execute(transaction);
    const ofBase = await unneededBases(now - GRACE).execute(transaction);
    return Number(ofRegions.numAffectedRows ?? 0) + Number(ofBase.numAffectedRows ?? 0);
  });
  let rows = 0;
  for (const { table, shelf } of SHELVED) {
    for (let gone = ROWS; gone === ROWS; rows += gone) {
      const done = await database.write((transaction) => unreadRows(table, shelf).execute(transaction));
      gone = Number(done.numAffectedRows ?? 0);
    }
  }
  return { editions, rows };
}

const SHELVED = [
  { table: 'catalogue_items', shelf: 'shelf' },
  { table: 'catalogue_overlays', shelf: 'region' },
  { table: 'catalogue_parts', shelf: 'shelf' },
] as const;

function unneededRegions(before: number): RawBuilder<unknown> {
  return sql`
    delete from catalogue_editions e
    where e.shelf <> ${BASE} and ${isFollowed(before)} and (
      not exists (select 1 from consultations c where c.knowledge = e.version and c.region = e.shelf)
      or exists (
        select 1 from catalogue_editions same
        where same.shelf = e.shelf and same.version = e.version and same.edition > e.edition
      )
    )
  `;
}

function unneededBases(before: number): RawBuilder<unknown> {
  return sql`
    delete from catalogue_editions e
    where e.shelf = ${BASE} and ${isFollowed(before)}
      and not exists (select 1 from catalogue_editions r where r.shelf <> ${BASE} and r.base = e.edition)
  `;
}

/** Whether the next edition was published by then. */
function isFollowed(before: number): RawBuilder<boolean> {
  return sql`exists (
    select 1 from catalogue_editions n
    where n.shelf = e.shelf and n.edition > e.edition and n.published <= ${before}
  )`;
}

function unreadRows(table: (typeof SHELVED)[number]['table'], shelf: string): RawBuilder<unknown> {
  return sql`
    delete from ${sql.table(table)}
    where ctid = any (array(
      select t.ctid from ${sql.table(table)} t
      where t.until < ${sql.lit(FOREVER)} and not exists (
        select 1 from catalogue_editions e
        where e.shelf = t.${sql.ref(shelf)} and e.edition >= t.since and e.edition < t.until
      )
      limit ${ROWS}
    ))
  `;
}
