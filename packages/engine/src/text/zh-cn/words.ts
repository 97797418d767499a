import type { BoundsInWords, WordSentences } from '../word-sentences.ts';

/** The small words in Chinese. Bounds follow 民法典第一千二百五十九条: 以上、以下 include the number, 不满、超过 do not. */
export const wordsZhCn: WordSentences = {
  unsure: '不清楚',
  and: '并且',
  or: '或者',
  between: ' · ',
  list: (names) => names.join('、'),
  ifSo: (condition) => `如果${spaced(condition)}`,
  quoted: (name) => `“${name}”`,
  date: (iso) => iso.replace(/^(\d+)-0?(\d+)-0?(\d+)$/u, '$1年$2月$3日'),
  dayFromToday: (days) => (days === 0 ? '今天' : days < 0 ? `${-days} 天前` : `${days} 天后`),
  amount: (value, unit) => (unit === '' ? `${value}` : `${value} ${unit}`),
  fromTo: (from, to, unit) => (unit === '' ? `${from} 到 ${to}` : `${from} 到 ${to} ${unit}`),
  numberRange,
  dateRange,
};

/** A number after a Chinese word stands off from it: 如果 16 周岁以上. */
function spaced(text: string): string {
  return /^\d/u.test(text) ? ` ${text}` : text;
}

function numberRange({ gte, gt, lte, lt }: BoundsInWords): string {
  const from = gte !== undefined ? `${gte}以上` : gt !== undefined ? `超过 ${gt}` : '';
  const to = lt !== undefined ? `不满 ${lt}` : lte !== undefined ? `${lte}以下` : '';
  if (from === '') return to;
  return gte === undefined && to !== '' ? `${from}、${to}` : `${from}${spaced(to)}`;
}

function dateRange({ gte, gt, lte, lt }: BoundsInWords): string {
  const from = gte !== undefined ? `在${gte}或以后` : gt !== undefined ? `晚于${gt}` : '';
  const to = lt !== undefined ? `早于${lt}` : lte !== undefined ? `在${lte}或以前` : '';
  return from !== '' && to !== '' ? `${from}、${to}` : `${from}${to}`;
}
