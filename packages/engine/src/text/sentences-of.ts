import type { Locale } from '../model/consultation.ts';
import { en } from './en.ts';
import type { Sentences } from './sentences.ts';
import { zhCn } from './zh-cn.ts';

const tables: Readonly<Record<Locale, Sentences>> = { 'zh-CN': zhCn, en };

/** The sentences of a language. */
export function sentencesOf(locale: Locale): Sentences {
  return tables[locale];
}
