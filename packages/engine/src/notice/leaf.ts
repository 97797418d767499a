import type { Comparison, Condition } from '../model/condition.ts';
import type { Question } from '../model/question.ts';

/** "The answer is one of these", the leaf that joins with others of its question. */
export type ChoiceLeaf = Extract<Condition, { is: unknown }>;

/** "The answer lies between these", the leaf whose bounds join with others of its question. */
export type RangeLeaf = Extract<Condition, { compare: unknown }>;

/** Tells a leaf about options from the other conditions. */
export function isChoice(condition: Condition): condition is ChoiceLeaf {
  return 'is' in condition;
}

/** Tells a leaf about bounds from the other conditions. */
export function isRange(condition: Condition): condition is RangeLeaf {
  return 'compare' in condition;
}

/** Tells whether a simplified condition holds whatever the answers. */
export function isAlways(condition: Condition): boolean {
  return 'all' in condition && condition.all.length === 0;
}

/** Tells whether a simplified condition cannot hold. */
export function isNever(condition: Condition): boolean {
  return 'any' in condition && condition.any.length === 0;
}

/** The values of a choice question in the author's order; empty for other questions. */
export function optionValues(question: string, questions: readonly Question[]): readonly string[] {
  return questions.find(({ id }) => id === question)?.options.map(({ value }) => value) ?? [];
}

/** Tells whether options leave no answer out. A question that may not apply always leaves that out. */
export function coversAll(leaf: ChoiceLeaf, questions: readonly Question[]): boolean {
  const question = questions.find(({ id }) => id === leaf.question);
  if (question === undefined || question.askWhen !== undefined || question.options.length === 0) return false;
  return question.options.every(({ value }) => leaf.is.includes(value));
}

/** Bounds of which at least one holds exactly when the given bounds do not. */
export function oppositeBounds({ gte, gt, lte, lt }: Comparison): readonly Comparison[] {
  return [
    ...(gte === undefined ? [] : [{ lt: gte }]),
    ...(gt === undefined ? [] : [{ lte: gt }]),
    ...(lte === undefined ? [] : [{ gt: lte }]),
    ...(lt === undefined ? [] : [{ gte: lt }]),
  ];
}

/** The same content always written the same way, to tell equal conditions. */
export function keyOf(condition: Condition): string {
  return JSON.stringify(condition);
}

/** Puts conditions into the order of the questions and drops repetitions, so that order never makes a difference. */
export function inQuestionOrder(parts: readonly Condition[], questions: readonly Question[]): readonly Condition[] {
  const rank = (part: Condition): number => {
    const first = firstQuestion(part);
    const index = questions.findIndex(({ id }) => id === first);
    return index < 0 ? questions.length : index;
  };
  const unique = [...new Map(parts.map((part) => [keyOf(part), part]))];
  return unique
    .map(([key, part]) => ({ key, part, rank: rank(part) }))
    .sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1))
    .map(({ part }) => part);
}

function firstQuestion(condition: Condition): string | undefined {
  if ('all' in condition) return condition.all[0] && firstQuestion(condition.all[0]);
  if ('any' in condition) return condition.any[0] && firstQuestion(condition.any[0]);
  if ('not' in condition) return firstQuestion(condition.not);
  return 'question' in condition ? condition.question : undefined;
}
