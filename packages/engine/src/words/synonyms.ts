import { createPhraseFinder } from './phrases.ts';

/**
 * Prepares the replacement of everyday and old words by those the items use: 户口本 → 户口簿.
 *
 * Expects normalised words and text. A text that already uses the item's word keeps it: 居民身份证 does not become
 * 居民居民身份证 by 身份证 → 居民身份证.
 */
export function createSynonyms(table: Readonly<Record<string, string>>): (text: string) => string {
  const replacements = new Map<string, string>();
  for (const target of Object.values(table)) replacements.set(target, target);
  for (const [word, target] of Object.entries(table)) replacements.set(word, target);
  const find = createPhraseFinder(replacements);
  return (text) => {
    let result = '';
    let end = 0;
    for (const spot of find(text)) {
      result += text.slice(end, spot.start) + spot.value;
      end = spot.end;
    }
    return result + text.slice(end);
  };
}
