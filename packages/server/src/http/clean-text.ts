/**
 * What no person types and no reader sees: control characters save tab and line feed, marks that turn the direction of
 * text, zero widths, tag characters that can carry a hidden message, halves of surrogate pairs, and noncharacters.
 */
const UNSEEN = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\u{fdd0}-\u{fdef}\u{fffe}\u{ffff}]/gu;
/** No script puts more than four marks on one letter; a pile of hundreds covers the lines around it. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;

/**
 * What a person wrote without what only a machine puts in; run on every free text before anything else is done with it.
 *
 * Ordinary accents and emoji stay; an emoji that is several in one falls apart into those.
 */
export function cleanText(written: string): string {
  return written
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(UNSEEN, '')
    .replace(PILED_MARKS, '$1');
}
