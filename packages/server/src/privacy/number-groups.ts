import { isResidentId } from './resident-id.ts';

/** Digits that stand together. */
export interface NumberGroup {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** Letters and digits in turn, as in 91350100M000100Y43: a code, and no number of a person. */
  readonly inCode: boolean;
  /** What stands between this group and the next one can stand inside one number. */
  readonly joined: boolean;
}

/** Blanks, hyphens, dots and brackets; people write 138-0013-8000, 138.0013.8000 and (010) 65123456. */
const GAP = /^[-\t ._·/()]{1,3}$/;
const LONGEST_WORD = 16;

/** Finds the groups of digits in a text, in order. */
export function numberGroups(text: string): readonly NumberGroup[] {
  const found = [...text.matchAll(/\d+/g)].map((match) => ({ digits: match[0], start: match.index }));
  return found.map(({ digits, start }, place) => {
    const end = start + digits.length;
    const next = found[place + 1]?.start;
    const joined = next !== undefined && next - end <= 3 && GAP.test(text.slice(end, next));
    // The X before may end a resident id that was typed without a blank behind it.
    const follows = touchesDigits(text, start - 1, -1) && !isResidentId(text.slice(Math.max(0, start - 18), start));
    return { digits, start, end, joined, inCode: follows || touchesDigits(text, end, 1) };
  });
}

/** Whether letters from here on lead to another digit. */
function touchesDigits(text: string, from: number, step: 1 | -1): boolean {
  let at = from;
  for (let walked = 0; walked < LONGEST_WORD && /[a-z]/i.test(text.charAt(at)); walked += 1) at += step;
  return at !== from && /\d/.test(text.charAt(at));
}
