import { emptyWords, senseWords } from '../words/everyday-words.ts';
import { createPhraseFinder } from '../words/phrases.ts';
import { numeralCharacters } from '../words/numerals.ts';
import { aspectPlaces } from './aspects.ts';

const findEmpty = createPhraseFinder(
  new Map([...emptyWords, ...Object.values(senseWords).flat()].map((word) => [word, true])),
);
const numeral = new RegExp(`[${numeralCharacters}]`, 'u');
/** 荣成市, 鄞州区, d11市: where someone lives tells no item. */
const place = /(?:\p{Script=Han}{2,3}|[a-z]\d{0,2})(?:省|市|县|区|镇|乡|村|街道|社区|办事处)/gu;
const letter = /\p{Script=Han}|\p{Script=Latin}/u;

/** A stretch of text that no everyday word explains. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The informative words of a text: what remains when everyday words, questions about aspects and numbers are taken out.
 *
 * `covered` lists stretches that are explained already. A small word stays when the knowledge knows it as part of a
 * larger one: 份 counts a copy, but not in 身份.
 */
export function unknownWords(
  text: string,
  { covered = [], isWord }: { covered?: readonly Stretch[]; isWord?: (pair: string) => boolean } = {},
): readonly Stretch[] {
  const known = new Uint8Array(text.length);
  const empty = findEmpty(text);
  for (const { start, end } of [...covered, ...empty, ...aspectPlaces(text)]) known.fill(1, start, end);
  for (const { 0: found, index } of text.matchAll(place)) known.fill(1, index, index + found.length);
  for (const { start, end } of isWord === undefined ? [] : empty) {
    if (end - start > 1) continue;
    const belongs = (other: number): boolean =>
      known[other] === 0 && isWord?.(text.slice(Math.min(start, other), Math.max(start, other) + 1)) === true;
    if ((start > 0 && belongs(start - 1)) || belongs(end)) known[start] = 2;
  }
  const found: Stretch[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const character = text.charAt(at);
    const unknown = known[at] !== 1 && letter.test(character) && !numeral.test(character);
    if (unknown && start < 0) start = at;
    if (unknown || start < 0) continue;
    found.push({ start, end: at });
    start = -1;
  }
  return found;
}
