import type { Condition } from '../model/condition.ts';
import type { Doubt } from '../model/notice.ts';
import { questionsOf } from '../rules/questions-of.ts';
import { sayCondition } from './describe-condition.ts';
import type { Names } from './describe-condition.ts';

/** A simplified condition in words, and how a person who is not sure can settle it. */
export function writeDoubt(condition: Condition, names: Names): Doubt {
  const asked = questionsOf(condition);
  const find = names.questions.filter(({ id }) => asked.includes(id)).flatMap((question) => question.find ?? []);
  return { says: sayCondition(condition, names), find: [...new Set(find)] };
}
