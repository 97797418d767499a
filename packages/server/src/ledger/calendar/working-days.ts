import type { Calendar } from './calendar.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Counts working days by a calendar. Days are ISO dates, so no time zone can shift them. */
export class WorkingDays {
  /** The last day that the calendar speaks about. */
  readonly until: string;
  readonly #closed: ReadonlySet<string>;
  readonly #open: ReadonlySet<string>;

  constructor(calendar: Calendar) {
    this.until = calendar.until;
    this.#closed = new Set(calendar.closed.flatMap(({ from, to }) => daysBetween(from, to)));
    this.#open = new Set(calendar.open.map(({ on }) => on));
  }

  /** Whether people work on a day: by the calendar, else by the week. */
  isWorkingDay(day: string): boolean {
    if (this.#open.has(day)) return true;
    if (this.#closed.has(day)) return false;
    const weekday = new Date(day).getUTCDay();
    return weekday !== 0 && weekday !== 6;
  }

  /** The working day that is `count` working days after a day; the day itself does not count. `count` is at least 1. */
  add(day: string, count: number): string {
    let reached = day;
    for (let left = count; left > 0;) {
      reached = nextDay(reached);
      if (this.isWorkingDay(reached)) left -= 1;
    }
    return reached;
  }
}

function daysBetween(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = nextDay(day)) days.push(day);
  return days;
}

function nextDay(day: string): string {
  return new Date(Date.parse(day) + DAY).toISOString().slice(0, 10);
}
