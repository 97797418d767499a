import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from './engine.ts';
import type { Engine } from './engine.ts';
import { smallKnowledge } from './engine.fixture.ts';
import type { Consultation, Input } from './model/consultation.ts';
import type { Notice } from './model/notice.ts';
import { randomItems, randomKnowledge } from './random-knowledge.fixture.ts';
import { someAnswers } from './rules/rules.oracle.ts';
import { checkProperty } from './test-support/check-property.ts';
import { runs } from './test-support/runs.ts';

const today = '2026-11-22';
// Whole conversations over random items: seconds on a busy machine.
const patience = { timeout: 120_000 };

/** Random items, and answers to some of their questions. */
const aCase = randomKnowledge.chain((knowledge) =>
  fc.record({
    knowledge: fc.constant(knowledge),
    answers: someAnswers(knowledge.questions),
    order: fc.shuffledSubarray([...randomItems], { minLength: randomItems.length }),
  }),
);

/**
 * A notice with every list in one order, the letters of its sentences too: what it says, whichever item was named
 * first. "For a and c" and "for c and a" are the same.
 */
function inOneOrder(part: unknown): unknown {
  if (typeof part === 'string') return [...part].sort().join('');
  if (Array.isArray(part)) {
    return part.map(inOneOrder).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, inOneOrder(value)]));
}

function noticeOf(engine: Engine, inputs: readonly Input[], answers: Consultation['answers'] = {}): Notice {
  const begun = engine.begin({ today });
  const { consultation } = inputs.reduce((turn, input) => engine.takeTurn(turn.consultation, input), begun);
  return engine.writeNotice({ ...consultation, answers });
}

const choose = (items: readonly string[]): Input => ({ kind: 'choose', items });
const add = (item: string): Input => ({ kind: 'add', item });

describe('the notice of a trip', patience, () => {
  it('says the same whichever item was named first', () => {
    checkProperty(
      'trips in any order',
      fc.property(aCase, ({ knowledge, answers, order }) => {
        const engine = createEngine(knowledge);
        const named = noticeOf(engine, [choose(order)], answers);
        expect(inOneOrder(named)).toEqual(inOneOrder(noticeOf(engine, [choose(randomItems)], answers)));
      }),
      700,
    );
  });

  it('is the same whether its items were chosen together or added one after another', () => {
    checkProperty(
      'trips joined in any way',
      fc.property(aCase, ({ knowledge, answers, order }) => {
        const engine = createEngine(knowledge);
        const [first = '', ...others] = order;
        const together = noticeOf(engine, [choose(order)], answers);
        expect(noticeOf(engine, [choose([first]), ...others.map(add)], answers)).toEqual(together);
        expect(noticeOf(engine, [choose(order.slice(0, 2)), ...order.slice(2).map(add)], answers)).toEqual(together);
        // The other bracket: the first item joins those that were joined before it came.
        const joined = noticeOf(engine, [choose(others), add(first)], answers);
        expect(inOneOrder(joined)).toEqual(inOneOrder(together));
      }),
      700,
    );
  });

  it('is again what it was when an item is added and taken out', () => {
    fc.assert(
      fc.property(aCase, ({ knowledge, answers, order }) => {
        const engine = createEngine(knowledge);
        const [last = '', ...others] = order;
        const around = noticeOf(engine, [choose(others), add(last), { kind: 'remove', item: last }], answers);
        expect(around).toEqual(noticeOf(engine, [choose(others)], answers));
      }),
      runs(300),
    );
  });

  it('demands of two items together what it demands of each, and nothing more', () => {
    fc.assert(
      fc.property(aCase, ({ knowledge, answers }) => {
        const engine = createEngine(knowledge);
        // Where several items are wanted, a line says first which of them it is about: 办事项 a：……
        const texts = ({ materials, fees, warnings, eligibility }: Notice) =>
          [materials, fees, warnings, eligibility.reasons].flat().map(({ text }) => text.split('：').at(-1));
        const apart = randomItems.flatMap((item) => texts(noticeOf(engine, [choose([item])], answers)));
        expect(new Set(texts(noticeOf(engine, [choose(randomItems)], answers)))).toEqual(new Set(apart));
      }),
      runs(300),
    );
  });

  it('says the same of real sentences whichever item was named first', () => {
    const engine = createEngine(smallKnowledge());
    const told: readonly Input[] = [
      { kind: 'answer', question: 'age', value: 8 },
      { kind: 'unsure', question: 'guardian' },
      { kind: 'answer', question: 'card-reason', value: 'lost' },
    ];
    const { answers } = told.reduce(
      (turn, input) => engine.takeTurn(turn.consultation, input),
      engine.begin({ today, items: ['card', 'pass'] }),
    ).consultation;
    const one = noticeOf(engine, [choose(['card', 'pass'])], answers);
    expect(inOneOrder(noticeOf(engine, [choose(['pass', 'card'])], answers))).toEqual(inOneOrder(one));
  });
});
