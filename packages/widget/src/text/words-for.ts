import type { Locale } from '@onetrip/engine';
import { en } from './en.ts';
import type { Words } from './words.ts';
import { zhCn } from './zh-cn.ts';

/** The interface words of a locale. */
export function wordsFor(locale: Locale): Words {
  return locale === 'en' ? en : zhCn;
}

/** The locale an element speaks: its own `lang`, else that of the page around it, else Chinese. */
export function localeOf(element: HTMLElement): Locale {
  const lang = element.lang || element.closest<HTMLElement>('[lang]')?.lang || '';
  return lang.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}
