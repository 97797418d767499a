import type { Comparison, Condition } from '../model/condition.ts';
import type { Material } from '../model/material.ts';
import type { Question } from '../model/question.ts';
import { boundsInWords } from '../text/answer-in-words.ts';
import { sentencesOf } from '../text/sentences-of.ts';
import { anyOfAlls } from './any-of-alls.ts';
import { isAlways, isNever } from './leaf.ts';
import type { ChoiceLeaf } from './leaf.ts';
import { simplifyCondition } from './simplify-condition.ts';

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
interface Names {
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
  const names = { questions, materials };
  const simple = simplifyCondition(condition, questions);
  const said = phrase(simple, names);
  return said.depth <= marks.length ? said.text : phrase(anyOfAlls(simple, questions), names).text;
}

function phrase(condition: Condition, names: Names): Phrase {
  if (isAlways(condition)) return { text: says.always, depth: 0 };
  if (isNever(condition)) return { text: says.never, depth: 0 };
  if ('all' in condition) {
    return join(
      condition.all.map((part) => phrase(part, names)),
      sentences.words.and,
    );
  }
  if ('any' in condition) {
    return join(
      condition.any.flatMap((part) => ('is' in part ? choicePhrases(part, names) : [phrase(part, names)])),
      sentences.words.or,
    );
  }
  if ('is' in condition) return join(choicePhrases(condition, names), sentences.words.or);
  return { text: leafText(condition, names), depth: 0 };
}

function join(phrases: readonly Phrase[], word: string): Phrase {
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

type OtherLeaf = Exclude<Condition, { all: unknown } | { any: unknown } | ChoiceLeaf>;

function leafText(leaf: OtherLeaf, names: Names): string {
  if ('compare' in leaf) return rangeText(leaf.question, leaf.compare, names);
  if ('lacks' in leaf) return says.lacks(materialName(leaf.lacks, names));
  // Simplifying leaves only "does not lack" and questions that nobody knows.
  return 'lacks' in leaf.not ? says.has(materialName(leaf.not.lacks, names)) : says.unnamed;
}

/** 不满 16 周岁 says itself what is counted; other numbers and all dates need the name of the question. */
function rangeText(id: string, compare: Comparison, { questions }: Names): string {
  const question = questions.find((candidate) => candidate.id === id);
  if (question === undefined || Object.keys(compare).length === 0) return says.unnamed;
  const range = boundsInWords(question, compare, sentences);
  return question.unit?.includes('岁') ? range : says.measured(question.name, range);
}

function materialName(id: string, { materials }: Names): string {
  return materials.find((material) => material.id === id)?.name ?? says.thisMaterial;
}
