import type { Bound, Comparison } from '../model/condition.ts';
import type { AnswerValue } from '../model/consultation.ts';
import type { Question } from '../model/question.ts';
import type { Answer } from '../model/situation.ts';
import type { Sentences } from './sentences.ts';

/** An answer as a statement: 身份证丢了, 16 到 59 周岁, 不清楚. */
export function answerInWords(question: Question, answer: Answer, sentences: Sentences): string {
  return answer.is === 'unsure' ? sentences.words.unsure : valueInWords(question, answer.value, sentences);
}

/** The value of an answer as a statement, also for offering it: an option's fact, a number, a date, a range. */
export function valueInWords(question: Question, value: AnswerValue, sentences: Sentences): string {
  if (question.kind === 'choice') {
    const option = question.options.find((candidate) => candidate.value === value);
    return option?.fact ?? option?.label ?? String(value);
  }
  const [, from = '', to = ''] = /^([\d.-]{0,20}?)\.\.([\d.-]{0,20})$/u.exec(String(value)) ?? [];
  if (from === '' && to === '') return pointInWords(question, pointOf(question, String(value)), sentences);
  if (isNext(from, to)) return pointInWords(question, pointOf(question, from), sentences);
  // A bound that the question itself sets says nothing: nobody is under 0.
  const opens = from === '' || Number(from) <= (question.min ?? -Infinity);
  const closes = to === '' || Number(to) > (question.max ?? Infinity);
  const compare: Comparison = {
    ...(opens ? {} : { gte: pointOf(question, from) }),
    ...(closes ? {} : { lt: pointOf(question, to) }),
  };
  return boundsInWords(question, compare, sentences);
}

/** Bounds of a number or date question in words, without the question's name: 16 到 59 周岁. */
export function boundsInWords(question: Question, compare: Comparison, sentences: Sentences): string {
  const { gte, lt } = compare;
  // Numbers are counted in whole units, so 16 以上不满 60 is said the short way: 16 到 59.
  if (typeof gte === 'number' && typeof lt === 'number')
    return sentences.words.fromTo(gte, lt - 1, question.unit ?? '');
  const said = (bound: Bound) => pointInWords(question, bound, sentences);
  const bounds = {
    ...(compare.gte === undefined ? {} : { gte: said(compare.gte) }),
    ...(compare.gt === undefined ? {} : { gt: said(compare.gt) }),
    ...(compare.lte === undefined ? {} : { lte: said(compare.lte) }),
    ...(compare.lt === undefined ? {} : { lt: said(compare.lt) }),
  };
  return question.kind === 'date' ? sentences.words.dateRange(bounds) : sentences.words.numberRange(bounds);
}

function pointInWords(question: Question, bound: Bound, { words }: Sentences): string {
  if (typeof bound === 'object') return words.dayFromToday(bound.today);
  return typeof bound === 'string' ? words.date(bound) : words.amount(bound, question.unit ?? '');
}

function pointOf(question: Question, text: string): Bound {
  return question.kind === 'number' ? Number(text) : text;
}

/** A half-open range that holds one whole number or one day is that number or day. */
function isNext(from: string, to: string): boolean {
  if (from === '' || to === '') return false;
  return Number(to) - Number(from) === 1 || Date.parse(to) - Date.parse(from) === 86_400_000;
}
