import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../model/condition.ts';
import type { Question } from '../model/question.ts';
import type { Answer, Situation } from '../model/situation.ts';
import { runs } from '../test-support/runs.ts';
import { createRuleBook } from './rule-book.ts';
import { anItem, itemOf, questionOf, says, someAnswers, truthOver, valuesOf, worlds } from './rules.oracle.ts';

const today = '2026-11-22';
const cases = runs(2_000);
// Two thousand small worlds each: seconds on a busy machine.
const patience = { timeout: 120_000 };

function bookOf(questions: readonly Question[], ...conditions: readonly Condition[]) {
  const obligations = conditions.map((when, index) => says(`o${index}`, when));
  return createRuleBook({ items: [itemOf(questions, obligations)], questions });
}

function known(answers: Record<string, string | number>): Situation {
  const entries = Object.entries(answers).map(([id, value]): [string, Answer] => [id, { is: 'known', value }]);
  return { today, answers: Object.fromEntries(entries), lacks: [] };
}

const caseWithAnswers = anItem.chain(({ item, questions }) =>
  someAnswers(questions).map((answers) => ({ item, questions, situation: { today, answers, lacks: [] } })),
);

describe('deciding', patience, () => {
  it('says of every obligation exactly what all completions of the answers agree on', () => {
    fc.assert(
      fc.property(caseWithAnswers, ({ item, questions, situation }) => {
        const outcome = createRuleBook({ items: [item], questions }).decide(['item'], situation);
        const all = worlds(questions, situation);
        for (const line of outcome.lines) expect(line.holds).toBe(truthOver(line.obligation.when, all));
      }),
      cases,
    );
  });

  it('leaves open a condition that means the same as the obligation in every completion', () => {
    fc.assert(
      fc.property(caseWithAnswers, ({ item, questions, situation }) => {
        const outcome = createRuleBook({ items: [item], questions }).decide(['item'], situation);
        for (const world of worlds(questions, situation)) {
          for (const line of outcome.lines) {
            if (line.holds !== 'unknown') continue;
            expect(truthOver(line.open, [world])).toBe(truthOver(line.obligation.when, [world]));
          }
        }
      }),
      cases,
    );
  });

  it('asks a question only if two answers to it lead to different outcomes in some completion', () => {
    fc.assert(
      fc.property(caseWithAnswers, ({ item, questions, situation }) => {
        const book = createRuleBook({ items: [item], questions });
        const all = worlds(questions, situation);
        const outcomeIn = (world: (typeof all)[number]) =>
          item.obligations.map(({ when }) => truthOver(when, [world])).join();
        for (const id of book.openQuestions(['item'], situation)) {
          const question = questions.find((each) => each.id === id) as Question;
          const matters = all.some((world) => {
            const outcomes = valuesOf(question).map((value) =>
              outcomeIn({ ...world, values: { ...world.values, [id]: value } }),
            );
            return new Set(outcomes).size > 1;
          });
          expect(matters).toBe(true);
        }
      }),
      cases,
    );
  });

  it('stops only when every completion of what is unknown gives the same outcome', () => {
    fc.assert(
      fc.property(caseWithAnswers, ({ item, questions, situation }) => {
        const book = createRuleBook({ items: [item], questions });
        if (book.openQuestions(['item'], situation).length > 0) return;
        const all = worlds(questions, situation);
        for (const { when } of item.obligations) expect(truthOver(when, all)).not.toBe('unknown');
      }),
      cases,
    );
  });

  it('never asks more questions than it announced, whatever is answered', () => {
    fc.assert(
      fc.property(anItem, fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }), ({ item, questions }, choices) => {
        const book = createRuleBook({ items: [item], questions });
        const answers: Record<string, Answer> = {};
        let announced = book.atMost(['item'], { today, answers, lacks: [] });
        for (const choice of choices) {
          const [next] = book.openQuestions(['item'], { today, answers, lacks: [] });
          if (next === undefined) break;
          expect(announced).toBeGreaterThan(0);
          const values = valuesOf(questions.find(({ id }) => id === next) as Question);
          answers[next] = { is: 'known', value: values[choice % values.length] as string | number };
          const left = book.atMost(['item'], { today, answers: { ...answers }, lacks: [] });
          expect(left).toBeLessThan(announced);
          announced = left;
        }
      }),
      cases,
    );
  });
});

describe('what the known engines get wrong', () => {
  const two = [questionOf('a', 'two'), questionOf('b', 'two'), questionOf('gate', 'two')];

  it('does not ask when both branches of a condition are equal', () => {
    const both: Condition = {
      any: [
        {
          all: [
            { question: 'a', is: ['a'] },
            { question: 'b', is: ['a'] },
          ],
        },
        { all: [{ not: { question: 'a', is: ['a'] } }, { question: 'b', is: ['a'] }] },
      ],
    };
    expect(bookOf(two, both).openQuestions(['item'], known({}))).toEqual(['b']);
  });

  it('does not ask when the alternatives cover all options', () => {
    const covering: Condition = {
      any: [
        { question: 'a', is: ['a'] },
        { question: 'a', is: ['b'] },
      ],
    };
    expect(bookOf(two, covering).openQuestions(['item'], known({}))).toEqual([]);
  });

  it('does not ask for a number when its bounds make no difference', () => {
    const age = questionOf('age', 'number');
    const any: Condition = {
      any: [
        { question: 'age', compare: { lt: 5 } },
        { question: 'age', compare: { gte: 3 } },
      ],
    };
    expect(bookOf([age], any).openQuestions(['item'], known({}))).toEqual([]);
  });

  it('asks nothing about a duty that two obligations with the same words share between them', () => {
    const obligations = [
      { ...says('one', { question: 'a', is: ['a'] }), say: '同一句话' },
      { ...says('two', { question: 'a', is: ['b'] }), say: '同一句话' },
    ];
    const book = createRuleBook({ items: [itemOf(two, obligations)], questions: two });
    expect(book.openQuestions(['item'], known({}))).toEqual([]);
    expect(book.decide(['item'], known({})).lines.map(({ holds }) => holds)).toEqual(['yes']);
  });
});

