import * as v from 'valibot';

/** Says in the description of the API what a field is for; stands before anything that changes the field's value. */
export function says<T>(zh: string, en: string) {
  return v.description<T, string>(`${zh} ${en}`);
}

/** A field that a form asks for. One that did not come is read as left empty, so that one sentence answers both. */
export function askedFor(zh: string, en: string) {
  return v.fallback(v.pipe(v.string(), says(zh, en)), '');
}

/** What proves that a form of somebody signed in comes from a page of ours; belongs to every such form. */
export const csrfEntry = {
  csrf: v.exactOptional(
    v.pipe(
      v.string(),
      says(
        '表单页面里的那一串，也可以放在请求头 X-CSRF-Token 里。',
        'The token in the page of the form; the header X-CSRF-Token does as well.',
      ),
    ),
  ),
};

/** What every form of somebody signed in is read through first; the form to sign out with holds nothing else. */
export const csrfFormSchema = v.object(csrfEntry);

/** The fields that somebody filled in: a form sends all it has, also those left empty. */
export function filledIn<T extends Readonly<Record<string, unknown>>>(fields: T): Partial<T> {
  const filled = Object.entries(fields).filter(([, value]) => typeof value !== 'string' || value.trim() !== '');
  return Object.fromEntries(filled) as Partial<T>;
}
