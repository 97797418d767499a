import type { Condition } from '../model/condition.ts';
import type { Material } from '../model/material.ts';
import type { Option, Question } from '../model/question.ts';
import { boundsInWords } from '../text/answer-in-words.ts';
import { sentencesOf } from '../text/sentences-of.ts';
import { isAlways, isNever, simplifyCondition } from './simplify-condition.ts';

/** A notice is Chinese in every language of the frame around it, like the knowledge it is made of. */
const sentences = sentencesOf('zh-CN');
const says = sentences.notice.writing.condition;

/** Words for a condition. A plain one holds nothing that could be read together with its neighbours. */
interface Phrase {
  readonly text: string;
  readonly isPlain: boolean;
  /** Ends in a list of alternatives, so that nothing may follow it. */
  readonly isList?: boolean;
}

/** What conditions are made of, for looking up their words. */
export interface Names {
  readonly questions: readonly Question[];
  readonly materials: readonly Material[];
}

/**
 * Says a condition in plain Chinese, never empty: 身份证丢了并且户口在外地.
 *
 * There are no brackets: 并且 between more than plain facts takes a comma, and alternatives that are more than plain
 * facts become a list at the end.
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
  if (isAlways(condition)) return { text: says.always, isPlain: true };
  if (isNever(condition)) return { text: says.never, isPlain: true };
  if ('all' in condition) return joinAnd(condition.all.map((part) => phrase(part, names)));
  if ('any' in condition) return joinOr(condition.any.flatMap((part) => alternativePhrases(part, names)));
  if ('not' in condition) return negation(condition.not, names);
  if ('is' in condition) return choicePhrase(condition, names);
  if ('lacks' in condition) return { text: says.lacks(materialName(condition.lacks, names)), isPlain: true };
  return { text: rangeText(condition, names), isPlain: true };
}

function negation(condition: Condition, names: Names): Phrase {
  if ('lacks' in condition) return { text: says.has(materialName(condition.lacks, names)), isPlain: true };
  const question = 'is' in condition ? names.questions.find(({ id }) => id === condition.question) : undefined;
  if (question === undefined || !('is' in condition)) {
    return { text: says.notSo(phrase(condition, names).text), isPlain: false };
  }
  const labels = question.options.filter(({ value }) => condition.is.includes(value)).map(({ label }) => label);
  return { text: labels.length === 0 ? says.unnamed : says.noneOf(question.name, labels), isPlain: true };
}

function joinOr(phrases: readonly Phrase[]): Phrase {
  const [only] = phrases;
  if (only !== undefined && phrases.length === 1) return only;
  const texts = phrases.map(({ text }) => text);
  if (phrases.every(({ isPlain }) => isPlain)) return { text: texts.join(sentences.words.or), isPlain: false };
  return { text: says.oneOf(texts), isPlain: false, isList: true };
}

function joinAnd(phrases: readonly Phrase[]): Phrase {
  const { and } = sentences.words;
  const mark = phrases.every(({ isPlain }) => isPlain) ? and : `，${and}`;
  const lists = phrases.filter(({ isList }) => isList === true);
  const listsLast = [...phrases.filter(({ isList }) => isList !== true), ...lists];
  const text = listsLast.map((part) => part.text).join(mark);
  return { text, isPlain: false, isList: lists.length > 0 };
}

/** Options by their facts; where those would need commas among others, by their labels; or by what is left out. */
function choicePhrase(leaf: ChoiceLeaf, { questions }: Names): Phrase {
  const question = questions.find(({ id }) => id === leaf.question);
  const chosen = question?.options.filter(({ value }) => leaf.is.includes(value)) ?? [];
  if (question === undefined || chosen.length === 0) return { text: says.unnamed, isPlain: true };
  const others = question.options.filter(({ value }) => !leaf.is.includes(value));
  const facts = chosen.map(factPhrase);
  const [only] = facts;
  if (only !== undefined && facts.length === 1) return only;
  const areFew = others.length > 0 && others.length <= 2 && others.length < chosen.length;
  if (facts.every(({ isPlain }) => isPlain) && !(areFew && chosen.length >= 3)) return joinOr(facts);
  const labels = (areFew ? others : chosen).map(({ label }) => label);
  return { text: (areFew ? says.noneOf : says.oneAnswerOf)(question.name, labels), isPlain: true };
}

/** Among alternatives, each option is one of them. */
function alternativePhrases(condition: Condition, names: Names): readonly Phrase[] {
  const said = phrase(condition, names);
  const question = 'is' in condition ? names.questions.find(({ id }) => id === condition.question) : undefined;
  if (question === undefined || !('is' in condition) || said.isPlain) return [said];
  return question.options.filter(({ value }) => condition.is.includes(value)).map(factPhrase);
}

/** An author's own statement may join things itself. */
function factPhrase({ fact, label }: Option): Phrase {
  const text = fact ?? label;
  return { text, isPlain: !/[、，；]|或|并且/u.test(text) };
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
