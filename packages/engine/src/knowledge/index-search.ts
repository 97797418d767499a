import type { Knowledge } from '../model/knowledge.ts';
import type { SearchIndex } from '../model/search-index.ts';
import type { ServiceItem } from '../model/service-item.ts';
import { grams } from '../words/grams.ts';
import { normalise } from '../words/normalise.ts';
import { createSynonyms } from '../words/synonyms.ts';
import { CompileMemory } from './compile-memory.ts';
import { pinyinInitials } from './pinyin-initials.ts';
import { simplifiedCharacters } from './simplified-characters.ts';

type Content = Omit<Knowledge, 'version' | 'date' | 'search'>;

/** Prepares everything search needs, so that no dictionary has to travel to the browser. */
export function indexSearch(
  content: Content,
  synonyms: Readonly<Record<string, string>>,
  memory = new CompileMemory(),
): SearchIndex {
  const characters = charactersOf(content, synonyms, memory);
  const simplified = memory.recall('simplified', [characters], () => simplifiedCharacters(characters));
  const { spelled, spell } = memory.recall('spelling', [simplified, JSON.stringify(synonyms)], () =>
    spellingOf(synonyms, simplified),
  );
  const bags = content.items.map((item) => {
    const names = namesOf(item);
    return memory.recall(`grams ${item.id}`, [spell, ...names], () => names.flatMap((name) => grams(spell(name))));
  });
  return {
    postings: buildPostings(bags),
    lengths: bags.map((bag) => bag.length),
    synonyms: spelled,
    simplified,
    initials: content.items.map((item) => {
      const names = namesOf(item);
      return memory.recall(`initials ${item.id}`, names, () =>
        [...new Set(names.map(pinyinInitials))].filter(Boolean).join(' '),
      );
    }),
  };
}

/** Every character that the knowledge uses, once. */
function charactersOf({ items, ...rest }: Content, synonyms: object, memory: CompileMemory): string {
  const parts = [
    ...items.map((item) => [`item ${item.id}`, JSON.stringify(item)] as const),
    ...Object.entries({ ...rest, synonyms }).map(([name, part]) => [name, JSON.stringify(part)] as const),
  ];
  const used = parts.map(([name, text]) => memory.recall(`characters of ${name}`, [text], () => once(text)));
  return once(used.join(''));
}

function once(text: string): string {
  return [...new Set(text)].sort().join('');
}

function spellingOf(synonyms: Readonly<Record<string, string>>, simplified: Readonly<Record<string, string>>) {
  const plain = (text: string) => normalise(text, simplified);
  const spelled = Object.fromEntries(Object.entries(synonyms).map(([word, use]) => [plain(word), plain(use)]));
  const replaceSynonyms = createSynonyms(spelled);
  // Messages are spelled the same way before they are looked up.
  return { spelled, spell: (text: string) => replaceSynonyms(plain(text)) };
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
