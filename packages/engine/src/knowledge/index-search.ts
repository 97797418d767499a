import type { Knowledge } from '../model/knowledge.ts';
import type { SearchIndex } from '../model/search-index.ts';
import type { ServiceItem } from '../model/service-item.ts';
import { grams } from '../words/grams.ts';
import { normalise } from '../words/normalise.ts';
import { createSynonyms } from '../words/synonyms.ts';
import { pinyinInitials } from './pinyin-initials.ts';
import { simplifiedCharacters } from './simplified-characters.ts';

/** Prepares everything search needs, so that no dictionary has to travel to the browser. */
export function indexSearch(
  content: Omit<Knowledge, 'version' | 'date' | 'search'>,
  synonyms: Readonly<Record<string, string>>,
): SearchIndex {
  const simplified = simplifiedCharacters(JSON.stringify([content, synonyms]));
  const plain = (text: string) => normalise(text, simplified);
  const spelled = Object.fromEntries(Object.entries(synonyms).map(([word, use]) => [plain(word), plain(use)]));
  const replaceSynonyms = createSynonyms(spelled);
  // Messages are spelled the same way before they are looked up.
  const spell = (text: string) => replaceSynonyms(plain(text));
  const bags = content.items.map((item) => namesOf(item).flatMap((name) => grams(spell(name))));
  return {
    postings: buildPostings(bags),
    lengths: bags.map((bag) => bag.length),
    synonyms: spelled,
    simplified,
    initials: content.items.map((item) => [...new Set(namesOf(item).map(pinyinInitials))].filter(Boolean).join(' ')),
  };
}

function namesOf(item: ServiceItem): readonly string[] {
  return [item.title, item.name, ...item.aliases];
}

function buildPostings(bags: readonly (readonly string[])[]): Readonly<Record<string, readonly number[]>> {
  const postings = new Map<string, number[]>();
  bags.forEach((bag, index) => {
    for (const [gram, count] of countEach(bag)) {
      const posting = postings.get(gram) ?? [];
      posting.push(index, count);
      postings.set(gram, posting);
    }
  });
  return Object.fromEntries([...postings].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function countEach(bag: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const gram of bag) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return counts;
}
