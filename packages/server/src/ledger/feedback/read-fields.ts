import type { LedgerRow } from '../../storage/tables.ts';

/** What of a form a schema reads: fields left empty are left out. */
export function readFields(form: URLSearchParams, names: readonly string[]): Record<string, string> {
  const filled = names.map((name) => [name, form.get(name) ?? ''] as const).filter(([, value]) => value.trim() !== '');
  return Object.fromEntries(filled);
}

/** A rating as its form sends it. */
export function ratingFields(form: URLSearchParams): object {
  const level = form.get('level') ?? '';
  return {
    level: /^[1-5]$/.test(level) ? Number(level) : level,
    reasons: form.getAll('reason'),
    words: form.get('words') ?? '',
  };
}

/** A surprise as its form sends it; the place is a hall and perhaps a window in it. */
export function surpriseFields(form: URLSearchParams): object {
  const [hall = '', window = ''] = (form.get('place') ?? '').split(' ');
  return {
    ...readFields(form, ['item', 'material', 'words', 'why']),
    ...(hall === '' ? {} : { hall }),
    ...(window === '' ? {} : { window }),
  };
}

/** A complaint as its form sends it. */
export function complaintFields(form: URLSearchParams): object {
  return { words: form.get('words') ?? '' };
}

/** Which of the forms of a page is meant. */
export type FeedbackKind = 'rating' | Extract<LedgerRow['kind'], 'surprise' | 'complaint'>;
