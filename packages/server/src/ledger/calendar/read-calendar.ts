import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { problemParts } from '../../http/problem-parts.ts';
import type { ProblemPart } from '../../problem.ts';
import type { Calendar } from './calendar.ts';

/** Why a calendar file cannot be used. */
export type CalendarFault =
  | { readonly code: 'calendar-not-found' }
  | { readonly code: 'calendar-not-json' }
  | { readonly code: 'calendar-invalid'; readonly errors: readonly ProblemPart[] };

const LONGEST_HOLIDAY = 60;
const DAY = 24 * 60 * 60 * 1000;

const day = v.pipe(
  v.string(),
  v.regex(/^20\d{2}-\d{2}-\d{2}$/),
  v.check((written) => isDay(written), 'a day that exists'),
);
const why = v.pipe(v.string(), v.minLength(1), v.maxLength(50));
const holiday = v.pipe(
  v.strictObject({ from: day, to: day, why }),
  v.check(({ from, to }) => isSpan(from, to), `from and to in order, at most ${String(LONGEST_HOLIDAY)} days`),
);
const calendarSchema = v.strictObject({
  source: v.pipe(v.string(), v.maxLength(200)),
  until: day,
  closed: v.pipe(v.array(holiday), v.maxLength(200)),
  open: v.pipe(v.array(v.strictObject({ on: day, why })), v.maxLength(200)),
});

/**
 * Reads a calendar of days off from a JSON file, or says what is wrong with it.
 *
 * @example
 * const calendar = readCalendar('/etc/onetrip/calendar.json');
 * if ('code' in calendar) throw new Error(calendar.code);
 */
export function readCalendar(path: string): Calendar | CalendarFault {
  const text = readText(path);
  if (text === undefined) return { code: 'calendar-not-found' };
  const json = parse(text);
  if (json === undefined) return { code: 'calendar-not-json' };
  const parsed = v.safeParse(calendarSchema, json);
  return parsed.success ? parsed.output : { code: 'calendar-invalid', errors: problemParts(parsed.issues) };
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** 2026-02-30 is March to a computer; a person who wrote it made a mistake. */
function isDay(written: string): boolean {
  const time = Date.parse(written);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(written);
}

function isSpan(from: string, to: string): boolean {
  const days = (Date.parse(to) - Date.parse(from)) / DAY;
  return days >= 0 && days < LONGEST_HOLIDAY;
}
