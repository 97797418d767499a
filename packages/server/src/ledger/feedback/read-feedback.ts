import type { Database } from '../../storage/database.ts';
import type { LedgerRow, RatingRow } from '../../storage/tables.ts';

/** What was said about one visit so far. */
export interface Feedback {
  readonly rating: RatingRow | undefined;
  /** Surprises, complaints and poor ratings, oldest first. */
  readonly reports: readonly LedgerRow[];
}

/** Kinds that somebody told us, not found out by ourselves. */
const TOLD = ['surprise', 'complaint', 'low-rating'] as const;

/** Reads what was said about the visit of a receipt. */
export async function readFeedback({ reader }: Database, number: string): Promise<Feedback> {
  const rating = await reader.selectFrom('ratings').selectAll().where('receipt', '=', number).executeTakeFirst();
  const reports = await reader
    .selectFrom('ledger')
    .selectAll()
    .where('receipt', '=', number)
    .where('kind', 'in', TOLD)
    .orderBy('opened')
    .orderBy('id')
    .execute();
  return { rating, reports };
}
