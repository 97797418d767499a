import type { Knowledge } from '../model/knowledge.ts';

type Postings = Knowledge['search']['postings'];

/** How many characters of a word belong to a pair, or are a Latin word, that an item's title or aliases hold. */
export function ownedLength(postings: Postings, index: number, word: string): number {
  if (!/^\p{Script=Han}/u.test(word)) return holds(postings, word, index) ? word.length : 0;
  let owned = 0;
  for (let at = 0; at < word.length; at += 1) {
    const after = holds(postings, word.slice(at, at + 2), index);
    if (after || (at > 0 && holds(postings, word.slice(at - 1, at + 1), index))) owned += 1;
  }
  return owned;
}

function holds(postings: Postings, gram: string, index: number): boolean {
  if (gram.length < 2 || !Object.hasOwn(postings, gram)) return false;
  const posting = postings[gram] ?? [];
  for (let at = 0; at < posting.length; at += 2) if (posting[at] === index) return true;
  return false;
}
