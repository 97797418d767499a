import type { OpeningHours, Weekday } from '../model/region.ts';
import { dayNumber, isoDay } from '../rules/range.ts';
import type { WritingSentences } from '../text/notice-sentences.ts';

/** Monday first, as a notice lists them. */
const week: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Closures beyond this many days are no help to who plans a visit now. */
const foreseeableDays = 30;

/** How far to look for the next opening; a hall closed for longer says so in words. */
const searchedDays = 60;

/** A moment in the hall's local time. */
export interface Moment {
  /** ISO date. */
  readonly date: string;
  /** HH:MM */
  readonly time: string;
}

/** Whether a hall is open. */
export interface Openness {
  readonly open: boolean;
  /** When it closes next, on the same day. Present while open. */
  readonly until?: string;
  /** When it opens next. Present while closed, unless it does not open within the next weeks. */
  readonly next?: Moment;
}

/** Tells whether a hall is open at a moment, and when that changes. */
export function isOpen(hours: OpeningHours, at: Moment): Openness {
  const now = spansOn(hours, at.date).find(({ from, to }) => from <= at.time && at.time < to);
  if (now !== undefined) return { open: true, until: now.to };
  const today = dayNumber(at.date);
  if (today === undefined) return { open: false };
  for (let day = 0; day <= searchedDays; day++) {
    const date = isoDay(today + day);
    const [first] = spansOn(hours, date).filter(({ from }) => day > 0 || from > at.time);
    if (first !== undefined) return { open: false, next: { date, time: first.from } };
  }
  return { open: false };
}

/** Opening hours as a notice prints them: the week, then what departs from it soon. */
export function hoursInWords(hours: OpeningHours, today: string, words: WritingSentences): readonly string[] {
  const known = lastWritten.get(hours);
  if (known?.today === today && known.words === words) return known.lines;
  const lines = [
    ...weekInWords(hours, words),
    ...closuresInWords(hours, today, words),
    ...extraDays(hours, today, words),
  ];
  lastWritten.set(hours, { today, words, lines });
  return lines;
}

interface WrittenHours {
  readonly today: string;
  readonly words: WritingSentences;
  readonly lines: readonly string[];
}

/** Everybody who comes to a notice on one day reads the same hours of a hall. */
const lastWritten = new WeakMap<OpeningHours, WrittenHours>();

interface Span {
  readonly from: string;
  readonly to: string;
}

function spansOn(hours: OpeningHours, date: string): readonly Span[] {
  if (hours.closed.some(({ on }) => on === date)) return [];
  const day = dayNumber(date);
  const usual = day === undefined ? undefined : week[(day + 3) % 7]; // 1970-01-01 was a Thursday
  const as = hours.open.find(({ on }) => on === date)?.as ?? usual;
  return as === undefined ? [] : weekdaySpans(hours, as);
}

function weekdaySpans({ weekly }: OpeningHours, day: Weekday): readonly Span[] {
  return weekly.filter(({ days }) => days.includes(day)).sort((a, b) => (a.from < b.from ? -1 : 1));
}

function weekInWords(hours: OpeningHours, words: WritingSentences): readonly string[] {
  const daysOf = new Map<string, Weekday[]>();
  for (const day of week) {
    const times = weekdaySpans(hours, day)
      .map(({ from, to }) => `${from}–${to}`)
      .join(' ');
    if (times !== '') daysOf.set(times, [...(daysOf.get(times) ?? []), day]);
  }
  return [...daysOf].map(([times, days]) => `${daysInWords(days, words)} ${times}`);
}

/** 周一至周五、周日; two days in a row are named, not stretched. */
function daysInWords(days: readonly Weekday[], words: WritingSentences): string {
  if (days.length === week.length) return words.everyDay;
  const runs: Weekday[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && week.indexOf(day) === week.indexOf(last) + 1) run.push(day);
    else runs.push([day]);
  }
  const named = runs.flatMap((run) => {
    const [first] = run;
    const last = run.at(-1);
    if (first === undefined || last === undefined) return [];
    return run.length > 2 ? [words.dayRange(first, last)] : run.map((day) => words.weekdays[day]);
  });
  return named.join('、');
}

function isSoon(date: string, today: string): boolean {
  const now = dayNumber(today);
  const day = dayNumber(date);
  return now !== undefined && day !== undefined && day >= now && day < now + foreseeableDays;
}

function closuresInWords({ closed }: OpeningHours, today: string, words: WritingSentences): readonly string[] {
  const soon = closed.filter(({ on }) => isSoon(on, today)).sort((a, b) => (a.on < b.on ? -1 : 1));
  const runs: { from: string; to: string; why: string }[] = [];
  for (const { on, why } of soon) {
    const run = runs.at(-1);
    if (run?.why === why && dayNumber(on) === (dayNumber(run.to) ?? 0) + 1) run.to = on;
    else runs.push({ from: on, to: on, why });
  }
  return runs.map(({ from, to, why }) => words.closedDays(from, to, why));
}

function extraDays({ open }: OpeningHours, today: string, words: WritingSentences): readonly string[] {
  const soon = open.filter(({ on }) => isSoon(on, today)).sort((a, b) => (a.on < b.on ? -1 : 1));
  return soon.map(({ on, as }) => words.openOn(on, as));
}
