import type { BoundsInWords, WordSentences } from '../word-sentences.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

/** The small words in English. */
export const wordsEn: WordSentences = {
  unsure: 'not sure',
  and: 'and',
  or: 'or',
  between: ' · ',
  list: (names) => names.join(', '),
  ifSo: (condition) => `If ${condition}`,
  quoted: (name) => `“${name}”`,
  date: (iso) =>
    iso.replace(/^(\d+)-(\d+)-0?(\d+)$/u, (whole, year: string, month: string, day: string) => {
      const name = months[Number(month) - 1];
      return name === undefined ? whole : `${day} ${name} ${year}`;
    }),
  dayFromToday: (days) => (days === 0 ? 'today' : days < 0 ? `${-days} days ago` : `${days} days from today`),
  amount: (value, unit) => (unit === '' ? `${value}` : `${value} ${unit}`),
  fromTo: (from, to, unit) => (unit === '' ? `${from} to ${to}` : `${from} to ${to} ${unit}`),
  numberRange: (bounds) => range(bounds, { gte: 'at least', gt: 'more than', lte: 'at most', lt: 'less than' }),
  dateRange: (bounds) => range(bounds, { gte: 'on or after', gt: 'after', lte: 'on or before', lt: 'before' }),
};

function range(bounds: BoundsInWords, prepositions: Required<BoundsInWords>): string {
  return (['gte', 'gt', 'lte', 'lt'] as const)
    .flatMap((bound) => {
      const value = bounds[bound];
      return value === undefined ? [] : [`${prepositions[bound]} ${value}`];
    })
    .join(' and ');
}
