import type { Knowledge } from '../model/knowledge.ts';
import type { QuestionWords } from './question-words.ts';
import { questionWords } from './question-words.ts';
import type { Spelling } from './spelling.ts';

/** The words that answer one question of a knowledge. */
export interface AnswerWords extends QuestionWords {
  /** Places in `Knowledge.items` of the items that ask it. */
  readonly owners: readonly number[];
}

/** Finds the words that answer a question by its id. */
export interface AnswerBook {
  get(question: string): AnswerWords | undefined;
}

/** Prepares the answers to the questions of a knowledge, each when it is first asked for. */
export function createAnswerWords({ items, questions }: Knowledge, spelling: Spelling): AnswerBook {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const known = new Map<string, AnswerWords>();
  return {
    get(id) {
      const before = known.get(id);
      const question = byId.get(id);
      if (before !== undefined || question === undefined) return before;
      const owners = items.flatMap((item, place) => (item.questions.includes(id) ? [place] : []));
      const made = { ...questionWords(spelling, question), owners };
      known.set(id, made);
      return made;
    },
  };
}
