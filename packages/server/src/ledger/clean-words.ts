import { maskPersonal } from '../privacy/mask-personal.ts';

/** Controls save tab and line feed, and the marks that turn the direction of what follows. */
const INVISIBLE = /(?![\t\n])[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * What somebody wrote, in the only form that is kept: personal numbers masked, and nothing in it that a database, a
 * spreadsheet or a reader's eye would trip over.
 */
export function cleanWords(written: string): string {
  // Half a surrogate pair is no character, and UTF-8 cannot hold it.
  const whole = Buffer.from(written, 'utf8').toString('utf8');
  return maskPersonal(whole.replace(/\r\n?/g, '\n').replace(INVISIBLE, '')).trim();
}
