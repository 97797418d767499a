import { emptyWords, senseWords } from '../words/everyday-words.ts';
import { createPhraseFinder } from '../words/phrases.ts';
import { numeralCharacters } from '../words/numerals.ts';
import { aspectPlaces } from './aspects.ts';

const findEmpty = createPhraseFinder(new Map([...emptyWords, ...Object.values(senseWords).flat()].map((word) => [word, true])));
const numeral = new RegExp(`[${numeralCharacters}]`, 'u');
const letter = /\p{Script=Han}|\p{Script=Latin}/u;

/** A stretch of text that no everyday word explains. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The informative words of a text: what remains when everyday words, questions about aspects and numbers are taken out.
 *
 * Lone characters are dropped, since they are mostly what a dictionary-free cut leaves over. `covered` lists stretches
 * that are explained already.
 */
export function unknownWords(text: string, covered: readonly Stretch[] = []): readonly Stretch[] {
  const known = new Uint8Array(text.length);
  for (const { start, end } of [...covered, ...findEmpty(text), ...aspectPlaces(text)]) known.fill(1, start, end);
  const found: Stretch[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const character = text.charAt(at);
    const unknown = known[at] === 0 && letter.test(character) && !numeral.test(character);
    if (unknown && start < 0) start = at;
    if (unknown || start < 0) continue;
    if (at - start > 1) found.push({ start, end: at });
    start = -1;
  }
  return found;
}
