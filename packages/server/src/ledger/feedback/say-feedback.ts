import type { RatingLevel, RatingReason } from '../../ratings/rating-reasons.ts';
import type { LedgerRow, RatingRow } from '../../storage/tables.ts';
import { dayInWords } from '../../receipts/day-in-words.ts';
import { levelText, reasonText } from '../../text/ledger-text.ts';
import type { Reported } from '../reports.ts';
import type { Feedback } from './read-feedback.ts';

/** A rating as its citizen reads it back. */
export function sayRating({ level, reasons, words, at }: RatingRow): object {
  const codes = JSON.parse(reasons) as readonly RatingReason[];
  return {
    level,
    label: levelText[level as RatingLevel],
    reasons: codes.map((code) => ({ code, label: reasonText[code] })),
    words,
    at,
  };
}

/** What a citizen is told about a report: that it is kept, what happens next, and by when. */
export function sayNext({ entry }: Reported, next: (day: string) => string): object {
  return { ...sayReport(entry), say: next(dayInWords(entry.due)) };
}

/** Everything a citizen said about a visit, and where it stands. */
export function sayFeedback({ rating, reports }: Feedback): object {
  return { rating: rating && sayRating(rating), reports: reports.map(sayReport) };
}

/** What concerns the citizen; who settles it and by which steps does not. */
function sayReport({ id, kind, words, state, opened, due, closed, resolution }: LedgerRow): object {
  return { id, kind, words, state, opened, due, closed, resolution };
}
