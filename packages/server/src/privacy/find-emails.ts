import type { PersonalSpan } from './personal-kind.ts';

const LOCAL = /[\w.+%'-]/;
const DOMAIN = /[a-z0-9.-]/i;
/** RFC 5321: 64 before the sign and 255 behind it. So bounded, a text of nothing but signs is still read once. */
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 255;

/** Finds mail addresses, from each `@` outward. */
export function findEmails(text: string): readonly PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (at - start < LONGEST_LOCAL && LOCAL.test(text.charAt(start - 1))) start -= 1;
    let end = at + 1;
    while (end - at <= LONGEST_DOMAIN && DOMAIN.test(text.charAt(end))) end += 1;
    const domain = text.slice(at + 1, end).replace(/[.-]$/, '');
    if (start < at && isDomain(domain)) spans.push({ kind: 'email', start, end: at + 1 + domain.length });
  }
  return spans;
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  return labels.length > 1 && labels.every((label) => label !== '') && /^[a-z][a-z0-9-]+$/i.test(labels.at(-1) ?? '');
}
