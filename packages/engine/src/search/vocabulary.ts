import type { Knowledge } from '../model/knowledge.ts';
import type { Sense } from '../words/everyday-words.ts';
import type { PhraseFinder } from '../words/phrases.ts';
import { createQualifiers } from './find-qualifiers.ts';
import type { FindQualified } from './find-qualifiers.ts';
import { itemWords } from './item-words.ts';
import { questionWords } from './question-words.ts';
import { spellingOf } from './spelling.ts';
import type { Spelling } from './spelling.ts';
import { createThings } from './things.ts';
import type { Thing } from './things.ts';

/** The words of one knowledge, spelled alike and ready to be found in a message. */
export interface Vocabulary {
  readonly spelling: Spelling;
  /** One spelling for messages and knowledge: width, case, script, synonyms. */
  readonly spell: (text: string) => string;
  /** Names of items, materials and life events. */
  readonly findThings: PhraseFinder<Thing>;
  /** The same in a message about a child, where 落户 is an item that it otherwise is not. */
  readonly findChildThings: PhraseFinder<Thing>;
  /** What happens to the papers of each item and what is done about them, by its own aliases and title. */
  readonly senses: readonly ReadonlySet<Sense>[];
  /** The same of one item, with the words of its questions. */
  readonly abilitiesOf: (index: number) => ReadonlySet<Sense>;
  /** The names of each item without what is said around them. */
  readonly cores: readonly ReadonlySet<string>[];
  readonly findSenses: PhraseFinder<Sense>;
  /** 临时 → the temporary card: what turns the name of one item into that of another. */
  readonly findQualified: FindQualified;
}

/** Prepares the words of a knowledge. */
export function createVocabulary(knowledge: Knowledge): Vocabulary {
  const { search, items } = knowledge;
  const spelling = spellingOf(search);
  const words = items.map((item) => itemWords(spelling, item));
  const cores = words.map((own) => own.cores);
  return {
    spelling,
    spell: spelling.spell,
    ...createThings(knowledge, spelling),
    senses: words.map(({ senses }) => senses),
    abilitiesOf: createAbilities(knowledge, spelling),
    cores,
    findSenses: spelling.findSenses,
    findQualified: createQualifiers(cores),
  };
}

/** The words of a question count as well: 坏了 may be an answer without being an alias. */
function createAbilities({ items, questions }: Knowledge, spelling: Spelling): Vocabulary['abilitiesOf'] {
  return (index) => {
    const item = items[index];
    if (item === undefined) return new Set();
    const asked = questions.filter(({ id }) => item.questions.includes(id));
    const said = asked.flatMap((question) => [...questionWords(spelling, question).senses]);
    return new Set([...itemWords(spelling, item).senses, ...said]);
  };
}
