import type { Condition } from '../model/condition.ts';
import { mentionedQuestions } from './questions-of.ts';
import type { RuleSource } from './trip-rules.ts';

/** The questions that a condition looks at, presuppositions included. */
export type QuestionsBehind = (condition: Condition) => ReadonlySet<string>;

const kept = new WeakMap<RuleSource, QuestionsBehind>();

/** Finds the questions behind the conditions of a knowledge, each condition once for everybody who asks. */
export function questionsBehindOf(knowledge: RuleSource): QuestionsBehind {
  const known = kept.get(knowledge) ?? createQuestionsBehind(knowledge);
  kept.set(knowledge, known);
  return known;
}

function createQuestionsBehind({ questions }: RuleSource): QuestionsBehind {
  const askWhen = new Map(questions.map((question) => [question.id, question.askWhen]));
  const found = new WeakMap<Condition, ReadonlySet<string>>();
  return (condition) => {
    const behind = found.get(condition) ?? mentionedQuestions([condition], (id) => askWhen.get(id));
    found.set(condition, behind);
    return behind;
  };
}
