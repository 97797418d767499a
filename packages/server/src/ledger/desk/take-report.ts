import * as v from 'valibot';
import type { ProblemPart } from '../../problem.ts';
import { parseReceiptNumber } from '../../receipts/receipt-number.ts';
import type { AccountRow } from '../../storage/tables.ts';
import { complaintSchema, surpriseSchema } from '../report-bodies.ts';
import type { ReportFault } from '../read-surprise.ts';
import type { ComplaintOrigin, Reported } from '../reports.ts';
import type { LedgerDeskOptions } from './ledger-desk-options.ts';

/** The most that may be typed for a number; blanks and full-width digits among it. */
export const LONGEST_NUMBER = 80;

const number = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_NUMBER));

/** What a clerk writes down for somebody: a surprise against a notice, or a complaint, also without a notice. */
export const deskReportSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('surprise'), number, ...surpriseSchema.entries }),
  v.strictObject({ kind: v.literal('complaint'), number: v.exactOptional(number), ...complaintSchema.entries }),
]);

/** A report as a clerk sends it. */
export type DeskReport = v.InferOutput<typeof deskReportSchema>;

/** Why a clerk's report was not taken. */
export type DeskReportFault =
  | ReportFault
  | {
      readonly code: 'unknown-receipt' | 'locked-out' | 'not-a-receipt-number';
      readonly errors?: readonly ProblemPart[];
    };

/** Takes a clerk's report; the notice is opened by its number as at the desk, so guesses are counted there. */
export async function takeReport(
  options: Pick<LedgerDeskOptions, 'reports' | 'look'>,
  account: AccountRow,
  report: DeskReport,
): Promise<Reported | DeskReportFault> {
  const { reports } = options;
  const reporter = { by: account.id, hall: account.hall };
  const receipt = report.number === undefined ? undefined : await open(options, account, report.number);
  if (receipt !== undefined && 'code' in receipt) return receipt;
  if (report.kind === 'surprise') {
    const { kind: _kind, number: _number, ...told } = report;
    return receipt ? reports.surprise(receipt, told, reporter) : { code: 'unknown-receipt' };
  }
  const { kind: _kind, number: _number, ...told } = report;
  const origin: ComplaintOrigin = receipt ? { receipt } : { region: account.region };
  return reports.complain(origin, told, reporter);
}

type Opened = Extract<Awaited<ReturnType<LedgerDeskOptions['look']>>, { readonly intact: true }>;

async function open(
  { look }: Pick<LedgerDeskOptions, 'look'>,
  account: AccountRow,
  typed: string,
): Promise<Opened | DeskReportFault> {
  const parsed = parseReceiptNumber(typed);
  if (parsed === undefined) return { code: 'not-a-receipt-number' };
  const receipt = await look(account, parsed);
  if (typeof receipt === 'string') return { code: receipt };
  return receipt.intact ? receipt : { code: 'unknown-receipt' };
}
