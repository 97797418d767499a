import type { RatingLevel, RatingReason } from '../../ratings/rating-reasons.ts';
import type { Database } from '../../storage/database.ts';
import type { RatingRow } from '../../storage/tables.ts';
import { exportText, levelText, reasonText } from '../../text/ledger-text.ts';
import { beijingTime, startOfDay, startOfNextDay } from './beijing-time.ts';
import { readInBatches } from './read-in-batches.ts';
import type { Sheet } from './sheet.ts';

/** Which ratings are exported: of a region, given on some days. */
export interface RatingExport {
  readonly region: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The ratings of a region as a table, oldest first. */
export function ratingSheet(database: Database, wanted: RatingExport): Sheet {
  const { rating: headings, ratingSheet: name } = exportText;
  return { name, headings: Object.values(headings), batches: batches(database, wanted) };
}

async function* batches(database: Database, wanted: RatingExport): AsyncGenerator<readonly (readonly string[])[]> {
  const pages = readInBatches<RatingRow>((last, limit) => read(database, wanted, { last, limit }));
  for await (const page of pages) yield page.map(cellsOf);
}

function read(
  { reader }: Database,
  { region, from, to }: RatingExport,
  { last, limit }: { readonly last: RatingRow | undefined; readonly limit: number },
): Promise<RatingRow[]> {
  return reader
    .selectFrom('ratings')
    .selectAll()
    .where('region', '=', region)
    .where(({ and, eb }) =>
      and([
        ...(from === undefined ? [] : [eb('at', '>=', startOfDay(from))]),
        ...(to === undefined ? [] : [eb('at', '<', startOfNextDay(to))]),
      ]),
    )
    .where(({ and, eb, lit, or }) =>
      last ? or([eb('at', '>', last.at), and([eb('at', '=', last.at), eb('receipt', '>', last.receipt)])]) : lit(true),
    )
    .orderBy('at')
    .orderBy('receipt')
    .limit(limit)
    .execute();
}

function cellsOf({ receipt, level, reasons, words, at }: RatingRow): readonly string[] {
  const codes = JSON.parse(reasons) as readonly RatingReason[];
  const cells: Readonly<Record<keyof typeof exportText.rating, string>> = {
    ...{ receipt, level: String(level), label: levelText[level as RatingLevel], words, at: beijingTime(at) },
    reasons: codes.map((code) => reasonText[code]).join('；'),
  };
  return (Object.keys(exportText.rating) as (keyof typeof cells)[]).map((column) => cells[column]);
}
