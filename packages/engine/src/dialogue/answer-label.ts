import type { AnswerValue } from '../model/consultation.ts';
import type { Question } from '../model/question.ts';
import type { Answer } from '../model/situation.ts';
import { isoDay, readRange } from '../rules/range.ts';
import type { Range } from '../rules/range.ts';
import type { Sentences } from '../text/sentences.ts';

/** An answer as a statement: 身份证丢了, 16 周岁以上不满 60 周岁, 不清楚. */
export function answerLabel(question: Question, answer: Answer, sentences: Sentences): string {
  if (answer.is === 'unsure') return sentences.words.unsure;
  const option = question.options.find(({ value }) => value === answer.value);
  if (option !== undefined) return option.fact ?? option.label;
  return valueLabel(question, answer.value, sentences);
}

/** A number, a date or a range of either, in words. */
export function valueLabel(question: Question, value: AnswerValue, sentences: Sentences): string {
  const range = question.kind === 'choice' ? undefined : readRange(value, question.kind);
  return range === undefined ? String(value) : rangeLabel(question, range, sentences);
}

function rangeLabel(question: Question, range: Range, sentences: Sentences): string {
  const { words } = sentences;
  const date = question.kind === 'date';
  const point = (at: number) => (date ? words.date(isoDay(at)) : words.amount(at, question.unit ?? ''));
  if (range.to === range.from + 1) return point(range.from);
  // A bound that the question itself sets says nothing: nobody is under 0.
  const opens = range.from <= (question.min ?? -Infinity);
  const closes = range.to > (question.max ?? Infinity);
  const bounds = { ...(opens ? {} : { gte: point(range.from) }), ...(closes ? {} : { lt: point(range.to) }) };
  return date ? words.dateRange(bounds) : words.numberRange(bounds);
}