describe('presuppositions, verdicts and dates', () => {
  const minor: Condition = { question: 'age', compare: { lt: 6 } };
  const age = questionOf('age', 'number');
  const guardian: Question = { ...questionOf('guardian', 'two'), askWhen: minor };

  it('asks a question only once its presupposition is sure', () => {
    const book = bookOf([guardian, age], { question: 'guardian', is: ['a'] });
    expect(book.openQuestions(['item'], known({}))).toEqual(['age']);
    expect(book.openQuestions(['item'], known({ age: 3 }))).toEqual(['guardian']);
    expect(book.openQuestions(['item'], known({ age: 8 }))).toEqual([]);
  });

  it('lets an answer lie dormant whose presupposition no longer holds, and wakes it again', () => {
    const book = bookOf([age, guardian], { question: 'guardian', is: ['a'] });
    const holds = (answers: Record<string, string | number>) => book.decide(['item'], known(answers)).lines[0]?.holds;
    expect(holds({ age: 3, guardian: 'a' })).toBe('yes');
    expect(holds({ age: 8, guardian: 'a' })).toBe('no');
    expect(book.applies(['item'], known({ age: 8 }), 'guardian')).toBe('no');
  });

  it('keeps what hangs on "not sure" open, and asks nothing that presupposes it', () => {
    const book = bookOf([age, guardian], { question: 'guardian', is: ['a'] });
    const situation: Situation = { today, answers: { age: { is: 'unsure' } }, lacks: [] };
    expect(book.openQuestions(['item'], situation)).toEqual([]);
    const [line] = book.decide(['item'], situation).lines;
    expect(line).toMatchObject({ holds: 'unknown', questions: ['age', 'guardian'] });
  });

  it('asks nothing further of an item once it cannot be done', () => {
    const questions = [questionOf('a', 'two'), questionOf('b', 'two')];
    const refuse = { ...says('refuse', { question: 'a', is: ['a'] }), kind: 'ineligible' as const };
    const item = itemOf(questions, [refuse, says('bring', { question: 'b', is: ['a'] })]);
    const book = createRuleBook({ items: [item], questions });
    expect(book.openQuestions(['item'], known({ a: 'a' }))).toEqual([]);
    expect(book.openQuestions(['item'], known({ a: 'b' }))).toEqual(['b']);
  });

  it('holds an obligation from its first day until the day before its last', () => {
    const questions: Question[] = [];
    const dated = { ...says('dated', { all: [] }), from: '2025-05-10', to: '2026-01-01' };
    const book = createRuleBook({ items: [itemOf(questions, [dated])], questions });
    const on = (day: string) => book.decide(['item'], { today: day, answers: {}, lacks: [] }).lines.length;
    expect([on('2025-05-09'), on('2025-05-10'), on('2025-12-31'), on('2026-01-01')]).toEqual([0, 1, 1, 0]);
  });

  it('compares dates with today', () => {
    const born: Question = { ...questionOf('born', 'number'), kind: 'date' };
    const book = bookOf([born], { question: 'born', compare: { gte: { today: -30 } } });
    const holds = (date: string) => book.decide(['item'], known({ born: date })).lines[0]?.holds;
    expect([holds('2026-10-22'), holds('2026-10-23'), holds('2026-11-22')]).toEqual(['no', 'yes', 'yes']);
  });
});

describe('ranges', () => {
  const age = questionOf('age', 'number');

  it('splits a number only where the notice changes', () => {
    const book = bookOf(
      [age, questionOf('a', 'two')],
      { question: 'age', compare: { lt: 16 } },
      {
        all: [
          { question: 'age', compare: { gte: 60 } },
          { question: 'a', is: ['a'] },
        ],
      },
    );
    const values = (answers: Record<string, string>) =>
      book.ranges(['item'], known(answers), 'age').map(({ value }) => value);
    expect(values({})).toEqual(['..16', '16..60', '60..']);
    expect(values({ a: 'b' })).toEqual(['..16', '16..']);
  });

  it('takes a range as an answer, and asks again only where a finer rule cuts it', () => {
    const coarse = bookOf([age], { question: 'age', compare: { lt: 16 } });
    expect(coarse.openQuestions(['item'], known({ age: '16..' }))).toEqual([]);
    const finer = bookOf([age], { question: 'age', compare: { lt: 16 } }, { question: 'age', compare: { gte: 60 } });
    expect(finer.openQuestions(['item'], known({ age: '16..' }))).toEqual(['age']);
    expect(finer.ranges(['item'], known({}), 'age')).toHaveLength(3);
  });
});
