const HOUR = 60 * 60 * 1000;

/** A moment as people in Beijing write it: 2026-11-22 23:30. */
export function beijingTime(at: number): string {
  return new Date(at + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ');
}

/** The moment a day begins in Beijing. */
export function startOfDay(day: string): number {
  return Date.parse(day) - 8 * HOUR;
}

/** The moment a day is over in Beijing. */
export function startOfNextDay(day: string): number {
  return startOfDay(day) + 24 * HOUR;
}
