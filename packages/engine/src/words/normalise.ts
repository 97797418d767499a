/** Format and control characters, lone surrogates and variation selectors: nothing a reader sees. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu;
/** White space a reader sees; a byte order mark counts as invisible instead. */
const whiteSpace = /[^\S\uFEFF]+/gu;

/**
 * Brings what people type and what the knowledge says to one spelling, so that both can be compared.
 *
 * Full width becomes half width, capitals become small, traditional characters become simplified (by the table given),
 * invisible characters go and white space shrinks to single spaces. Doing it twice changes nothing.
 */
export function normalise(text: string, simplified: Readonly<Record<string, string>> = {}): string {
  // White space first: line feeds and tabs are control characters as well, and must not glue two words together.
  const visible = text.replace(whiteSpace, ' ').replace(invisible, '').normalize('NFKC').toLowerCase();
  let result = '';
  for (const character of visible) result += Object.hasOwn(simplified, character) ? simplified[character] : character;
  return result.replace(invisible, '').replace(whiteSpace, ' ').trim();
}
