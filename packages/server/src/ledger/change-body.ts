import * as v from 'valibot';
import { wordsSchema } from './report-bodies.ts';
import { LEDGER_STATES } from './ledger-states.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

/** One step in settling an entry. What is left out stays as it is. */
export const changeSchema = v.strictObject({
  /** The last step the person had read; a later one is not overwritten unseen. */
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  state: v.exactOptional(v.picklist(LEDGER_STATES)),
  owner: v.exactOptional(id),
  due: v.exactOptional(v.pipe(v.string(), v.isoDate())),
  resolution: v.exactOptional(wordsSchema),
  /** Knowledge version that puts it right. */
  resolvedBy: v.exactOptional(id),
  note: v.exactOptional(wordsSchema),
  /** Whether entries that say the same of the same item, and stand where it stands, go along. */
  alike: v.exactOptional(v.boolean(), false),
});

/** A change as it was asked for. */
export type EntryChange = v.InferOutput<typeof changeSchema>;
