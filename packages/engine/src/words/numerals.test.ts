import { describe, expect, it } from 'vitest';
import { readNumber } from './numerals.ts';

describe('readNumber', () => {
  it.each([
    ['72', 72],
    ['７２', 72],
    ['八', 8],
    ['十', 10],
    ['十六', 16],
    ['二十五', 25],
    ['廿五', 25],
    ['七十', 70],
    ['两百', 200],
    ['一百零五', 105],
    ['一百五', 150],
    ['三千零五', 3005],
    ['二零零八', 2008],
    ['〇', 0],
    ['壹佰贰拾', 120],
  ])('reads %s as %i', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each(['', '百', '十十', '百十', '一二百', '八岁', 'abc', '12345', '-1', '1.5'])(
    'reads no number in %j',
    (text) => {
      expect(readNumber(text)).toBeUndefined();
    },
  );
});
