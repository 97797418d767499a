import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAges } from './ages.ts';

function spans(text: string): readonly string[] {
  return findAges(text).map(({ from, to }) => `${from}..${to ?? ''}`);
}

describe('findAges', () => {
  it.each([
    ['八岁的儿子', '8..9'],
    ['72 岁', '72..73'],
    ['我妈72了，驾照到期了', '72..73'],
    ['我妈 72 了', '72..73'],
    ['我妈72驾照到期', '72..73'],
    ['奶奶八十了', '80..81'],
    ['半岁', '0..1'],
    ['一岁半', '1..2'],
    ['刚满16', '16..17'],
    ['满16周岁', '16..'],
    ['16周岁以上', '16..'],
    ['未满16', '0..16'],
    ['不到16岁', '0..16'],
    // People say 以下 for 不满; the law's 以下 includes the number.
    ['16岁以下', '0..16'],
    ['十五六岁', '15..17'],
    ['二十七八岁', '27..29'],
    ['三四十岁', '30..50'],
    ['70多岁', '70..80'],
    ['快70了', '69..70'],
    ['刚出生', '0..1'],
    ['新生儿上户口', '0..1'],
    ['八个月', '0..1'],
    ['孩子八个月', '0..1'],
    ['十八个月大', '1..2'],
  ])('reads %s as %s', (text, span) => {
    expect(spans(text)).toEqual([span]);
  });

  it.each([
    ['过期三个月', 'a time, not an age'],
    ['怀孕八个月', 'not born yet'],
    ['孩子3个', 'a number of children'],
    ['我妈12号去办', 'a day'],
    ['孩子一起办', 'the numeral belongs to 一起'],
    ['要3张照片', 'a number of photos'],
    ['两年了', 'a duration'],
    ['电话13800000000', 'a telephone number'],
    ['300岁', 'nobody is that old'],
  ])('finds no age in %s: %s', (text) => {
    expect(spans(text)).toEqual([]);
  });

  it('finds each of several ages where it stands', () => {
    expect(findAges('我35岁，儿子8岁').map(({ from, start }) => [from, start])).toEqual([
      [35, 1],
      [8, 7],
    ]);
  });

  it('never throws and keeps its places inside the text', () => {
    const pieces = fc.constantFrom(
      '八',
      '十',
      '6',
      '岁',
      '半',
      '我妈',
      '了',
      '个月',
      '孩子',
      '未满',
      '多',
      '以上',
      '，',
      '零',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 120 }), (parts) => {
        const text = parts.join('');
        for (const { from, start, end } of findAges(text)) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
