import type { Question } from '@onetrip/engine';

/**
 * The six digits a person has brought from elsewhere, or `undefined` when the message is something else. Blanks,
 * dashes and full width are as good; where the digits may be an answer to the question that stands, they are one
 * unless they come in two groups.
 */
export function readHandoverCode(message: string, question: Question | undefined): string | undefined {
  const found = /^(\d{3})([\s\p{Pd}]*)(\d{3})$/u.exec(message.normalize('NFKC').trim());
  if (!found) return undefined;
  const [, first = '', between = '', last = ''] = found;
  const code = first + last;
  return between === '' && question !== undefined && isAnswerTo(code, question) ? undefined : code;
}

/** An age never has six digits, an income may; a year of this century or the last makes them a date. */
function isAnswerTo(digits: string, { kind, min = 0, max = Infinity }: Question): boolean {
  if (kind === 'number') return Number(digits) >= min && Number(digits) <= max;
  return kind === 'date' && /^(?:19|20)/u.test(digits);
}
