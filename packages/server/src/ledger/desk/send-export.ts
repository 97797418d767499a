import type { Context } from 'hono';
import * as v from 'valibot';
import type { SignedInEnv } from '../../accounts/signed-in.ts';
import { todayInBeijing } from '../../clock.ts';
import { problemParts } from '../../http/problem-parts.ts';
import { problem } from '../../problem.ts';
import { csvStream } from '../exports/csv-stream.ts';
import { ledgerSheet } from '../exports/ledger-sheet.ts';
import { ratingSheet } from '../exports/rating-sheet.ts';
import type { Sheet } from '../exports/sheet.ts';
import { writeXlsx } from '../exports/write-xlsx.ts';
import { exportQuerySchema } from '../list-query.ts';
import type { LedgerDeskOptions } from './ledger-desk-options.ts';

/** Media type of a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const format = v.exactOptional(v.picklist(['csv', 'xlsx']), 'csv');

/** What an export of the ledger may be narrowed by. */
export const ledgerExportSchema = v.strictObject({ ...exportQuerySchema.entries, format });

/** What an export of ratings may be narrowed by. */
export const ratingExportSchema = v.strictObject({
  from: exportQuerySchema.entries.from,
  to: exportQuerySchema.entries.to,
  format,
});

/** Which table is written out. */
export type Exported = 'ledger' | 'ratings';

/** Sends a table as a file, after the record that somebody took it. */
export async function sendExport(
  c: Context<SignedInEnv>,
  what: Exported,
  options: LedgerDeskOptions,
): Promise<Response> {
  const query = v.safeParse(what === 'ledger' ? ledgerExportSchema : ratingExportSchema, c.req.query());
  if (!query.success) return problem(c, 'invalid-query', { errors: problemParts(query.issues) });
  // A rating names no hall, so whoever is bound to one cannot be shown only theirs.
  if (what === 'ratings' && c.var.account.hall !== null) return problem(c, 'not-allowed');
  const wanted = query.output;
  const sheet = sheetOf(c, wanted, options);
  // Made before it is recorded: what is refused was not taken.
  const workbook = wanted.format === 'xlsx' ? await writeXlsx(sheet) : undefined;
  if (wanted.format === 'xlsx' && !workbook) return problem(c, 'export-too-long');
  const { from = '', to = '', format: ending } = wanted;
  const detail = { format: ending, from, to };
  await options.audit.recordAlone({ actor: c.var.account.id, action: `${what}-exported`, object: what, detail });
  c.header('Content-Disposition', `attachment; filename="${what}-${todayInBeijing(options.clock)}.${ending}"`);
  if (workbook) return c.body(new Uint8Array(workbook), 200, { 'Content-Type': XLSX });
  return c.body(csvStream(sheet), 200, { 'Content-Type': 'text/csv; charset=utf-8' });
}

type Wanted = v.InferOutput<typeof ledgerExportSchema> | v.InferOutput<typeof ratingExportSchema>;

function sheetOf(c: Context<SignedInEnv>, wanted: Wanted, { database, clock, engines }: LedgerDeskOptions): Sheet {
  const { region, hall } = c.var.account;
  if (!('state' in wanted)) return ratingSheet(database, { region, from: wanted.from, to: wanted.to });
  const reading = { scope: { region, hall }, today: todayInBeijing(clock) };
  return ledgerSheet(database, { reading, filters: wanted, knowledge: engines.current.knowledge });
}
