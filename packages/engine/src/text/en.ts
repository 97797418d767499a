import { dialogueEn } from './en/dialogue.ts';
import { noticeEn } from './en/notice.ts';
import { wordsEn } from './en/words.ts';
import type { Sentences } from './sentences.ts';

/** What OneTrip says in English; names of items and materials stay Chinese, as on the forms and the counters. */
export const en: Sentences = { locale: 'en', words: wordsEn, dialogue: dialogueEn, notice: noticeEn };
