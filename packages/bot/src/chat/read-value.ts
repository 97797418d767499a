import type { AskedQuestion, Input } from '@onetrip/engine';
import { plainWords } from './plain-words.ts';

const datePattern = /^(\d{4})\s*[-./年]?\s*(\d{1,2})\s*[-./月]?\s*(\d{1,2})\s*[日号]?$/u;

/** A number or a date typed in answer to a question that asks for one, or `undefined`. */
export function readValue(message: string, question: AskedQuestion): Input | undefined {
  const words = plainWords(message);
  if (question.kind === 'number') {
    const bare = words.endsWith(question.unit ?? ' ') ? words.slice(0, -(question.unit ?? '').length) : words;
    return /^\d+(?:\.\d+)?$/u.test(bare.trim())
      ? { kind: 'answer', question: question.id, value: Number(bare.trim()) }
      : undefined;
  }
  if (question.kind === 'date') {
    const date = readDate(words);
    return date === undefined ? undefined : { kind: 'answer', question: question.id, value: date };
  }
  return undefined;
}

/** ISO date, or `undefined` for a day that the calendar does not have. */
function readDate(words: string): string | undefined {
  const [, year, month, day] = datePattern.exec(words) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso) ? iso : undefined;
}
