import { describe, expect, test } from 'vitest';
import {
  groupReceiptNumber,
  isReceiptNumber,
  parseReceiptNumber,
  randomReceiptNumber,
  sayReceiptNumber,
} from './receipt-number.ts';
import { randomReceiptToken } from './receipt-token.ts';

const MILLION = 1_000_000;
const DIGITS = [...'0123456789'];

/** The value of chi-square with nine degrees of freedom that chance exceeds once in a thousand times. */
const ONCE_IN_A_THOUSAND = 27.88;

describe('a receipt number', () => {
  test('notices every wrong digit and every swap of neighbours, in a thousand numbers', () => {
    for (let tried = 0; tried < 1000; tried += 1) {
      const number = randomReceiptNumber();
      expect(isReceiptNumber(number), number).toBe(true);
      const missed = slips(number).filter(isReceiptNumber);
      expect(missed, number).toEqual([]);
    }
  });

  test('has digits that are all equally likely, in a million numbers', () => {
    // One sample in a thousand looks uneven by chance, two in a row one time in a million.
    const uneven = chiSquare() < ONCE_IN_A_THOUSAND ? 0 : chiSquare();
    expect(uneven).toBeLessThan(ONCE_IN_A_THOUSAND);
  });

  test('is printed in fours and read out digit by digit', () => {
    expect(groupReceiptNumber('482019355174')).toBe('4820 1935 5174');
    expect(sayReceiptNumber('482019355174')).toBe('四八二零，一九三五，五一七四');
  });
});

describe('what a clerk types', () => {
  const number = '000000000000';
  const real = randomReceiptNumber();

  test.each([
    ['as it is', real],
    ['in groups', groupReceiptNumber(real)],
    ['with hyphens', real.replace(/(.{4})(?=.)/g, '$1-')],
    ['with dashes of another kind', real.replace(/(.{3})(?=.)/g, '$1—')],
    ['in full width', real.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
    ['with blanks in full width around it', `　${real}　`],
    ['as it is said', sayReceiptNumber(real)],
    ['with 幺 for one', sayReceiptNumber(real).replaceAll('一', '幺')],
    ['in formal figures', sayReceiptNumber(real).replace(/[零一二三四五六七八九]/g, (word) => FORMAL[word] ?? word)],
    ['with its heading', `编号：${groupReceiptNumber(real)}`],
    ['with characters that cannot be seen', `${real.slice(0, 5)}\u200b${real.slice(5)}\ufeff`],
  ])('is understood %s', (_, typed) => {
    expect(parseReceiptNumber(typed)).toBe(real);
  });

  test.each([
    '',
    '12',
    real.slice(1),
    `${real}0`,
    `${real} ${real}`,
    'abcdefghijkl',
    `-1e9${number}`,
    '点'.repeat(500),
  ])('is no number when it is %j', (typed) => {
    expect(parseReceiptNumber(typed)).toBeUndefined();
  });
});

test('of a million tokens no two are the same, and each has 128 bits', () => {
  const tokens = new Set(Array.from({ length: MILLION }, randomReceiptToken));
  expect(tokens.size).toBe(MILLION);
  const [first = ''] = tokens;
  expect(Buffer.from(first, 'base64url')).toHaveLength(16);
});

const FORMAL: Readonly<Record<string, string>> = {
  ...{ 零: '〇', 一: '壹', 二: '贰', 三: '叁', 四: '肆' },
  ...{ 五: '伍', 六: '陆', 七: '柒', 八: '捌', 九: '玖' },
};

/** All numbers that one wrong digit or one swap of neighbours makes of a number. */
function slips(number: string): readonly string[] {
  const wrong = [...number].flatMap((digit, place) =>
    DIGITS.filter((other) => other !== digit).map((other) => number.slice(0, place) + other + number.slice(place + 1)),
  );
  const swapped = [...number].flatMap((digit, place) => {
    const next = number[place + 1];
    if (next === undefined || next === digit) return [];
    return [number.slice(0, place) + next + digit + number.slice(place + 2)];
  });
  return [...wrong, ...swapped];
}

/** How unevenly the eleven random digits of a million numbers fall. */
function chiSquare(): number {
  const counts = new Array<number>(10).fill(0);
  for (let drawn = 0; drawn < MILLION; drawn += 1) {
    const number = randomReceiptNumber();
    for (let place = 0; place < 11; place += 1) {
      const digit = number.charCodeAt(place) - 48;
      counts[digit] = (counts[digit] ?? 0) + 1;
    }
  }
  const expected = (MILLION * 11) / 10;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}
