/** A stretch of text between two pauses, and where it begins. */
export interface Clause {
  readonly text: string;
  readonly start: number;
}

const pause = /[，。；！？,.;!?~…\n]|(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

/**
 * Cuts a message where a speaker would pause, so that a word counts only for the things said beside it.
 *
 * 、 does not cut: it joins things of one kind (身份证、护照都丢了).
 */
export function splitClauses(text: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (const found of text.matchAll(pause)) {
    if (found.index > start) clauses.push({ text: text.slice(start, found.index), start });
    start = found.index + found[0].length;
  }
  if (start < text.length) clauses.push({ text: text.slice(start), start });
  return clauses;
}
