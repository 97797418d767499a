import type { Sentences } from './sentences.ts';
import { dialogueZhCn } from './zh-cn/dialogue.ts';
import { noticeZhCn } from './zh-cn/notice.ts';
import { wordsZhCn } from './zh-cn/words.ts';

/** What OneTrip says in Chinese: plain words, one thought a sentence, 您. */
export const zhCn: Sentences = { locale: 'zh-CN', words: wordsZhCn, dialogue: dialogueZhCn, notice: noticeZhCn };
