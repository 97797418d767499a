import type { Knowledge } from '@onetrip/engine';
import type { Database } from '../../storage/database.ts';
import type { LedgerRow } from '../../storage/tables.ts';
import { exportText, kindText, stateText } from '../../text/ledger-text.ts';
import { matches } from '../ledger-list.ts';
import type { Reading } from '../ledger-list.ts';
import type { ListFilters } from '../list-query.ts';
import type { LedgerDetail } from '../new-entry.ts';
import { beijingTime, startOfDay, startOfNextDay } from './beijing-time.ts';
import { readInBatches } from './read-in-batches.ts';
import type { Sheet } from './sheet.ts';

/** Which entries are exported: as a list is narrowed, and by the days they were opened on. */
export interface LedgerExport {
  readonly reading: Reading;
  readonly filters: ListFilters & { readonly from?: string; readonly to?: string };
  /** For the titles of items. */
  readonly knowledge: Knowledge;
}

/** The ledger as a table, oldest entry first. */
export function ledgerSheet(database: Database, wanted: LedgerExport): Sheet {
  const { entry: headings, ledgerSheet: name } = exportText;
  return { name, headings: Object.values(headings), batches: batches(database, wanted) };
}

async function* batches(database: Database, wanted: LedgerExport): AsyncGenerator<readonly (readonly string[])[]> {
  const owners = await displayNames(database, wanted.reading.scope.region);
  const pages = readInBatches<LedgerRow>((last, limit) => read(database, wanted, { last, limit }));
  for await (const page of pages) yield page.map((entry) => cellsOf(entry, wanted, owners));
}

function read(
  { reader }: Database,
  { reading, filters }: LedgerExport,
  { last, limit }: { readonly last: LedgerRow | undefined; readonly limit: number },
): Promise<LedgerRow[]> {
  const { from, to } = filters;
  return reader
    .selectFrom('ledger')
    .selectAll()
    .where((eb) => matches(eb, reading, filters))
    .where(({ and, eb }) =>
      and([
        ...(from === undefined ? [] : [eb('opened', '>=', startOfDay(from))]),
        ...(to === undefined ? [] : [eb('opened', '<', startOfNextDay(to))]),
      ]),
    )
    .where(({ and, eb, lit, or }) =>
      last
        ? or([eb('opened', '>', last.opened), and([eb('opened', '=', last.opened), eb('id', '>', last.id)])])
        : lit(true),
    )
    .orderBy('opened')
    .orderBy('id')
    .limit(limit)
    .execute();
}

function cellsOf(
  entry: LedgerRow,
  { reading, knowledge }: LedgerExport,
  owners: ReadonlyMap<string, string>,
): readonly string[] {
  const { id, kind, state, words, due, opened, closed, resolution, item, hall, owner } = entry;
  const { why, window, hash } = JSON.parse(entry.detail) as LedgerDetail;
  const at = knowledge.region.halls.find((one) => one.id === hall);
  const cells: Readonly<Record<keyof typeof exportText.entry, string | null | undefined>> = {
    ...{ id, kind: kindText[kind], state: stateText[state], what: words, why, due, hash, resolution },
    overdue: closed === null && due < reading.today ? exportText.yes : exportText.no,
    item: knowledge.items.find((one) => one.id === item)?.title ?? item,
    hall: at?.name ?? hall,
    window: at?.windows.find((one) => one.id === window)?.name ?? window,
    ...{ receipt: entry.receipt, knowledge: entry.knowledge, resolvedBy: entry.resolved_by },
    owner: owner === null ? '' : (owners.get(owner) ?? owner),
    opened: beijingTime(opened),
    closed: closed === null ? '' : beijingTime(closed),
  };
  return (Object.keys(exportText.entry) as (keyof typeof cells)[]).map((column) => cells[column] ?? '');
}

async function displayNames({ reader }: Database, region: string): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.selectFrom('accounts').select(['id', 'display']).where('region', '=', region).execute();
  return new Map(rows.map(({ id, display }) => [id, display]));
}
