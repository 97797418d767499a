import type { Condition } from '../../model/condition.ts';
import type { Question } from '../../model/question.ts';
import { boundsInWords } from '../../text/answer-in-words.ts';
import { sentencesOf } from '../../text/sentences-of.ts';
import type { MaterialName } from './say-case.ts';
import { sayValue } from './say-case.ts';

/** What a condition is said with. */
export interface ConditionWords {
  readonly questions: readonly Question[];
  readonly nameOf: MaterialName;
}

/** A condition as its author wrote it, in words: 年龄不满 16 周岁并且（身份证丢了或者身份证到期了）. */
export function sayCondition(condition: Condition, words: ConditionWords): string {
  if ('all' in condition) return sayParts(condition.all, '并且', words);
  if ('any' in condition) return sayParts(condition.any, '或者', words);
  if ('not' in condition) return `不是（${sayCondition(condition.not, words)}）`;
  if ('lacks' in condition) return `没有${words.nameOf(condition.lacks)}`;
  const question = words.questions.find(({ id }) => id === condition.question);
  if (question === undefined) return condition.question;
  if ('is' in condition) return condition.is.map((value) => sayValue(question, value)).join('或者');
  const { gte, lte } = condition.compare;
  if (gte !== undefined && gte === lte && typeof gte !== 'object') return sayValue(question, gte);
  const bounds = boundsInWords(question, condition.compare, sentencesOf('zh-CN'));
  return /^\d/u.test(bounds) ? `${question.name} ${bounds}` : `${question.name}${bounds}`;
}

function sayParts(parts: readonly Condition[], word: string, words: ConditionWords): string {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return sayCondition(only, words);
  return parts
    .map((part) => (isJoined(part) ? `（${sayCondition(part, words)}）` : sayCondition(part, words)))
    .join(word);
}

function isJoined(condition: Condition): boolean {
  const parts =
    'all' in condition ? condition.all : 'any' in condition ? condition.any : 'is' in condition ? condition.is : [];
  return parts.length > 1;
}
