import { expect, test } from 'vitest';
import { TokenBuckets } from './token-buckets.ts';

const taken = (buckets: TokenBuckets, times: number, now: number): number =>
  Array.from({ length: times }, () => buckets.take('a', now)).filter((wait) => wait === 0).length;

test('as many as the burst go at once, and one more for each interval that passes', () => {
  const buckets = new TokenBuckets({ perSecond: 2, burst: 5 }, 10);
  expect(taken(buckets, 9, 1000)).toBe(5);
  expect(buckets.take('a', 1000)).toBe(500);
  expect(taken(buckets, 9, 2000)).toBe(2);
  expect(taken(buckets, 9, 60_000)).toBe(5);
});

test('one key does not use up what another has', () => {
  const buckets = new TokenBuckets({ perSecond: 1, burst: 1 }, 10);
  expect([buckets.take('a', 0), buckets.take('b', 0), buckets.take('a', 0)]).toEqual([0, 0, 1000]);
});

test('a hundred thousand keys are not remembered', () => {
  const buckets = new TokenBuckets({ perSecond: 1, burst: 1 }, 1000);
  for (let key = 0; key < 100_000; key += 1) buckets.take(String(key), 0);
  expect(buckets.size).toBe(1000);
});
