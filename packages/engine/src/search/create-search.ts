import type { Knowledge } from '../model/knowledge.ts';
import { normalise } from '../words/normalise.ts';
import { createAnswerWords } from './answer-words.ts';
import type { Ears } from './find-request.ts';
import { rankByInitials } from './initials.ts';
import { createRanking } from './ranking.ts';
import { understand } from './understand.ts';

import type { Hearing, Understanding } from './understanding.ts';
import { createVocabulary } from './vocabulary.ts';

/** Finding items and understanding what people say, over one knowledge. */
export interface Search {
  /** Ids of items that fit a few typed words, best first; also by pinyin initials. An empty query lists all. */
  findItems(query: string, limit?: number): readonly string[];
  /** Reads a message against the knowledge, and against the trip and the question it is said to. */
  understand(text: string, hearing?: Hearing): Understanding;
}

/** More of a query than this says nothing new. */
const longestQuery = 100;

/** Prepares search over a knowledge. */
export function createSearch(knowledge: Knowledge): Search {
  const vocabulary = createVocabulary(knowledge);
  const ranking = createRanking(knowledge, vocabulary.spelling);
  const ears: Ears = { knowledge, vocabulary, ranking, answers: createAnswerWords(knowledge, vocabulary.spelling) };
  return {
    findItems(query, limit = knowledge.items.length) {
      const plain = normalise(query.slice(0, longestQuery), knowledge.search.simplified);
      if (plain === '') return knowledge.items.slice(0, limit).map(({ id }) => id);
      const found = [...rankByInitials(plain, knowledge.search.initials), ...ranking(vocabulary.spell(plain))];
      const places = [...new Set(found.map(({ index }) => index))].slice(0, Math.max(0, limit));
      return places.flatMap((place) => knowledge.items[place]?.id ?? []);
    },
    understand(text, hearing) {
      return understand(ears, text, hearing);
    },
  };
}
