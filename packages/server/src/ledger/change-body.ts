import * as v from 'valibot';
import { csrfEntry } from '../accounts/csrf-form.ts';
import { filledIn, says } from '../http/form-field.ts';
import { LEDGER_STATES } from './ledger-states.ts';
import { LONGEST_ID, wordsSchema } from './report-bodies.ts';
import { chosenId, ownWords } from './report-forms.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_ID));

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

/** The same step as the form of an entry sends it; a field left empty stays as it is. */
export const changeFormSchema = v.pipe(
  v.object({
    ...csrfEntry,
    seq: v.pipe(
      v.string(),
      says('页面上最后一步的序号。', 'The last step that the page showed.'),
      v.regex(/^[1-9]\d{0,14}$/),
    ),
    state: v.exactOptional(
      v.pipe(v.picklist(['', ...LEDGER_STATES]), says('新状态，可以空着。', 'The new state; may be empty.')),
    ),
    owner: chosenId('新责任人的账号编号，可以空着。', 'Account id of the new owner; may be empty.'),
    due: v.exactOptional(
      v.pipe(
        v.union([v.literal(''), v.pipe(v.string(), v.isoDate())]),
        says('新到期日，可以空着。', 'The new day on which it is due; may be empty.'),
      ),
    ),
    resolution: v.exactOptional(ownWords('怎么办结的。', 'How it was settled.')),
    resolvedBy: chosenId('改好的知识版本，可以空着。', 'Knowledge version that puts it right; may be empty.'),
    note: v.exactOptional(ownWords('说明，可以空着。', 'A note; may be empty.')),
    alike: v.exactOptional(v.pipe(v.literal('yes'), says('相同的一起办。', 'Those that say the same go along.'))),
  }),
  v.transform(({ csrf: _csrf, seq, state = '', alike, ...told }): v.InferInput<typeof changeSchema> => ({
    ...filledIn(told),
    ...(state !== '' && { state }),
    seq: Number(seq),
    alike: alike === 'yes',
  })),
  changeSchema,
);
