import type { Condition } from '../model/condition.ts';
import type { Question } from '../model/question.ts';
import { joinAll } from './join-all.ts';
import { joinAny } from './join-any.ts';

/** Spreads a simplified condition out into cases of which one is enough, so that it nests no deeper than that. */
export function anyOfAlls(condition: Condition, questions: readonly Question[]): Condition {
  return joinAny(cases(condition, questions), questions);
}

function cases(condition: Condition, questions: readonly Question[]): readonly Condition[] {
  if ('any' in condition) return condition.any.flatMap((part) => cases(part, questions));
  if (!('all' in condition)) return [condition];
  return condition.all.reduce<readonly Condition[]>(
    (before, part) =>
      before.flatMap((left) => cases(part, questions).map((right) => joinAll([left, right], questions))),
    [{ all: [] }],
  );
}
