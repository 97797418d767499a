import * as v from 'valibot';
import { says } from '../http/form-field.ts';
import { wordsSchema } from '../ledger/report-bodies.ts';
import { ratingSchema, reasonSchema } from './rating-body.ts';
import { RATING_LEVELS } from './rating-reasons.ts';
import type { RatingLevel } from './rating-reasons.ts';

/** The form to rate a visit with; a browser sends digits, and one `reason` for each that is ticked. */
export const ratingFormSchema = v.pipe(
  v.object({
    level: v.pipe(
      v.picklist(RATING_LEVELS.map(String)),
      says('5 非常满意，1 非常不满意。', 'From 5, very content, down to 1.'),
    ),
    reason: v.exactOptional(
      v.pipe(v.array(reasonSchema), says('原因，可以有几个。', 'Reasons, any number that fit the level.')),
      [],
    ),
    words: v.exactOptional(v.pipe(wordsSchema, says('自己的话。', 'What is said besides.')), ''),
  }),
  v.transform(({ level, reason: reasons, words }): v.InferInput<typeof ratingSchema> => {
    return { level: Number(level) as RatingLevel, reasons, words };
  }),
  ratingSchema,
);

/** Fields of it that come once for each thing chosen. */
export const RATING_LISTS = ['reason'] as const;
