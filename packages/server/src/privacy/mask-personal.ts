import { findEmails } from './find-emails.ts';
import { findNumbers } from './find-numbers.ts';
import { findSpoken } from './find-spoken.ts';
import { findWritten } from './find-written.ts';
import { narrow } from './narrow.ts';
import type { PersonalKind, PersonalSpan } from './personal-kind.ts';
import { PLACEHOLDERS } from './personal-kind.ts';

/** The longest text that is looked at; what goes beyond is dropped rather than kept unread. */
export const LONGEST_MASKED = 10_000;

/** Without any of these there is no number in a text; most of what people type ends here. */
const PROMISING = /[\d@]|[〇零一二三四五六七八九幺]{10}/;
/** As most ids of the knowledge and most answers are spelled. No number of a person has so few digits. */
const HARMLESS = /^[a-z-]{0,50}\d{0,2}$/;

/** What stands in the place of a personal number. */
export type Placeholder = (kind: PersonalKind) => string;

/**
 * Masks resident ids, telephone and bank card numbers, passports and permits, mail addresses and plates in what a
 * person wrote, for everything that is kept, logged or shown to somebody else.
 *
 * OneTrip never needs one. Dates, prices, service numbers such as 12345 and codes of items are left alone. Takes time
 * in proportion to the length.
 *
 * @example
 * maskPersonal('我的电话 138 0013 8000'); // 我的电话 〔手机号〕
 */
export function maskPersonal(text: string, placeholder: Placeholder = (kind) => PLACEHOLDERS[kind]): string {
  if (HARMLESS.test(text)) return text;
  const capped = text.slice(0, LONGEST_MASKED);
  const plain = narrow(capped);
  if (!PROMISING.test(plain)) return capped;
  const spans = findPersonal(plain);
  if (spans.length === 0) return capped;
  // Places agree unless something invisible was left out; then the plain spelling is kept.
  const written = plain.length === capped.length ? capped : plain;
  let masked = '';
  let from = 0;
  for (const { kind, start, end } of spans) {
    masked += written.slice(from, start) + placeholder(kind);
    from = end;
  }
  return masked + written.slice(from);
}

/** What is personal in a text in plain spelling, in order and without overlaps; of two the one that begins first. */
function findPersonal(plain: string): readonly PersonalSpan[] {
  const found = [...findNumbers(plain), ...findWritten(plain), ...findEmails(plain), ...findSpoken(plain)];
  const inOrder = found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return inOrder.filter((span) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}
