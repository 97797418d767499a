/** A stretch of text between two pauses, and where it begins. */
export interface Clause {
  readonly text: string;
  readonly start: number;
}

const pause = /[，。；！？,.;!?~… ]/gu;
const han = /\p{Script=Han}/u;

/**
 * Cuts a message where a speaker would pause, so that a word counts only for the things said beside it.
 *
 * 、 does not cut: it joins things of one kind (身份证、护照都丢了). A space cuts only between Han characters: 72 岁 stays whole.
 */
export function splitClauses(text: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(pause)) {
    if (mark === ' ' && !(han.test(text.charAt(index - 1)) && han.test(text.charAt(index + 1)))) continue;
    if (index > start) clauses.push({ text: text.slice(start, index), start });
    start = index + 1;
  }
  if (start < text.length) clauses.push({ text: text.slice(start), start });
  return clauses;
}
