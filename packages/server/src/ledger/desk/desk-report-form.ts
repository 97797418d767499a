import * as v from 'valibot';
import { csrfEntry } from '../../accounts/csrf-form.ts';
import { filledIn, says } from '../../http/form-field.ts';
import { complaintEntries, inItsPlace, surpriseEntries } from '../report-forms.ts';
import { deskReportSchema, LONGEST_NUMBER } from './take-report.ts';

const number = v.pipe(
  v.string(),
  says('告知单的 12 位编号。', 'Number of the notice, twelve digits.'),
  v.maxLength(LONGEST_NUMBER),
);

/** The forms with which a clerk takes something down for somebody. */
export const deskReportFormSchema = v.pipe(
  v.variant('kind', [
    v.pipe(
      v.object({
        ...csrfEntry,
        kind: v.pipe(v.literal('surprise'), says('窗口另要了材料。', 'The window wanted something else.')),
        number,
        ...surpriseEntries,
      }),
      v.transform(({ csrf: _csrf, ...told }) => inItsPlace(told)),
    ),
    v.pipe(
      v.object({
        ...csrfEntry,
        kind: v.pipe(v.literal('complaint'), says('投诉。', 'A complaint.')),
        number: v.exactOptional(number),
        ...complaintEntries,
      }),
      // Words are asked for, so left empty they are not left out.
      v.transform(({ csrf: _csrf, words, ...told }) => ({ ...filledIn(told), words })),
    ),
  ]),
  deskReportSchema,
);
