import * as v from 'valibot';
import { LONGEST_MESSAGE, MESSAGE_TOO_LONG } from '../schema/input.ts';

/** The longest id of anything in the knowledge. */
export const LONGEST_ID = 100;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_ID));

/** What somebody writes in their own words: at most 500 characters, counted as people count. */
export const wordsSchema = v.pipe(
  v.string(),
  v.check((said) => [...said].length <= LONGEST_MESSAGE, MESSAGE_TOO_LONG),
  // JSON Schema counts like this too, so the document may say it.
  v.metadata({ maxLength: LONGEST_MESSAGE }),
);

/** The window wanted something the notice does not hold: a material of the item's list, or words. */
export const surpriseSchema = v.strictObject({
  material: v.exactOptional(id),
  words: v.exactOptional(wordsSchema),
  /** Why the window wanted it, as it was told. */
  why: v.exactOptional(wordsSchema),
  item: v.exactOptional(id),
  hall: v.exactOptional(id),
  window: v.exactOptional(id),
});

/** Something a person wants put right. */
export const complaintSchema = v.strictObject({
  words: wordsSchema,
  hall: v.exactOptional(id),
  window: v.exactOptional(id),
});

/** A surprise as it was told. */
export type Surprise = v.InferOutput<typeof surpriseSchema>;

/** A complaint as it was told. */
export type Complaint = v.InferOutput<typeof complaintSchema>;
