/** What may look like a Latin letter, a digit, a blank or a hyphen and is none: everything but ASCII and common Han. */
const WIDE = /[^\0-\x7f\u3001-\u303f\u4e00-\u9fff，。！？：；]/gu;
/** Nothing a reader sees. */
const INVISIBLE = /[\p{Cf}\u{fe00}-\u{fe0f}]/u;

/**
 * Writes full-width, circled and otherwise dressed-up letters, digits, blanks and hyphens in ASCII, so that one
 * pattern finds a number however it was typed. Leaves everything else.
 */
export function narrow(text: string): string {
  return text.replace(WIDE, plain);
}

function plain(character: string): string {
  if (INVISIBLE.test(character)) return '';
  if (/[\p{Zs}]/u.test(character)) return ' ';
  if (/[\p{Pd}\u2212]/u.test(character)) return '-';
  const bare = character.normalize('NFKC');
  return /^[\x21-\x7e]{1,2}$/.test(bare) ? bare : character;
}
