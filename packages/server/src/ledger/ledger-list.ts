import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { Scope } from '../accounts/in-scope.ts';
import type { Database } from '../storage/database.ts';
import type { LedgerHistoryRow, LedgerRow, Tables } from '../storage/tables.ts';
import { UNSETTLED } from './ledger-states.ts';
import type { ListFilters, ListKey, ListQuery } from './list-query.ts';

/** An entry in a list, with how many unsettled ones say the same of the same item, itself included. */
export interface ListedEntry extends LedgerRow {
  readonly alike: number;
}

/** The same trouble on the same item, met once or more often. */
export interface EntryGroup {
  readonly kind: LedgerRow['kind'];
  readonly item: string | null;
  readonly subject: string;
  readonly count: number;
  /** The earliest day one of them is due. */
  readonly due: string;
  readonly settled: number;
  /** One of them, to show what it is about. */
  readonly example: LedgerRow;
}

/** A page of a list, and the key of the next one. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly next?: ListKey;
}

/** Who reads, and what day it is. */
export interface Reading {
  readonly scope: Scope;
  readonly today: string;
}

const SETTLED = sql<number>`case when closed is null then 0 else 1 end`;

/** Lists entries one by one: unsettled before settled, then by the day they are due, so overdue ones come first. */
export async function listEntries(database: Database, reading: Reading, query: ListQuery): Promise<Page<ListedEntry>> {
  const rows = await database.reader
    .selectFrom('ledger')
    .selectAll()
    .select(SETTLED.as('settled'))
    .select((eb) => countAlike(eb).as('alike'))
    .where((eb) => matches(eb, reading, query))
    .where(({ lit }) => (query.after ? isAfter(query.after, sql`due`, sql`id`) : lit(true)))
    .orderBy('settled')
    .orderBy('due')
    .orderBy('id')
    .limit(query.limit + 1)
    .execute();
  const entries = rows.map(({ settled: _settled, alike, ...entry }) => ({ ...entry, alike: alike ?? 0 }));
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined;
  return { rows: entries.slice(0, query.limit), ...(last ? { next: keyOf(last) } : {}) };
}

/** Lists the same trouble on the same item as one, in the same order. */
export async function listGroups(database: Database, reading: Reading, query: ListQuery): Promise<Page<EntryGroup>> {
  const [due, id] = [sql<string>`min(due)`, sql<string>`min(id)`];
  const groups = await database.reader
    .selectFrom('ledger')
    .select(['kind', 'item', 'subject', SETTLED.as('settled'), due.as('due'), id.as('id')])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where((eb) => matches(eb, reading, query))
    .groupBy(['kind', 'item', 'subject', SETTLED])
    .having(({ lit }) => (query.after ? isAfter(query.after, due, id) : lit(true)))
    .orderBy('settled')
    .orderBy('due')
    .orderBy('id')
    .limit(query.limit + 1)
    .execute();
  const shown = groups.slice(0, query.limit);
  const examples = await readAll(
    database,
    shown.map((group) => group.id),
  );
  const last = groups.length > query.limit ? shown.at(-1) : undefined;
  const rows = shown.flatMap(({ id: first, ...group }) => {
    const example = examples.get(first);
    return example ? { ...group, count: Number(group.count), example } : [];
  });
  return { rows, ...(last ? { next: keyOf(last) } : {}) };
}

/** One entry with its history, oldest first. */
export async function readEntry(
  database: Database,
  scope: Scope,
  id: string,
): Promise<{ readonly entry: ListedEntry; readonly history: readonly LedgerHistoryRow[] } | undefined> {
  const found = await database.reader
    .selectFrom('ledger')
    .selectAll()
    .select((eb) => countAlike(eb).as('alike'))
    .where('id', '=', id)
    .where((eb) => inScopeSql(eb, scope))
    .executeTakeFirst();
  if (!found) return undefined;
  const entry = { ...found, alike: found.alike ?? 0 };
  const history = await database.reader
    .selectFrom('ledger_history')
    .selectAll()
    .where('entry', '=', id)
    .orderBy('seq')
    .execute();
  return { entry, history };
}

/** Whether a row is within what somebody may see and asked to see. */
export function matches(
  eb: ExpressionBuilder<Tables, 'ledger'>,
  { scope, today }: Reading,
  filters: ListFilters,
): Expression<SqlBool> {
  const { state, kind, item, subject, owner, overdue } = filters;
  const late = eb.and([eb('closed', 'is', null), eb('due', '<', today)]);
  return eb.and([
    inScopeSql(eb, scope),
    ...(state === 'all' ? [] : [eb('state', 'in', state === 'unsettled' ? UNSETTLED : [state])]),
    ...(kind === undefined ? [] : [eb('kind', '=', kind)]),
    ...(item === undefined ? [] : [eb('item', '=', item)]),
    ...(subject === undefined ? [] : [eb('subject', '=', subject)]),
    ...(owner === undefined ? [] : [eb('owner', '=', owner)]),
    ...(overdue === undefined ? [] : [overdue === 'true' ? late : eb.not(late)]),
  ]);
}

function inScopeSql(eb: ExpressionBuilder<Tables, 'ledger'>, { region, hall }: Scope): Expression<SqlBool> {
  return eb.and([eb('region', '=', region), ...(hall === null ? [] : [eb('hall', '=', hall)])]);
}

function isAfter(key: ListKey, due: Expression<unknown>, id: Expression<unknown>): Expression<SqlBool> {
  const later = sql`${due} > ${key.due} or (${due} = ${key.due} and ${id} > ${key.id})`;
  return sql<SqlBool>`(${SETTLED} > ${key.settled} or (${SETTLED} = ${key.settled} and (${later})))`;
}

function countAlike(eb: ExpressionBuilder<Tables, 'ledger'>) {
  return eb
    .selectFrom('ledger as other')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .whereRef('other.region', '=', 'ledger.region')
    .whereRef('other.kind', '=', 'ledger.kind')
    .whereRef('other.subject', '=', 'ledger.subject')
    .where(({ eb: of }) =>
      of.or([
        of('other.item', '=', of.ref('ledger.item')),
        of.and([of('other.item', 'is', null), of('ledger.item', 'is', null)]),
      ]),
    )
    .where('other.state', 'in', UNSETTLED);
}

function keyOf({ settled, due, id }: ListKey): ListKey {
  return { settled, due, id };
}

async function readAll(database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, LedgerRow>> {
  if (ids.length === 0) return new Map();
  const rows = await database.reader.selectFrom('ledger').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}
