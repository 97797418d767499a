// For tests only: knowledge made at random, small enough to try every completion of every case.
import type fc from 'fast-check';
import type { Condition } from './model/condition.ts';
import type { Knowledge } from './model/knowledge.ts';
import type { Obligation } from './model/obligation.ts';
import type { Question } from './model/question.ts';
import { anItem, itemOf, says } from './rules/rules.oracle.ts';

/** The items of a random knowledge: they share their questions, and some of their materials. */
export const randomItems: readonly string[] = ['a', 'b', 'c'];

/** Knowledge whose obligations hang on random conditions over up to four questions, dealt out to three items. */
export const randomKnowledge: fc.Arbitrary<Knowledge> = anItem.map(({ item, questions }) =>
  knowledgeOf(
    item.obligations.map(({ when }) => when),
    questions,
  ),
);

function knowledgeOf(conditions: readonly Condition[], questions: readonly Question[]): Knowledge {
  const items = randomItems.map((id, place) => {
    const own = conditions.flatMap((when, index) =>
      index % randomItems.length === place ? obligationsUnder(when, `${id}${index}`, index) : [],
    );
    return { ...itemOf(questions, own), id, title: `事项 ${id}`, name: `事项 ${id}` };
  });
  return {
    version: '000000000000',
    date: '2026-11-20',
    region: { id: 'demo', name: '示例市', fictional: true, hotline: '0000-1', complaint: '0000-2', halls: [] },
    items,
    questions,
    materials: ['register', 'card'].map((id) => ({ id, name: `材料 ${id}`, issuer: '本人' })),
    authorities: [{ id: 'office', name: '示例厅' }],
    sources: [{ id: 'law', grade: 'law', title: '示例条例', date: '2020-01-01' }],
    lifeEvents: [],
    search: { postings: {}, lengths: items.map(() => 0), synonyms: {}, simplified: {}, initials: items.map(() => '') },
  };
}

/** One condition, said in three ways: something to bring, to pay and to know; the fifth one ends the matter instead. */
function obligationsUnder(when: Condition, id: string, index: number): readonly Obligation[] {
  const base = { when, sources: ['law'], local: false };
  if (index === 4) return [{ ...says(id, when), kind: 'ineligible' }];
  const material = index % 2 === 0 ? 'register' : 'card';
  const use = { material, originals: 1, copies: index, keeps: 'shown' } as const;
  return [
    says(id, when),
    { ...base, id: `material/${id}`, kind: 'material', anyOf: [use], necessity: 'required' },
    { ...base, id: `fee/${id}`, kind: 'fee', amount: index + 1, currency: 'CNY', label: `费用 ${id}` },
  ];
}
