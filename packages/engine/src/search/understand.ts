import type { Knowledge } from '../model/knowledge.ts';
import type { ServiceItem } from '../model/service-item.ts';
import { normalise } from '../words/normalise.ts';
import type { AnswerWords } from './answer-words.ts';
import { findAspects } from './aspects.ts';
import type { Ranked } from './bm25.ts';
import { findLacks } from './find-lacks.ts';
import { ownedLength } from './item-grams.ts';
import { judgeNamed } from './judge-named.ts';
import { judgeRanked } from './judge-ranked.ts';
import { findMentions } from './mentions.ts';
import type { Mention } from './mentions.ts';
import { pickItems } from './pick-items.ts';
import type { Ranking } from './ranking.ts';
import { readAnswers } from './read-answers.ts';
import type { Heard } from './read-answers.ts';
import { readBareAnswer } from './read-bare-answer.ts';
import { readCommand } from './read-command.ts';
import type { Hearing, StatedAnswer, Understanding, Verdict } from './understanding.ts';
import { unknownWords } from './unknown-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What understanding works with, prepared once for a knowledge. */
export interface Ears {
  readonly knowledge: Knowledge;
  readonly vocabulary: Vocabulary;
  readonly ranking: Ranking;
  readonly answers: ReadonlyMap<string, AnswerWords>;
}

/** Longest text read; channels refuse longer messages before they come here. */
const longest = 1000;

/** Reads a message: which items, which facts, which aspect, or which command. Never throws, always says the same. */
export function understand(ears: Ears, message: string, hearing: Hearing = {}): Understanding {
  const { knowledge, vocabulary } = ears;
  const plain = normalise(message.slice(0, longest), knowledge.search.simplified);
  const text = vocabulary.spell(plain);
  const mentions = findMentions(vocabulary, text);
  const bare = readBare(ears, { text, plain, mentions }, hearing);
  const command = bare === undefined ? (readCommand(plain) ?? readDoubt(plain, hearing)) : undefined;
  if (command !== undefined) return { verdict: 'none', items: [], answers: [], lacks: [], aspects: [], command };
  const found = findItems(ears, { text, mentions, hearing });
  const asks = bare !== undefined && isWhole(ears, bare, { text, mentions }) ? nothing : found;
  // 丢了 said to a question, naming nothing, answers that question or none.
  const others = hearing.asking === undefined || mentions.length > 0 ? {} : { notBySense: true };
  const answers = readAnswers({ text, plain, mentions, ...others }, questionsOf(ears, asks, hearing));
  return {
    verdict: asks.verdict,
    items: asks.items.map(({ index, score }) => ({ item: knowledge.items[index]?.id ?? '', score })),
    ...(asks.event === undefined ? {} : { event: asks.event }),
    answers: bare === undefined ? answers : [bare, ...answers.filter(({ question }) => question !== bare.question)],
    lacks: lacksOf(ears, asks, mentions, hearing),
    aspects: findAspects(text),
  };
}

interface Found {
  readonly verdict: Verdict;
  readonly items: readonly Ranked[];
  readonly event?: string;
  /** What names the items; the other mentions are materials and the like. */
  readonly named: readonly Mention[];
}

const nothing: Found = { verdict: 'none', items: [], named: [] };

function readBare({ answers }: Ears, heard: Heard, { asking }: Hearing): StatedAnswer | undefined {
  const words = asking === undefined ? undefined : answers.get(asking.id);
  const value = words === undefined ? undefined : readBareAnswer(heard, words);
  return words === undefined || value === undefined ? undefined : { question: words.question.id, value };
}

/** 不知道户口在哪 to a question is not being sure, although it says more than that. */
function readDoubt(plain: string, { asking }: Hearing): 'unsure' | undefined {
  const doubts = /^(?:我|这个|那个|也|真|还|都)*(?:不知道|不清楚|不确定|不记得|不晓得|记不清|搞不清|说不好|忘了)/u;
  return asking !== undefined && plain.length <= 16 && doubts.test(plain) ? 'unsure' : undefined;
}

/** A bare answer is the whole message when everything it names is inside the words of the answer: 离婚了, 身份证丢了. */
function isWhole(
  { answers }: Ears,
  bare: StatedAnswer,
  { text, mentions }: { text: string; mentions: readonly Mention[] },
): boolean {
  const said = answers.get(bare.question)?.find(text) ?? [];
  return mentions.every(({ role, spot }) => {
    const isInside = said.some(({ start, end }) => start < spot.end && spot.start < end);
    return isInside || (role !== 'wanted' && role !== 'trouble');
  });
}

