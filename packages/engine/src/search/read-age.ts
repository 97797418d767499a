import type { AnswerValue } from '../model/consultation.ts';
import type { Question } from '../model/question.ts';
import { writeRange } from '../rules/range.ts';
import { findAges } from '../words/ages.ts';
import type { Age } from '../words/ages.ts';

const beneficiary = /(?:给|帮|替|为)[^，。,.;；]{0,12}$/u;

/** Reads the age a message tells as an answer, if the question is about one. */
export function readAge(text: string, question: Question): AnswerValue | undefined {
  if (!asksAge(question)) return undefined;
  const values = (ages: readonly Age[]): ReadonlySet<AnswerValue> =>
    new Set(ages.flatMap((age) => ageAnswer(age, question) ?? []));
  const ages = findAges(text);
  const all = values(ages);
  if (all.size === 1) return [...all][0];
  // Several people: the one it is for counts (我三十五岁，给八岁的儿子办).
  const meant = values(ages.filter(({ start }) => beneficiary.test(text.slice(0, start))));
  return meant.size === 1 ? [...meant][0] : undefined;
}

/** Whether an age could answer the question. */
export function asksAge(question: Question): boolean {
  if (question.kind === 'choice') return question.options.some(({ ages }) => ages !== undefined);
  return question.kind === 'number' && /岁|龄|多大/u.test(`${question.unit ?? ''}${question.name}${question.ask}`);
}

/** An age as an answer: the option that holds all of it, or the number, or the range. */
export function ageAnswer(age: Age, question: Question): AnswerValue | undefined {
  const to = age.to ?? Infinity;
  if (question.kind === 'choice') {
    const fitting = question.options.filter(
      ({ ages }) => ages !== undefined && age.from >= (ages.from ?? 0) && to <= (ages.to ?? Infinity),
    );
    return fitting.length === 1 ? fitting[0]?.value : undefined;
  }
  if (to <= (question.min ?? -Infinity) || age.from > (question.max ?? Infinity)) return undefined;
  if (to === age.from + 1) return age.from;
  return writeRange({ from: age.from === 0 ? -Infinity : age.from, to }, 'number');
}
