import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../test-support/runs.ts';
import { dayNumber, isoDay, readRange, writeRange } from './range.ts';

describe('reading a range', () => {
  it('reads single values and half-open ranges', () => {
    expect(readRange(8, 'number')).toEqual({ from: 8, to: 9 });
    expect(readRange('16..60', 'number')).toEqual({ from: 16, to: 60 });
    expect(readRange('..16', 'number')).toEqual({ from: -Infinity, to: 16 });
    expect(readRange('70..', 'number')).toEqual({ from: 70, to: Infinity });
    expect(readRange('2026-01-01', 'date')).toEqual({ from: 20_454, to: 20_455 });
  });

  it.each(['', 'abc', '60..16', '1..1', '1e9', '0x10', ' 8', '..x', 'x..5', '9'.repeat(400), Number.NaN, Infinity])(
    'refuses %j as a number',
    (text) => {
      expect(readRange(text, 'number')).toBeUndefined();
    },
  );

  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '+012026-01', 'today', 5])('refuses %j as a date', (value) => {
    expect(readRange(value, 'date')).toBeUndefined();
  });

  it('rounds a number down to its unit', () => {
    expect(readRange(7.9, 'number')).toEqual({ from: 7, to: 8 });
  });

  it('writes what is open on one side, or on both', () => {
    expect(writeRange({ from: -Infinity, to: 16 }, 'number')).toBe('..16');
    expect(writeRange({ from: 20_454, to: Infinity }, 'date')).toBe('2026-01-01..');
    expect(writeRange({ from: -Infinity, to: Infinity }, 'date')).toBe('..');
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 1, max: 999 }), (from, length) => {
        const range = { from, to: from + length };
        expect(readRange(writeRange(range, 'number'), 'number')).toEqual(range);
        const days = { from: Math.floor(from / 10), to: Math.floor(from / 10) + length };
        expect(readRange(writeRange(days, 'date'), 'date')).toEqual(days);
      }),
      runs(100),
    );
  });

  it('counts days so that every day has one number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (day) => {
        expect(dayNumber(isoDay(day))).toBe(day);
      }),
      runs(1_000),
    );
  });
});
