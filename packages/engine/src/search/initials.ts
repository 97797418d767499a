import type { Ranked } from './bm25.ts';

/**
 * Finds items by the pinyin initials of their titles and aliases: `jzdq` is 驾照到期.
 *
 * A whole word counts most, then its beginning, then any part of it; shorter words win among equals.
 */
export function rankByInitials(query: string, initials: readonly string[]): readonly Ranked[] {
  const typed = query.replaceAll(' ', '');
  if (!/^[a-z]{1,24}$/.test(typed)) return [];
  return initials
    .map((words, index) => ({ index, score: Math.max(0, ...words.split(' ').map((word) => fit(typed, word))) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index);
}

function fit(typed: string, word: string): number {
  const at = word.indexOf(typed);
  if (at < 0 || (at > 0 && typed.length < 2)) return 0;
  const share = typed.length / word.length;
  if (word === typed) return 3;
  return at === 0 ? 2 + share / 2 : 1 + share / 2;
}
