import type { Knowledge } from '../model/knowledge.ts';
import type { AnswerBook } from './answer-words.ts';
import type { Ranked } from './bm25.ts';
import { ownedLength } from './item-grams.ts';
import { judgeNamed } from './judge-named.ts';
import { judgeRanked } from './judge-ranked.ts';
import type { Mention } from './mentions.ts';
import { pickItems } from './pick-items.ts';
import type { Ranking } from './ranking.ts';
import type { Hearing, Verdict } from './understanding.ts';
import { unknownWords } from './unknown-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What understanding works with, prepared once for a knowledge. */
export interface Ears {
  readonly knowledge: Knowledge;
  readonly vocabulary: Vocabulary;
  readonly ranking: Ranking;
  readonly answers: AnswerBook;
}

/** A message, spelled, with the things it names. */
export interface Message {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly hearing: Hearing;
}

/** The items a message asks for, by their places in `Knowledge.items`. */
export interface Request {
  readonly verdict: Verdict;
  readonly items: readonly number[];
  readonly event?: string;
  /** What names the items; the other mentions are materials and the like. */
  readonly named: readonly Mention[];
}

/** Nothing is asked for that the knowledge has. */
export const noRequest: Request = { verdict: 'none', items: [], named: [] };

/** Decides which items a message asks for: by the names in it, else by its words, else not at all. */
export function findRequest(ears: Ears, said: Message): Request {
  const { knowledge, vocabulary, ranking } = ears;
  const { text, mentions } = said;
  const scoreOf = createScores(() => ranking(text));
  const picked = pickItems(knowledge, vocabulary, { text, mentions, scoreOf });
  if (picked.verdict === 'unnamed') return findUnnamed(ears, said);
  const found = { verdict: picked.verdict, items: picked.items, named: picked.mentions };
  if (picked.event !== undefined) return { ...found, event: picked.event };
  const [mention] = picked.mentions;
  if (picked.verdict !== 'clear' || mention === undefined) return found;
  const judged = judgeNamed({
    text,
    mention,
    sayings: sayingsOf(ears, picked.items, text),
    spots: mentions.map(({ spot }) => spot),
    owned: (word) => ownedLength(knowledge.search.postings, picked.items[0] ?? -1, word),
    abilities: vocabulary.abilitiesOf(picked.items[0] ?? -1),
  });
  if (judged === 'foreign') return noRequest;
  const isGone = knowledge.items[picked.items[0] ?? -1]?.status === 'discontinued';
  if (isGone) return { ...found, verdict: 'discontinued' };
  return judged === 'doubtful' ? { ...found, verdict: 'ambiguous' } : found;
}

/** Scores by place; nothing is ranked before somebody asks: a name mostly belongs to one item, whatever it scores. */
function createScores(rank: () => readonly Ranked[]): (index: number) => number {
  let scores: ReadonlyMap<number, number> | undefined;
  return (index) => {
    scores ??= new Map(rank().map((one) => [one.index, one.score]));
    return scores.get(index) ?? 0;
  };
}

/** Nothing named is wanted: papers that are only brought or had must not count as what is asked for. */
function findUnnamed(ears: Ears, { text, mentions, hearing }: Message): Request {
  const { knowledge, vocabulary, ranking } = ears;
  // During a trip only a name adds an item: what is asked then is mostly about the trip itself.
  if ((hearing.trip ?? []).length > 0) return noRequest;
  let rest = text;
  for (const { spot } of mentions) {
    rest = `${rest.slice(0, spot.start)}${' '.repeat(spot.end - spot.start)}${rest.slice(spot.end)}`;
  }
  const judged = judgeRanked(knowledge, vocabulary, ranking, rest);
  // 户口簿丢了: what is lost is named, and nobody here replaces it.
  const { verdict, ranked } =
    mentions.length > 0 && judged.ranked[0]?.score === 0 ? { ...judged, verdict: 'none' as const } : judged;
  const items = ranked.map(({ index }) => index);
  const isGone = knowledge.items[items[0] ?? -1]?.status === 'discontinued';
  if (verdict === 'clear' && isGone) return { verdict: 'discontinued', items, named: [] };
  if (verdict !== 'none') return { verdict, items, named: [] };
  return findAbsent(
    mentions,
    unknownWords(rest).some(({ start, end }) => end - start > 1),
  );
}

/** What is missing counts as wanted when nothing else is: 没有身份证怎么办. What is past has to be confirmed. */
function findAbsent(mentions: readonly Mention[], hasMore: boolean): Request {
  const naming = mentions.filter(({ spot }) => spot.value.items.length > 0);
  const absent = naming.filter(({ role }) => role === 'absent');
  const named =
    absent.length > 0
      ? absent
      : naming.filter(({ role, spot }) => role === 'past' && !/[证簿本照卡]/u.test(spot.phrase));
  const items = [...new Set(named.flatMap(({ spot }) => spot.value.items))];
  if (items.length === 0) return noRequest;
  return { verdict: items.length === 1 && absent.length > 0 && !hasMore ? 'clear' : 'ambiguous', items, named };
}

/** Where the message answers questions of the items: explained words, too. */
function sayingsOf({ answers, knowledge }: Ears, items: readonly number[], text: string) {
  const ids = new Set(items.flatMap((item) => knowledge.items[item]?.questions ?? []));
  return [...ids].flatMap((id) => answers.get(id)?.find(text) ?? []);
}
