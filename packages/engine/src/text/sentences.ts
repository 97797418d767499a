import type { Locale } from '../model/consultation.ts';
import type { DialogueSentences } from './dialogue-sentences.ts';
import type { NoticeSentences } from './notice-sentences.ts';
import type { WordSentences } from './word-sentences.ts';

/** Everything the engine says in one language; a table that lacks a sentence does not compile. */
export interface Sentences {
  readonly locale: Locale;
  readonly words: WordSentences;
  readonly dialogue: DialogueSentences;
  readonly notice: NoticeSentences;
}
