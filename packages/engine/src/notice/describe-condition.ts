import type { Condition } from '../model/condition.ts';
import type { Material } from '../model/material.ts';
import type { Question } from '../model/question.ts';
import { boundsInWords } from '../text/answer-in-words.ts';
import { sentencesOf } from '../text/sentences-of.ts';
import { isAlways, isNever, simplifyCondition } from './simplify-condition.ts';

/** A notice is Chinese in every language of the frame around it, like the knowledge it is made of. */
const sentences = sentencesOf('zh-CN');
const says = sentences.notice.writing.condition;

/** What stands before 并且 and 或者, by how many levels of joining they hold together. */
const marks = ['', '，', '；'];

/** Words for a condition, and how many levels of joining are inside: 0 for one fact. */
interface Phrase {
  readonly text: string;
  readonly depth: number;
}

/** What conditions are made of, for looking up their words. */
export interface Names {
  readonly questions: readonly Question[];
  readonly materials: readonly Material[];
}

/**
 * Says a condition in plain Chinese, never empty: 身份证丢了并且户口在外地.
 *
 * There are no brackets: the mark before 并且 or 或者 grows with the level, none, then a comma, then a semicolon.
 */
export function describeCondition(
  condition: Condition,
  questions: readonly Question[],
  materials: readonly Material[] = [],
): string {
  return sayCondition(simplifyCondition(condition, questions), { questions, materials });
}

/** Says a condition that is simplified already. */
export function sayCondition(condition: Condition, names: Names): string {
  return phrase(condition, names).text;
}

function phrase(condition: Condition, names: Names): Phrase {
  if (isAlways(condition)) return { text: says.always, depth: 0 };
  if (isNever(condition)) return { text: says.never, depth: 0 };
  if ('all' in condition) return join(condition.all, sentences.words.and, names);
  if ('any' in condition) return join(condition.any, sentences.words.or, names);
  if ('not' in condition) return negation(condition.not, names);
  if ('is' in condition) return joinPhrases(choicePhrases(condition, names), sentences.words.or);
  if ('lacks' in condition) return { text: says.lacks(materialName(condition.lacks, names)), depth: 0 };
  return { text: rangeText(condition, names), depth: 0 };
}

function negation(condition: Condition, names: Names): Phrase {
  if ('lacks' in condition) return { text: says.has(materialName(condition.lacks, names)), depth: 0 };
  const question = 'is' in condition ? names.questions.find(({ id }) => id === condition.question) : undefined;
  if (question === undefined || !('is' in condition)) {
    const { text, depth } = phrase(condition, names);
    return { text: says.notSo(text), depth };
  }
  const labels = question.options.filter(({ value }) => condition.is.includes(value)).map(({ label }) => label);
  return { text: labels.length === 0 ? says.unnamed : says.noneOf(question.name, labels), depth: 0 };
}

function join(parts: readonly Condition[], word: string, names: Names): Phrase {
  const isAny = word === sentences.words.or;
  const phrases = parts.flatMap((part) => (isAny && 'is' in part ? choicePhrases(part, names) : [phrase(part, names)]));
  return joinPhrases(phrases, word);
}

function joinPhrases(phrases: readonly Phrase[], word: string): Phrase {
  const [only] = phrases;
  if (only !== undefined && phrases.length === 1) return only;
  const depth = Math.max(0, ...phrases.map((part) => part.depth));
  const mark = marks[Math.min(depth, marks.length - 1)] ?? '';
  return { text: phrases.map(({ text }) => text).join(`${mark}${word}`), depth: depth + 1 };
}

/** One phrase for each option, or one that names what is left out where that is shorter. */
function choicePhrases({ question: id, is }: ChoiceLeaf, { questions }: Names): readonly Phrase[] {
  const question = questions.find((candidate) => candidate.id === id);
  if (question === undefined) return [{ text: says.unnamed, depth: 0 }];
  const others = question.options.filter(({ value }) => !is.includes(value));
  if (is.length >= 3 && others.length > 0 && others.length <= is.length - 2) {
    const labels = others.map(({ label }) => label);
    return [{ text: says.noneOf(question.name, labels), depth: 0 }];
  }
  const chosen = question.options.filter(({ value }) => is.includes(value));
  if (chosen.length === 0) return [{ text: says.unnamed, depth: 0 }];
  return chosen.map(({ fact, label }) => factPhrase(fact ?? label));
}

/** An author's own statement may join things itself; what joins it to others must be stronger. */
function factPhrase(text: string): Phrase {
  const depth = /；/u.test(text) ? 3 : /，/u.test(text) ? 2 : /、|或|并且/u.test(text) ? 1 : 0;
  return { text, depth };
}

type ChoiceLeaf = Extract<Condition, { is: unknown }>;
type RangeLeaf = Extract<Condition, { compare: unknown }>;

/** 不满 16 周岁 says itself what is counted; other numbers and all dates need the name of the question. */
function rangeText({ question: id, compare }: RangeLeaf, { questions }: Names): string {
  const question = questions.find((candidate) => candidate.id === id);
  if (question === undefined || Object.keys(compare).length === 0) return says.unnamed;
  const range = boundsInWords(question, compare, sentences);
  return question.unit?.includes('岁') ? range : says.measured(question.name, range);
}

function materialName(id: string, { materials }: Names): string {
  return materials.find((material) => material.id === id)?.name ?? says.thisMaterial;
}
