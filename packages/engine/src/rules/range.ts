import type { AnswerValue } from '../model/consultation.ts';

/**
 * A half-open stretch of a number or date line, in whole units: `from` is included, `to` is not.
 * Dates count as days since 1970-01-01.
 */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const millisPerDay = 86_400_000;
const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/** Turns an ISO date into the number of its day, or `undefined` when there is no such day. */
export function dayNumber(date: string): number | undefined {
  if (!isoDate.test(date)) return undefined;
  const millis = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(millis)) return undefined;
  const day = millis / millisPerDay;
  // V8 reads 2026-02-30 as 2 March; a citizen's typing mistake must not become another day.
  return isoDay(day) === date ? day : undefined;
}

/** Turns the number of a day back into its ISO date. */
export function isoDay(day: number): string {
  return new Date(day * millisPerDay).toISOString().slice(0, 10);
}

/**
 * Reads an answer to a number or date question: one value, or a range such as `16..60`, `..16`, `70..`.
 * Returns `undefined` when it is neither.
 */
export function readRange(value: AnswerValue, kind: 'number' | 'date'): Range | undefined {
  if (typeof value === 'number') return kind === 'number' ? single(value) : undefined;
  const dots = value.indexOf('..');
  if (dots < 0) return single(readPoint(value, kind) ?? Number.NaN);
  const low = value.slice(0, dots);
  const high = value.slice(dots + 2);
  const from = low === '' ? -Infinity : readPoint(low, kind);
  const to = high === '' ? Infinity : readPoint(high, kind);
  return from === undefined || to === undefined || from >= to ? undefined : { from, to };
}

/** Writes a range the way `readRange` reads it. */
export function writeRange(range: Range, kind: 'number' | 'date'): AnswerValue {
  const point = (at: number) => (Number.isFinite(at) ? (kind === 'date' ? isoDay(at) : String(at)) : '');
  return `${point(range.from)}..${point(range.to)}`;
}

function readPoint(text: string, kind: 'number' | 'date'): number | undefined {
  if (kind === 'date') return dayNumber(text);
  return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function single(at: number): Range | undefined {
  if (!Number.isFinite(at)) return undefined;
  const whole = Math.floor(at);
  return { from: whole, to: whole + 1 };
}
