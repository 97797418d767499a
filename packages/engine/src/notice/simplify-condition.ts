import type { Condition } from '../model/condition.ts';
import type { Question } from '../model/question.ts';
import { joinAll } from './join-all.ts';
import { joinAny } from './join-any.ts';
import { optionValues, oppositeBounds } from './leaf.ts';

/**
 * Makes a condition ready to be put into words: negations are resolved, what is said twice is said once, and
 * the options of one question stand together. Conditions that differ only in order become equal.
 */
export function simplifyCondition(condition: Condition, questions: readonly Question[]): Condition {
  const simplify = (part: Condition): Condition => simplifyCondition(part, questions);
  if ('all' in condition) return joinAll(condition.all.map(simplify), questions);
  if ('any' in condition) return joinAny(condition.any.map(simplify), questions);
  if ('not' in condition) return simplifyNegation(condition.not, questions);
  // One option said twice, or out of order, is still the same choice.
  return 'is' in condition ? joinAny([condition], questions) : condition;
}

function simplifyNegation(condition: Condition, questions: readonly Question[]): Condition {
  const negated = (part: Condition): Condition => simplifyNegation(part, questions);
  if ('not' in condition) return simplifyCondition(condition.not, questions);
  if ('all' in condition) return joinAny(condition.all.map(negated), questions);
  if ('any' in condition) return joinAll(condition.any.map(negated), questions);
  if ('lacks' in condition) return { not: condition };
  if ('compare' in condition) {
    const { question, compare } = condition;
    return joinAny(
      oppositeBounds(compare).map((opposite) => ({ question, compare: opposite })),
      questions,
    );
  }
  const values = optionValues(condition.question, questions);
  if (values.length === 0) return { not: condition };
  return joinAny(
    [{ question: condition.question, is: values.filter((value) => !condition.is.includes(value)) }],
    questions,
  );
}
