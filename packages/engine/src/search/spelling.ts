import type { SearchIndex } from '../model/search-index.ts';
import { normalise } from '../words/normalise.ts';
import { createSynonyms } from '../words/synonyms.ts';

/** Prepares the one spelling for messages and knowledge: width, case, script, synonyms. */
export function createSpelling({
  simplified,
  synonyms,
}: Pick<SearchIndex, 'simplified' | 'synonyms'>): (text: string) => string {
  const plain = (text: string): string => normalise(text, simplified);
  const replaceSynonyms = createSynonyms(
    Object.fromEntries(Object.entries(synonyms).map(([word, target]) => [plain(word), plain(target)])),
  );
  return (text) => replaceSynonyms(plain(text));
}
