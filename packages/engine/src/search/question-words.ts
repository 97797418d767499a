import type { Option, Question } from '../model/question.ts';
import type { Sense } from '../words/everyday-words.ts';
import { createPhraseFinder } from '../words/phrases.ts';
import type { PhraseFinder } from '../words/phrases.ts';
import type { Spelling } from './spelling.ts';

/** One way of saying an option, and what it says of papers, if anything. */
export interface Saying {
  readonly value: string;
  readonly senses: ReadonlySet<Sense>;
}

/** The words of one question, whatever items ask it. */
export interface QuestionWords {
  readonly question: Question;
  /** The question as it is put, spelled. */
  readonly ask: string;
  /** The question's own words, to see what it is about. */
  readonly about: string;
  readonly find: PhraseFinder<Saying>;
  /** Everything an option can be called, spelled. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** What its options say happens or is done. */
  readonly senses: ReadonlySet<Sense>;
}

/** Says nothing by itself, or is said all the time without being an answer. */
const tooShort = 2;
const weak = new Set([
  '本人',
  '自己',
  '需要',
  '不需要',
  '可以',
  '不可以',
  '是的',
  '没有',
  '不是',
  '有的',
  '不要',
  '不用',
  '别人',
  '办理',
  '材料',
]);

/** 在外地 answers 户口在哪里 when that is asked; said freely it may be where the person is. */
const leansOnQuestion = /^(?:在|有|没|是|能|会|可|要|去|不|都)/u;

/** Works out the words of a question, once for everybody who spells alike. */
export function questionWords(spelling: Spelling, question: Question): QuestionWords {
  return spelling.remember(question, () => workOut(spelling, question));
}

function workOut({ spell, sensesOf }: Spelling, question: Question): QuestionWords {
  const names = new Map(question.options.map((option) => [option.value, namesOf(option).map(spell)]));
  const labels = new Set(question.options.map(({ label }) => spell(label)));
  const table = new Map<string, Saying>();
  const shared = new Set<string>();
  for (const [value, words] of names) {
    for (const word of words) {
      if (word.length < tooShort || weak.has(word) || (labels.has(word) && leansOnQuestion.test(word))) continue;
      // A phrase of two options answers for neither.
      if (table.has(word) && table.get(word)?.value !== value) shared.add(word);
      table.set(word, { value, senses: sensesOf([word]) });
    }
  }
  for (const word of shared) table.delete(word);
  const said = question.options.flatMap(({ label, says }) => [label, ...(says ?? [])]);
  return {
    question,
    ask: spell(question.ask),
    about: spell([question.name, question.ask, ...question.options.map(({ fact }) => fact ?? '')].join(' ')),
    find: createPhraseFinder(table),
    names,
    senses: sensesOf(said.map(spell)),
  };
}

function namesOf({ label, fact, says }: Option): readonly string[] {
  return [label, ...(fact === undefined ? [] : [fact]), ...(says ?? [])];
}
