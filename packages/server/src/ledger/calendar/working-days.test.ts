import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOLIDAYS } from './holidays.ts';
import { WorkingDays } from './working-days.ts';

const days = new WorkingDays(HOLIDAYS);

/** Days of two years, the second one without any arrangement. */
const anyDay = fc
  .integer({ min: Date.UTC(2025, 11, 1) / 864e5, max: Date.UTC(2027, 11, 31) / 864e5 })
  .map((day) => new Date(day * 864e5).toISOString().slice(0, 10));
const anyCount = fc.integer({ min: 1, max: 60 });

describe('working days', () => {
  test.each([
    ['2026-11-23', 1, '2026-11-24', 'from Monday to Tuesday'],
    ['2026-11-20', 1, '2026-11-23', 'over a weekend'],
    ['2026-11-21', 1, '2026-11-23', 'from a Saturday'],
    ['2026-09-30', 1, '2026-10-08', 'over the National Day holiday'],
    ['2026-09-30', 3, '2026-10-10', 'onto a Saturday that is worked on'],
    ['2026-09-18', 1, '2026-09-20', 'onto a Sunday that is worked on'],
    ['2026-02-13', 1, '2026-02-14', 'onto the day before the Spring Festival'],
    ['2026-02-13', 2, '2026-02-24', 'over the Spring Festival'],
    ['2025-12-31', 1, '2026-01-04', 'over New Year, onto a Sunday'],
    ['2026-11-22', 15, '2026-12-11', 'fifteen from a Sunday'],
  ])('from %s, %i of them, lead to %s: %s', (from, count, to) => {
    expect(days.add(from, count)).toBe(to);
  });

  test('always end on a working day later than the first', () => {
    fc.assert(
      fc.property(anyDay, anyCount, (from, count) => {
        const due = days.add(from, count);
        return due > from && days.isWorkingDay(due);
      }),
    );
  });

  test('one more is always later, and a later start never ends earlier', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyCount, (one, other, count) => {
        const [early = one, late = other] = [one, other].sort();
        return days.add(early, count + 1) > days.add(early, count) && days.add(late, count) >= days.add(early, count);
      }),
    );
  });

  test('counted at once are the same as counted one by one', () => {
    fc.assert(
      fc.property(anyDay, anyCount, (from, count) => {
        let step = from;
        for (let counted = 0; counted < count; counted += 1) step = days.add(step, 1);
        return step === days.add(from, count);
      }),
    );
  });

  test('of the arrangement give 248 in 2026', () => {
    const year = Array.from({ length: 365 }, (_, index) =>
      new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
    );
    expect(year.filter((day) => days.isWorkingDay(day))).toHaveLength(248);
  });

  test('without a calendar are Monday to Friday', () => {
    const plain = new WorkingDays({ source: '', until: '2026-01-01', closed: [], open: [] });
    expect(plain.add('2026-09-30', 1)).toBe('2026-10-01');
    expect(plain.isWorkingDay('2026-10-10')).toBe(false);
  });
});
