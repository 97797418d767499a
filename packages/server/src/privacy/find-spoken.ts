import { classifyNumber } from './classify-number.ts';
import type { PersonalSpan } from './personal-kind.ts';

const DIGITS = '〇一二三四五六七八九';
/** As many as a mobile number or an id has; a voice input writes 一三八〇〇一三八〇〇〇. */
const SPOKEN = /[〇零一二三四五六七八九幺]{10,18}/g;

/** Finds numbers that are written out in Chinese digits. */
export function findSpoken(text: string): readonly PersonalSpan[] {
  return [...text.matchAll(SPOKEN)].flatMap((match) => {
    const written = match[0].replaceAll('零', '〇').replaceAll('幺', '一');
    const number = [...written].map((digit) => DIGITS.indexOf(digit)).join('');
    const kind = classifyNumber({ number, sizes: [number.length], international: false });
    return kind ? [{ kind, start: match.index, end: match.index + match[0].length }] : [];
  });
}
