import * as v from 'valibot';
import { wordsSchema } from '../ledger/report-bodies.ts';
import { RATING_LEVELS, RATING_REASONS, reasonGroups } from './rating-reasons.ts';
import type { RatingLevel, RatingReason } from './rating-reasons.ts';

/** Code of a reason. */
export const reasonSchema = v.picklist([...RATING_REASONS.good, ...RATING_REASONS.poor]);

/** What a citizen thinks of one visit. */
export const ratingSchema = v.pipe(
  v.strictObject({
    level: v.picklist(RATING_LEVELS),
    reasons: v.exactOptional(v.pipe(v.array(reasonSchema), v.maxLength(10)), []),
    words: v.exactOptional(wordsSchema, ''),
  }),
  v.forward(
    v.check(({ level, reasons }) => reasons.every((code) => explains(level, code)), 'reasons that fit the level'),
    ['reasons'],
  ),
);

/** A rating as it was told. */
export type RatingTold = v.InferOutput<typeof ratingSchema>;

function explains(level: RatingLevel, code: RatingReason): boolean {
  return reasonGroups(level).some((group) => (RATING_REASONS[group] as readonly string[]).includes(code));
}
