import * as v from 'valibot';

/** Says in the description of the API what a field is for; stands before anything that changes the field's value. */
export function says<T>(zh: string, en: string) {
  return v.description<T, string>(`${zh} ${en}`);
}

/** A field that a form asks for. One that did not come is read as left empty, so that one sentence answers both. */
export function askedFor(zh: string, en: string) {
  return v.fallback(v.pipe(v.string(), says(zh, en)), '');
}

/** The fields that somebody filled in: a form sends all it has, also those left empty. */
export function filledIn<T extends Readonly<Record<string, unknown>>>(fields: T): Partial<T> {
  const filled = Object.entries(fields).filter(([, value]) => typeof value !== 'string' || value.trim() !== '');
  return Object.fromEntries(filled) as Partial<T>;
}
