import { todayInBeijing } from '../clock.ts';
import type { WorkingDays } from './calendar/working-days.ts';

/** The day something found at a moment is due. */
export type DueDay = (at: number) => string;

/** So many working days after the day it is found. The number is a setting: no national rule names one. */
export function dueAfter(days: WorkingDays, count: number): DueDay {
  return (at) => days.add(todayInBeijing({ now: () => at }), count);
}
