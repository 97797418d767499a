import type { Consultation } from '../model/consultation.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Material } from '../model/material.ts';
import type { Obligation } from '../model/obligation.ts';
import type { Question } from '../model/question.ts';
import type { ServiceItem } from '../model/service-item.ts';
import type { Situation } from '../model/situation.ts';
import { questionsBehindOf } from '../rules/questions-behind.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import type { Search } from '../search/create-search.ts';

/** What the dialogue works with: one knowledge, its rules and its search, and its nouns by id. */
export interface DialogueTools {
  readonly knowledge: Knowledge;
  readonly rules: RuleBook;
  readonly search: Search;
  readonly items: ReadonlyMap<string, ServiceItem>;
  readonly questions: ReadonlyMap<string, Question>;
  readonly materials: ReadonlyMap<string, Material>;
  /** The questions that an obligation's condition looks at, presuppositions included. */
  questionsBehind(obligation: Obligation): ReadonlySet<string>;
}

/** Collects the tools of a knowledge. */
export function createTools(knowledge: Knowledge, rules: RuleBook, search: Search): DialogueTools {
  const behind = questionsBehindOf(knowledge);
  return {
    knowledge,
    rules,
    search,
    items: byId(knowledge.items),
    questions: byId(knowledge.questions),
    materials: byId(knowledge.materials),
    questionsBehind: ({ when }) => behind(when),
  };
}

/** What the rules need to know of a consultation. */
export function situationOf(consultation: Pick<Consultation, 'today' | 'answers' | 'lacks'>): Situation {
  return { today: consultation.today, answers: consultation.answers, lacks: consultation.lacks };
}

function byId<T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}
