/** Tells the time; passed in so that tests decide what time it is. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Date.now() };

const EIGHT_HOURS = 8 * 60 * 60 * 1000;

/** The day it is in Beijing, ISO: halls count days by 北京时间, which has no summer time. */
export function todayInBeijing(clock: Clock): string {
  return new Date(clock.now() + EIGHT_HOURS).toISOString().slice(0, 10);
}
