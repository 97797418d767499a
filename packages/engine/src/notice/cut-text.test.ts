import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteLength } from './byte-length.ts';
import { cutText } from './cut-text.ts';

const bare = (text: string) => text.replace(/\s/gu, '');
const unmarked = (part: string) => part.replace(/\n\(\d+\/\d+\)$/u, '');

describe('cutText', () => {
  it('leaves a text that fits as it is', () => {
    expect(cutText('带身份证', 32)).toEqual(['带身份证']);
  });

  it('cuts between entries and keeps a heading with its first entry, details with theirs', () => {
    const text = '要带的（2 样）\n1. 居民户口簿\n   原件 1 份\n2. 居民身份证\n   原件 1 份';
    expect(cutText(text, 70)).toEqual([
      '要带的（2 样）\n1. 居民户口簿\n   原件 1 份\n(1/2)',
      '2. 居民身份证\n   原件 1 份\n(2/2)',
    ]);
  });

  it('cuts an entry that is too long by itself at the end of a sentence', () => {
    expect(cutText('先到派出所补领户口簿。再到窗口取号。', 42)).toEqual([
      '先到派出所补领户口簿。\n(1/2)',
      '再到窗口取号。\n(2/2)',
    ]);
  });

  it('cuts a long sentence at its commas, and counts no white space at a cut', () => {
    const text = '\u3000\n带身份证，带户口簿，带照片，到窗口取号排队办理。\n\n   回执     取证           。   \n';
    expect(cutText(text, 46)).toEqual([
      '带身份证，带户口簿，\n(1/4)',
      '带照片，\n(2/4)',
      '到窗口取号排队办理。\n(3/4)',
      '回执     取证           。\n(4/4)',
    ]);
  });

  it('cuts between characters where there is nothing else, and never inside one', () => {
    expect(cutText('😀'.repeat(10), 32)).toEqual([`${'😀'.repeat(6)}\n(1/2)`, `${'😀'.repeat(4)}\n(2/2)`]);
  });

  it('counts bytes and not characters', () => {
    expect(byteLength('a户😀')).toBe(8);
  });

  it('refuses a size that could not hold a mark and a word', () => {
    expect(() => cutText('带身份证', 31)).toThrow(RangeError);
  });

  it('loses no character, and no part is too long', () => {
    const word = fc.constantFrom(
      '户口簿',
      '原件 1 份',
      'ID card',
      '，',
      '。',
      '；',
      '\n',
      '\n\n',
      '\n   ',
      '😀',
      'ab',
      '1. ',
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 120 }).map((words) => words.join('')),
        fc.integer({ min: 32, max: 400 }),
        (text, maxBytes) => {
          const parts = cutText(text, maxBytes);
          expect(parts.every((part) => byteLength(part) <= maxBytes)).toBe(true);
          expect(bare(parts.map(unmarked).join(''))).toBe(bare(text));
          if (parts.length > 1) {
            const marks = parts.map((part) => /\((\d+)\/(\d+)\)$/u.exec(part)?.slice(1).map(Number));
            expect(marks).toEqual(parts.map((_, index) => [index + 1, parts.length]));
          }
        },
      ),
    );
  });
});