function findItems(ears: Ears, said: { text: string; mentions: readonly Mention[]; hearing: Hearing }): Found {
  const { knowledge, vocabulary, ranking } = ears;
  const { text, mentions, hearing } = said;
  const ranked = ranking(text);
  const scored = (index: number): Ranked => ({ index, score: ranked.find((one) => one.index === index)?.score ?? 0 });
  const picked = pickItems(knowledge, vocabulary, { text, mentions, ranked });
  if (picked.verdict === 'unnamed') return findUnnamed(ears, said);
  const found = { verdict: picked.verdict, items: picked.items.map(scored), named: picked.mentions };
  if (picked.event !== undefined) return { ...found, event: picked.event };
  const [mention] = picked.mentions;
  if (picked.verdict !== 'clear' || mention === undefined) return found;
  const judged = judgeNamed({
    text,
    mention,
    sayings: sayingsOf(ears, picked.items, text),
    spots: mentions.map(({ spot }) => spot),
    owned: (word) => ownedLength(knowledge.search.postings, picked.items[0] ?? -1, word),
    abilities: vocabulary.abilities[picked.items[0] ?? -1] ?? new Set(),
  });
  if (judged === 'foreign') return nothing;
  const isGone = knowledge.items[picked.items[0] ?? -1]?.status === 'discontinued';
  if (isGone) return { ...found, verdict: 'discontinued' };
  return judged === 'doubtful' && (hearing.trip ?? []).length === 0 ? { ...found, verdict: 'ambiguous' } : found;
}

/** Nothing named is wanted: papers that are only brought or had must not count as what is asked for. */
function findUnnamed(
  ears: Ears,
  { text, mentions, hearing }: { text: string; mentions: readonly Mention[]; hearing: Hearing },
): Found {
  const { knowledge, vocabulary, ranking } = ears;
  // During a trip only a name adds an item: what is asked then is mostly about the trip itself.
  if ((hearing.trip ?? []).length > 0) return nothing;
  let rest = text;
  for (const { spot } of mentions) {
    rest = `${rest.slice(0, spot.start)}${' '.repeat(spot.end - spot.start)}${rest.slice(spot.end)}`;
  }
  const judged = judgeRanked(knowledge, vocabulary, ranking, rest);
  // 户口簿丢了: what is lost is named, and nobody here replaces it.
  const { verdict, ranked } =
    mentions.length > 0 && judged.ranked[0]?.score === 0 ? { ...judged, verdict: 'none' as const } : judged;
  const isGone = knowledge.items[ranked[0]?.index ?? -1]?.status === 'discontinued';
  if (verdict !== 'none')
    return { verdict: verdict === 'clear' && isGone ? 'discontinued' : verdict, items: ranked, named: [] };
  return findAbsent(
    mentions,
    unknownWords(rest).some(({ start, end }) => end - start > 1),
  );
}

/** What is missing counts as wanted when nothing else is: 没有身份证怎么办. What is past has to be confirmed. */
function findAbsent(mentions: readonly Mention[], hasMore: boolean): Found {
  const naming = mentions.filter(({ spot }) => spot.value.items.length > 0);
  const absent = naming.filter(({ role }) => role === 'absent');
  const named =
    absent.length > 0
      ? absent
      : naming.filter(({ role, spot }) => role === 'past' && !/[证簿本照卡]/u.test(spot.phrase));
  const items = [...new Set(named.flatMap(({ spot }) => spot.value.items))].map((index) => ({ index, score: 0 }));
  if (items.length === 0) return nothing;
  return { verdict: items.length === 1 && absent.length > 0 && !hasMore ? 'clear' : 'ambiguous', items, named };
}

/** Where the message answers questions of the items: explained words, too. */
function sayingsOf({ answers, knowledge }: Ears, items: readonly number[], text: string) {
  const ids = new Set(items.flatMap((item) => knowledge.items[item]?.questions ?? []));
  return [...ids].flatMap((id) => answers.get(id)?.find(text) ?? []);
}

function questionsOf(ears: Ears, found: Found, hearing: Hearing): readonly AnswerWords[] {
  const ids = new Set(chosenItems(ears, found, hearing).flatMap(({ questions }) => questions));
  if (hearing.asking !== undefined) ids.add(hearing.asking.id);
  return [...ids].flatMap((id) => ears.answers.get(id) ?? []);
}

/** The items understood, then those of the trip. */
function chosenItems({ knowledge }: Ears, { items }: Found, { trip = [] }: Hearing): readonly ServiceItem[] {
  const found = items.flatMap(({ index }) => knowledge.items[index] ?? []);
  return [...found, ...knowledge.items.filter((item) => trip.includes(item.id) && !found.includes(item))];
}

/** What an item is asked for by name is no lack of that item, but may be one of the trip's. */
function lacksOf(ears: Ears, found: Found, mentions: readonly Mention[], hearing: Hearing): readonly string[] {
  const { vocabulary } = ears;
  const beside = mentions.filter((mention) => !found.named.includes(mention));
  const trip = chosenItems(ears, nothing, hearing);
  return [
    ...new Set([
      ...findLacks(vocabulary, chosenItems(ears, found, hearing), beside),
      ...findLacks(vocabulary, trip, [...found.named]),
    ]),
  ];
}
