import type { AskedQuestion, Input } from '@onetrip/engine';
import { plainWords } from './plain-words.ts';

const datePattern = /^(\d{4})\s{0,2}[-./年]?\s{0,2}(\d{1,2})\s{0,2}[-./月]?\s{0,2}(\d{1,2})\s{0,2}[日号]?$/u;

/**
 * A number or a date typed in answer to a question that asks for one, or `undefined`.
 *
 * A bare 0 is not a value: on every question it means 不清楚. With its unit (0 岁, 0 周岁) it is one.
 */
export function readValue(message: string, question: AskedQuestion): Input | undefined {
  const words = plainWords(message);
  if (question.kind === 'number') {
    const bare = withoutUnit(words, question.unit ?? '').trim();
    return /^\d+(?:\.\d+)?$/u.test(bare) && words !== '0'
      ? { kind: 'answer', question: question.id, value: Number(bare) }
      : undefined;
  }
  if (question.kind === 'date') {
    const date = readDate(words);
    return date === undefined ? undefined : { kind: 'answer', question: question.id, value: date };
  }
  return undefined;
}

/** People say 岁 where the question says 周岁. */
function withoutUnit(words: string, unit: string): string {
  const said = [unit, unit.replace(/^周/u, '')].find((word) => word !== '' && words.endsWith(word));
  return said === undefined ? words : words.slice(0, -said.length);
}

/** ISO date, or `undefined` for a day that the calendar does not have. */
function readDate(words: string): string | undefined {
  const [, year, month, day] = datePattern.exec(words) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso) ? iso : undefined;
}
