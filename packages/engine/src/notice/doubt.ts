import type { Condition } from '../model/condition.ts';
import type { Doubt } from '../model/notice.ts';
import type { Material } from '../model/material.ts';
import type { Question } from '../model/question.ts';
import { questionsOf } from '../rules/questions-of.ts';
import { describeCondition } from './describe-condition.ts';

/** What the words of a condition are looked up in. */
export interface Vocabulary {
  readonly questions: readonly Question[];
  readonly materials: readonly Material[];
}

/** A condition in words, and how a person who is not sure can settle it. */
export function writeDoubt(condition: Condition, { questions, materials }: Vocabulary): Doubt {
  const asked = questionsOf(condition);
  const find = questions.filter(({ id }) => asked.includes(id)).flatMap((question) => question.find ?? []);
  return { says: describeCondition(condition, questions, materials), find: [...new Set(find)] };
}
