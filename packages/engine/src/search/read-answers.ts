import { splitClauses } from '../words/clauses.ts';
import type { Clause } from '../words/clauses.ts';
import { isNegated } from '../words/negation.ts';
import type { Spot } from '../words/phrases.ts';
import type { AnswerWords } from './answer-words.ts';
import type { Saying } from './question-words.ts';
import { coreOf } from './core-of.ts';
import type { Mention } from './mentions.ts';
import { readAge } from './read-age.ts';
import type { StatedAnswer } from './understanding.ts';
import { unknownWords } from './unknown-words.ts';

/** A message with the things it names. */
export interface Heard {
  /** Spelled as the knowledge is. */
  readonly text: string;
  /** Before synonyms, which would make 宝宝两岁 a newborn. */
  readonly plain: string;
  readonly mentions: readonly Mention[];
  /** Leave out what happened to a paper, since it is known of which one it is said. */
  readonly notBySense?: boolean;
}

/** Reads the facts a message states, for these questions. What fits two options, or another thing, is left out. */
export function readAnswers(heard: Heard, questions: readonly AnswerWords[]): readonly StatedAnswer[] {
  return questions.flatMap((words) => {
    const values = readOptions(heard, words);
    const [value] = values;
    const stated = values.size === 1 ? value : values.size === 0 ? readAge(heard.plain, words.question) : undefined;
    return stated === undefined ? [] : [{ question: words.question.id, value: stated }];
  });
}

/** The options of one question that a message states. */
export function readOptions(heard: Heard, words: AnswerWords): ReadonlySet<string> {
  return new Set(splitClauses(heard.text).flatMap((clause) => valuesIn(heard, clause, words)));
}

function valuesIn(heard: Heard, clause: Clause, words: AnswerWords): readonly string[] {
  return words
    .find(clause.text)
    .filter((spot) => !isNegated(clause.text, spot.start) && !isOnlyAsked(clause.text, spot))
    .filter((spot) => heard.notBySense !== true || spot.value.senses.size === 0)
    .filter((spot) => isSaidOf(heard, clause, words, spot))
    .map(({ value }) => value.value);
}

const wondering = /(?:要|需要|必须|能|可以|能否|可否|是否|能不能|可不可以|要不要|还是|得)(?:由|在|到|去|让|找|用)?$/u;
const question = /(?:吗|么|不|没|嘛|呢|\?|？)$|能不能|可不可以|要不要|是不是|是否|能否|可否/u;

/** 能代办吗, 要本人去吗: asked, not stated. */
function isOnlyAsked(clause: string, { start }: Spot<Saying>): boolean {
  const before = clause.slice(0, start);
  return /(?:多少钱|几块钱?|多少|什么价)$/u.test(before) || (wondering.test(before) && question.test(clause));
}

/** Whether a phrase is said of the item that asks, not of another paper nor of something else that was lost. */
function isSaidOf({ mentions }: Heard, clause: Clause, words: AnswerWords, spot: Spot<Saying>): boolean {
  const start = clause.start + spot.start;
  const end = clause.start + spot.end;
  const beside = mentions.filter((mention) => mention.clause.start === clause.start);
  const inside = beside.find((mention) => mention.spot.start <= start && start < mention.spot.end);
  if (spot.value.senses.size === 0) return inside === undefined || !isName(inside, spot.phrase);
  // 没领结婚证 and 身份证丢了 name what they are said of.
  if (beside.some((mention) => start <= mention.spot.start && mention.spot.end <= end)) return true;
  if (inside !== undefined) return concerns(inside, words);
  const own = beside.filter((mention) => concerns(mention, words));
  if (own.some(({ senses }) => [...spot.value.senses].some((sense) => senses.has(sense)))) return true;
  const before = beside.filter((mention) => mention.spot.end <= start).at(-1);
  if (before !== undefined) return concerns(before, words);
  if (unknownWords(clause.text.slice(0, spot.start)).length > 0) return false;
  const next = beside.find((mention) => mention.spot.start >= end);
  return next === undefined || concerns(next, words);
}

/** The option's words are the name of a paper that is asked for: 护照 in 办护照 tells nothing about the person. */
function isName({ spot, role }: Mention, phrase: string): boolean {
  if (spot.phrase === phrase) return role === 'wanted' || role === 'trouble' || role === 'absent' || role === 'aside';
  return /[证簿本照卡]$/u.test(spot.phrase) && coreOf(spot.phrase).some((core) => core.includes(phrase));
}

/** Whether a mention is of the thing that a question is about. */
export function concerns({ spot }: Mention, { owners, about }: AnswerWords): boolean {
  if (spot.value.items.some((item) => owners.includes(item))) return true;
  return coreOf(spot.phrase).some((core) => about.includes(core));
}
