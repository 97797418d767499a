import * as v from 'valibot';
import { csrfEntry } from '../accounts/csrf-form.ts';
import { says } from '../http/form-field.ts';
import type { AuditHead } from './audit-head.ts';

/** The form to have the log checked with, and perhaps held against an end of it that was kept elsewhere. */
export const auditHeadFormSchema = v.pipe(
  v.object({
    ...csrfEntry,
    seq: v.exactOptional(
      v.pipe(
        v.string(),
        says('另外保存的序号，可以空着。', 'Number that was kept elsewhere; may be empty.'),
        v.trim(),
        v.regex(/^(?:[1-9]\d{0,14})?$/),
      ),
      '',
    ),
    hash: v.exactOptional(
      v.pipe(
        v.string(),
        says('另外保存的校验值，可以空着。', 'Hash that was kept elsewhere; may be empty.'),
        v.trim(),
        v.regex(/^(?:[0-9a-f]{64})?$/),
      ),
      '',
    ),
  }),
  // Half a head can be held against nothing.
  v.transform(({ seq, hash }): AuditHead | undefined =>
    seq === '' || hash === '' ? undefined : { seq: Number(seq), hash },
  ),
);
