import { expect, test } from 'vitest';
import { randomReceiptNumber } from './receipt-number.ts';

const MILLION = 1_000_000;
const PLACES = 12;

/** Values of chi-square that chance exceeds once in a thousand times: with 9, 99 and 9999 degrees of freedom. */
const ONCE_IN_A_THOUSAND = { digits: 27.88, pairs: 148.23, groups: 10_442 };

/**
 * Of a million draws out of 10^11, about n²/2N = 5 meet an earlier one; more than 20 do once in twelve million times.
 * So a duplicate is no fault of the generator, and must be met where notices are kept: number-drawn-twice.test.ts.
 */
const MOST_DUPLICATES = 20;

test('a million numbers repeat no more often than chance allows, and no digit is likelier at any place', () => {
  // Fourteen samples are judged: that one of them looks uneven by chance is no rarity, in two millions running it is.
  const first = sample();
  const second = first.uneven.length === 0 ? first : sample();
  expect(first.duplicates + second.duplicates).toBeLessThanOrEqual(2 * MOST_DUPLICATES);
  expect(first.uneven.filter((what) => second.uneven.includes(what))).toEqual([]);
});

/** What a fold of too few random bits onto a range would show: its lower numbers come more often. */
function sample(): { readonly duplicates: number; readonly uneven: readonly string[] } {
  const numbers = new Float64Array(MILLION);
  const places = Array.from({ length: PLACES }, () => new Uint32Array(10));
  const firstTwo = new Uint32Array(100);
  const firstFour = new Uint32Array(10_000);
  for (let drawn = 0; drawn < MILLION; drawn += 1) {
    const number = randomReceiptNumber();
    numbers[drawn] = Number(number);
    for (let place = 0; place < PLACES; place += 1) count(places[place], number.charCodeAt(place) - 48);
    count(firstTwo, Number(number.slice(0, 2)));
    count(firstFour, Number(number.slice(0, 4)));
  }
  numbers.sort();
  const duplicates = numbers.reduce((sum, number, index) => sum + (number === numbers[index - 1] ? 1 : 0), 0);
  const { digits, pairs, groups } = ONCE_IN_A_THOUSAND;
  const uneven = [
    ...places.flatMap((counts, place) => (chiSquare(counts) > digits ? [`place ${String(place + 1)}`] : [])),
    ...(chiSquare(firstTwo) > pairs ? ['first two'] : []),
    ...(chiSquare(firstFour) > groups ? ['first four'] : []),
  ];
  return { duplicates, uneven };
}

function count(counts: Uint32Array | undefined, value: number): void {
  if (counts) counts[value] = (counts[value] ?? 0) + 1;
}

function chiSquare(counts: Uint32Array): number {
  const expected = MILLION / counts.length;
  return counts.reduce((sum, counted) => sum + (counted - expected) ** 2 / expected, 0);
}
