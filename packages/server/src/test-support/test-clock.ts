import type { Clock } from '../clock.ts';

/** 2026-11-22, 23:30 in Beijing, when it is still the afternoon in Greenwich. */
export const SUNDAY_NIGHT = Date.UTC(2026, 10, 22, 15, 30);

/** A clock that stands still until a test moves it. */
export function testClock(start = SUNDAY_NIGHT): Clock & { pass(milliseconds: number): void } {
  let now = start;
  return {
    now: () => now,
    pass: (milliseconds) => {
      now += milliseconds;
    },
  };
}
