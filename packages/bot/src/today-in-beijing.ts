const eightHours = 8 * 60 * 60 * 1000;

/** The day it is in Beijing, ISO: halls count days by 北京时间, which has no summer time. */
export function todayInBeijing(now: number): string {
  return new Date(now + eightHours).toISOString().slice(0, 10);
}
