import { cleanText } from '../http/clean-text.ts';
import { maskPersonal } from '../privacy/mask-personal.ts';

/** What somebody wrote, in the only form that is kept: nothing unseen in it, and personal numbers masked. */
export function cleanWords(written: string): string {
  return maskPersonal(cleanText(written)).trim();
}
