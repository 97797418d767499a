import type { Knowledge } from '../model/knowledge.ts';
import { mishaps } from '../words/everyday-words.ts';
import { holdersOf } from './bm25.ts';
import type { Ranked } from './bm25.ts';
import type { Ranking } from './ranking.ts';
import { ownedLength } from './item-grams.ts';
import { unknownWords } from './unknown-words.ts';
import type { Stretch } from './unknown-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What the ranking alone comes to, when no item is named. */
export interface Judged {
  readonly verdict: 'clear' | 'ambiguous' | 'none';
  readonly ranked: readonly Ranked[];
}

/** At least so much of the informative words an item must share; below, it is another matter. */
const leastCoverage = 0.55;
/** So much makes a certain answer possible. */
const fullCoverage = 0.7;
/** And so much of one of the item's names must be said: 户口 alone is not 上户口. */
const fullName = 0.6;
const leastName = 0.3;
/** The second must stay this far behind the first. */
const clearGap = 0.7;
/** What is shown beside the first is at least this near to it. */
const candidateGap = 0.5;
const mostCandidates = 5;
/** 人没了 is a death, not a lost paper. */
const bereaved = /(?:人|老人|爷爷|奶奶|妈妈?|爸爸?|老伴|父亲|母亲|外公|外婆)(?:都|也|已经)?(?:没了|走了|不在了)/u;
const none: Judged = { verdict: 'none', ranked: [] };

/** Decides by coverage whether a text is ours at all, and by the gap to the second how sure that is. */
export function judgeRanked(knowledge: Knowledge, vocabulary: Vocabulary, ranking: Ranking, text: string): Judged {
  const words = unknownWords(text, { isWord: (pair) => holdersOf(knowledge.search, pair) > 0 });
  const senses = new Set(vocabulary.findSenses(text).map(({ value }) => value));
  if (words.reduce((sum, { start, end }) => sum + end - start, 0) < 2) return bySense();
  const asked = words.map(({ start, end }) => text.slice(start, end)).join(' ');
  const fitted = ranking(asked)
    .map(({ index, score }) => ({ index, score: score * fitOf(index) }))
    .sort((a, b) => b.score - a.score || a.index - b.index);
  const [first, second] = fitted;
  if (first === undefined) return none;
  const coverage = coverageOf(knowledge, first.index, text, words);
  const name = nameShare(vocabulary.cores[first.index] ?? new Set(), text);
  if (coverage < leastCoverage || name < leastName) return none;
  // 户口改名字: what happened is nothing that the item is for.
  const abilities = vocabulary.abilitiesOf(first.index);
  const isStrange = mishaps.some((sense) => senses.has(sense) && !abilities.has(sense));
  if (isStrange && (coverage < fullCoverage || name < fullName)) return none;
  if (
    !isStrange &&
    coverage >= fullCoverage &&
    name >= fullName &&
    (second === undefined || second.score < clearGap * first.score)
  ) {
    return { verdict: 'clear', ranked: [first] };
  }
  const near = fitted.filter(({ score }) => score >= candidateGap * first.score).slice(0, mostCandidates);
  return { verdict: 'ambiguous', ranked: near };

  function fitOf(index: number): number {
    const known = [...senses].filter((sense) => vocabulary.senses[index]?.has(sense) === true).length;
    return 1 + 0.15 * known;
  }

  /** 丢了怎么补 names nothing, but only some items are for what is lost. */
  function bySense(): Judged {
    if (bereaved.test(text)) return none;
    const told = mishaps.filter((sense) => senses.has(sense));
    const fitting = vocabulary.senses.flatMap((own, index) =>
      told.some((sense) => own.has(sense)) ? [{ index, score: 0 }] : [],
    );
    return fitting.length === 0 ? none : { verdict: 'ambiguous', ranked: fitting.slice(0, mostCandidates) };
  }
}

/** The largest share of any of an item's names that a text says, counted in pairs of characters. */
function nameShare(names: ReadonlySet<string>, text: string): number {
  let most = 0;
  for (const name of names) {
    let said = 0;
    for (let at = 0; at + 1 < name.length; at += 1) if (text.includes(name.slice(at, at + 2))) said += 1;
    most = Math.max(most, said / Math.max(1, name.length - 1));
  }
  return most;
}

/** The share of the informative characters that the item's own words explain. */
function coverageOf({ search }: Knowledge, index: number, text: string, words: readonly Stretch[]): number {
  let owned = 0;
  let total = 0;
  for (const { start, end } of words) {
    total += end - start;
    owned += ownedLength(search.postings, index, text.slice(start, end));
  }
  return total === 0 ? 0 : owned / total;
}
