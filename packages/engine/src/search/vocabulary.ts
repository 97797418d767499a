import type { Knowledge } from '../model/knowledge.ts';
import type { Question } from '../model/question.ts';
import type { ServiceItem } from '../model/service-item.ts';
import { senseWords } from '../words/everyday-words.ts';
import type { Sense } from '../words/everyday-words.ts';
import { createPhraseFinder } from '../words/phrases.ts';
import type { PhraseFinder } from '../words/phrases.ts';
import { childCoreOf, coreOf } from './core-of.ts';
import { createQualifiers } from './find-qualifiers.ts';
import type { FindQualified } from './find-qualifiers.ts';
import { createSpelling } from './spelling.ts';
import { createThings } from './things.ts';
import type { Thing } from './things.ts';

/** The words of one knowledge, spelled alike and ready to be found in a message. */
export interface Vocabulary {
  /** One spelling for messages and knowledge: width, case, script, synonyms. */
  readonly spell: (text: string) => string;
  /** Names of items, materials and life events. */
  readonly findThings: PhraseFinder<Thing>;
  /** The same in a message about a child, where 落户 is an item that it otherwise is not. */
  readonly findChildThings: PhraseFinder<Thing>;
  /** What happens to the papers of each item and what is done about them, by its own aliases and title. */
  readonly senses: readonly ReadonlySet<Sense>[];
  /** The same with the words of its questions. */
  readonly abilities: readonly ReadonlySet<Sense>[];
  /** The names of each item without what is said around them. */
  readonly cores: readonly ReadonlySet<string>[];
  readonly findSenses: PhraseFinder<Sense>;
  /** 临时 → the temporary card: what turns the name of one item into that of another. */
  readonly findQualified: FindQualified;
}

/** Prepares the words of a knowledge. */
export function createVocabulary(knowledge: Knowledge): Vocabulary {
  const { search, items } = knowledge;
  const spell = createSpelling(search);
  const findSenses = createPhraseFinder(senseTable(spell));
  const namesOf = (item: ServiceItem): readonly string[] => [...titlesOf(item), ...item.aliases].map(spell);
  const sensesOf = (texts: readonly string[]) =>
    new Set(texts.flatMap((text) => findSenses(text).map(({ value }) => value)));
  const childCores = items.map((item) => namesOf(item).flatMap(childCoreOf));
  const cores = items.map((item, index) => {
    return new Set([...namesOf(item).flatMap(coreOf), ...(childCores[index] ?? []).filter((core) => core.length > 2)]);
  });
  const things = createThings(knowledge, spell, { cores, childCores });
  const sayings = new Map(knowledge.questions.map((question) => [question.id, sayingsOf(question).map(spell)]));
  return {
    spell,
    findThings: createPhraseFinder(things.always),
    findChildThings: createPhraseFinder(things.ofChildren),
    senses: items.map((item) => sensesOf(namesOf(item))),
    abilities: items.map((item) =>
      sensesOf([...namesOf(item), ...item.questions.flatMap((id) => sayings.get(id) ?? [])]),
    ),
    cores,
    findSenses,
    findQualified: createQualifiers(cores),
  };
}

/** 居民身份证申领、换领、补领 is a list of which only the first part holds the name. */
function titlesOf(item: ServiceItem): readonly string[] {
  return [item.name, ...item.title.split(/[、，（）()\s]/u)].filter((part) => part.length > 1);
}

function senseTable(spell: (text: string) => string): ReadonlyMap<string, Sense> {
  const table = new Map<string, Sense>();
  for (const [sense, words] of Object.entries(senseWords) as [Sense, readonly string[]][]) {
    for (const word of words) table.set(spell(word), sense);
  }
  return table;
}

/** The words of a question: 坏了 may be an answer without being an alias. */
function sayingsOf({ options }: Question): readonly string[] {
  return options.flatMap(({ label, says }) => [label, ...(says ?? [])]);
}
