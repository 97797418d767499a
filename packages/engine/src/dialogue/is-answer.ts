import type { AnswerValue } from '../model/consultation.ts';
import type { Question } from '../model/question.ts';
import { readRange } from '../rules/range.ts';

/** Whether a question can be answered so: one of its options, or a number or date within its bounds. */
export function isAnswer(question: Question, value: AnswerValue): boolean {
  if (question.kind === 'choice') return question.options.some((option) => option.value === value);
  const range = readRange(value, question.kind);
  if (range === undefined) return false;
  return range.to > (question.min ?? -Infinity) && range.from <= (question.max ?? Infinity);
}
