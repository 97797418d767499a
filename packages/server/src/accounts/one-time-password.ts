import { randomInt } from 'node:crypto';

/** Without letters and digits that look alike on paper. */
const SYMBOLS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP = 4;

/** A password to be passed on by hand and changed at the first sign-in: 79 random bits, such as `k7mp-x2da-93hq-tw5c`. */
export function oneTimePassword(): string {
  const groups = Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP }, () => SYMBOLS[randomInt(SYMBOLS.length)]).join(''),
  );
  return groups.join('-');
}
