import type { AskedQuestion } from '@onetrip/engine';

/**
 * The six digits a person has brought from elsewhere, or `undefined` when the message is something else. Blanks,
 * dashes and full width are as good; where a number is itself the answer, only digits in two groups are a code.
 */
export function readHandoverCode(message: string, question: AskedQuestion | undefined): string | undefined {
  const found = /^(\d{3})([\s\p{Pd}]*)(\d{3})$/u.exec(message.normalize('NFKC').trim());
  if (!found) return undefined;
  const [, first = '', between = '', last = ''] = found;
  const answers = question?.kind === 'number' || question?.kind === 'date';
  return answers && between === '' ? undefined : first + last;
}
