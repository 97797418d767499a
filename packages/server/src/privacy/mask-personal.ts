import { hasResidentIdChecksum, passesLuhn } from './checksums.ts';

/** What stands where a personal number stood: no word, so that it changes nothing in what is understood. */
export const MASK = '***';

const EMAIL = /[\w.+-]{1,64}@[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){1,4}/gi;

/** Digits with the blanks and hyphens people put between them, and the X of a resident id. */
const NUMBER = /(?<![a-z0-9])\+?\d(?:[ -]?\d){6,23}(?:[ -]?x)?(?![a-z0-9])/gi;

/** Passports and travel permits of the mainland: one or two letters and eight or seven digits. */
const PERMIT = /(?<![a-z0-9])(?:[a-z]\d{8}|[a-z]{2}\d{7})(?!\d)/gi;

/**
 * Masks identity, telephone, bank card and passport numbers and mail addresses in what a person typed.
 *
 * OneTrip never needs one. Dates, service numbers such as 12345 and item codes are left alone.
 */
export function maskPersonal(text: string): string {
  const narrow = text.replace(/[０-９Ａ-Ｚａ-ｚ＋－　]/g, toHalfWidth);
  const masked = narrow
    .replace(EMAIL, MASK)
    .replace(PERMIT, MASK)
    .replace(NUMBER, (written) => (holdsPersonal(written) ? MASK : written));
  return masked === narrow ? text : masked;
}

function toHalfWidth(character: string): string {
  return character === '　' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

/** Either all of it is one number written in groups, or one of the groups is a number by itself. */
function holdsPersonal(written: string): boolean {
  return [written, ...written.split(' ')].some((part) => isPersonal(part.replace(/[^\dx]/gi, '')));
}

function isPersonal(number: string): boolean {
  const digits = number.replace(/x$/i, '');
  return isResidentId(number) || isTelephone(digits) || (/^\d{13,19}$/.test(digits) && passesLuhn(digits));
}

/** Eighteen places with date and checksum (GB 11643), or the fifteen of before 1999. */
function isResidentId(number: string): boolean {
  if (/^[1-8]\d{5}(18|19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dx]$/i.test(number)) {
    return hasResidentIdChecksum(number);
  }
  return /^[1-8]\d{5}\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}$/.test(number);
}

/** A mobile, with or without 86 in front, or a landline with its area code. */
function isTelephone(digits: string): boolean {
  return /^(00)?(86)?1[3-9]\d{9}$/.test(digits) || /^0(10|2\d|[3-9]\d{2})[2-8]\d{6,7}$/.test(digits);
}
