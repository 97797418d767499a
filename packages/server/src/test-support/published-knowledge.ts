import type { Knowledge } from '@onetrip/engine';
import { knowledgeVersion } from '@onetrip/engine/knowledge';
import { realEngine } from './real-engine.ts';

/** Two items that compile quickly, so that a test can publish a hundred versions. */
const KEPT = ['social-security-card', 'property-record-query'];

/** A compiled file as `pnpm knowledge build` writes it: of the real knowledge two items, for a hall of this name. */
export function publishedKnowledge(hall: string, change: Partial<Knowledge> = {}): string {
  const { version: _version, date: _date, ...whole } = realEngine().knowledge;
  const places = whole.items.flatMap(({ id }, index) => (KEPT.includes(id) ? [index] : []));
  const items = places.flatMap((place) => whole.items[place] ?? []);
  const pick = <T>(list: readonly T[]): T[] => places.flatMap((place) => list[place] ?? []);
  const { search, region } = whole;
  const content = {
    ...whole,
    region: { ...region, name: hall },
    items,
    lifeEvents: [],
    search: {
      ...search,
      postings: mapPostings(search.postings, places),
      lengths: pick(search.lengths),
      initials: pick(search.initials),
    },
    ...change,
  };
  const date = content.items.map(({ checked }) => checked.on).reduce((a, b) => (a > b ? a : b), '');
  return JSON.stringify({ version: knowledgeVersion(content), date, ...content });
}

function mapPostings(postings: Readonly<Record<string, readonly number[]>>, places: readonly number[]) {
  const mapped = Object.entries(postings).map(([gram, pairs]) => {
    const kept = pairs.flatMap((index, at) => {
      const place = at % 2 === 0 ? places.indexOf(index) : -1;
      return place < 0 ? [] : [place, pairs[at + 1] ?? 0];
    });
    return [gram, kept] as const;
  });
  return Object.fromEntries(mapped.filter(([, pairs]) => pairs.length > 0));
}
