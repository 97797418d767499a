import * as v from 'valibot';

/** What redeems a code. */
export const handoverBody = v.object({
  /** Six digits, with blanks or in full width as people type them. */
  code: v.pipe(
    v.string(),
    v.maxLength(40),
    v.transform((typed) => typed.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '')),
    v.regex(/^\d{6}$/),
  ),
  /** Who asks, at a channel that serves many people: anything that stays the same for one of them. */
  person: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
});
