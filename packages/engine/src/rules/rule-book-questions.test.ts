import { beforeEach, describe, expect, it } from 'vitest';
import type { Condition } from '../model/condition.ts';
import type { Question } from '../model/question.ts';
import type { Answer, Situation } from '../model/situation.ts';
import { ruleBookOf } from './rule-book-of.ts';
import { createRuleBook } from './rule-book.ts';
import type { RuleBook } from './rule-book.ts';
import { itemOf, questionOf, says } from './rules.oracle.ts';

const today = '2026-11-22';
const trip = ['item'];
const unsure: Answer = { is: 'unsure' };
const is = (question: string, ...values: readonly string[]): Condition => ({ question, is: values });
const all = (...parts: readonly Condition[]): Condition => ({ all: parts });
const [a, b, c] = [questionOf('a', 'two'), questionOf('b', 'two'), questionOf('c', 'two')];
const age = questionOf('age', 'number');
const guardian: Question = { ...questionOf('guardian', 'two'), askWhen: { question: 'age', compare: { lt: 16 } } };

function bookOf(questions: readonly Question[], ...conditions: readonly Condition[]): RuleBook {
  const obligations = conditions.map((when, index) => says(`o${index}`, when));
  return createRuleBook({ items: [itemOf(questions, obligations)], questions });
}

function situation(answers: Record<string, string | number | Answer> = {}, lacks: readonly string[] = []): Situation {
  const entries = Object.entries(answers).map(([id, value]): [string, Answer] => [
    id,
    typeof value === 'object' ? value : { is: 'known', value },
  ]);
  return { today, answers: Object.fromEntries(entries), lacks };
}

describe('the questions still to be asked', () => {
  it('begin with the next one, and go on with the others in the order of the authors', () => {
    const gate = all(is('c', 'a'), { any: [is('a', 'a'), is('b', 'a')] });
    expect(bookOf([a, b, c], gate).openQuestions(trip, situation())).toEqual(['c', 'a', 'b']);
  });

  it('leave out what is answered, what is not sure, and what can no longer matter', () => {
    const book = bookOf([a, b, c], is('a', 'a'), all(is('b', 'a'), is('c', 'a')));
    expect(book.openQuestions(trip, situation({ a: 'a' }))).toEqual(['b', 'c']);
    expect(book.openQuestions(trip, situation({ a: 'a', b: unsure }))).toEqual(['c']);
    expect(book.openQuestions(trip, situation({ a: 'a', b: 'b' }))).toEqual([]);
    expect(book.openQuestions(trip, situation({ a: unsure, b: unsure, c: unsure }))).toEqual([]);
  });

  it('can hang on which paper is lacking, which itself is never asked', () => {
    const book = bookOf([a], all({ lacks: 'card' }, is('a', 'a')));
    expect(book.openQuestions(trip, situation())).toEqual([]);
    expect(book.openQuestions(trip, situation({}, ['card']))).toEqual(['a']);
    expect(book.matteringQuestions(trip, situation({}, ['card']))).toEqual(['a']);
    expect(book.questionsOf(trip, today)).toEqual(['a']);
  });

  it('are none of an item that the knowledge does not have', () => {
    expect(bookOf([a], is('a', 'a')).openQuestions(['nothing'], situation())).toEqual([]);
    expect(bookOf([a], is('a', 'a')).atMost(['nothing'], situation())).toBe(0);
  });
});

describe('the questions that can still change the notice', () => {
  it('include those that wait for their presupposition, and those answered "not sure"', () => {
    const book = bookOf([a, age, guardian], is('guardian', 'a'));
    expect(book.matteringQuestions(trip, situation())).toEqual(['age', 'guardian']);
    expect(book.matteringQuestions(trip, situation({ age: unsure }))).toEqual(['age', 'guardian']);
    expect(book.matteringQuestions(trip, situation({ age: 8 }))).toEqual(['guardian']);
    expect(book.matteringQuestions(trip, situation({ age: 30 }))).toEqual([]);
  });
});

describe('whether a question applies', () => {
  let book: RuleBook;
  beforeEach(() => {
    book = bookOf([a, age, guardian], is('guardian', 'a'));
  });

  it('is yes without a presupposition, and follows it otherwise', () => {
    const applies = (answers: Record<string, number>) => book.applies(trip, situation(answers), 'guardian');
    expect([applies({}), applies({ age: 8 }), applies({ age: 30 })]).toEqual(['unknown', 'yes', 'no']);
    expect(book.applies(trip, situation(), 'age')).toBe('yes');
  });

  it('is no for a question that the trip does not have', () => {
    expect(book.applies(trip, situation(), 'nothing')).toBe('no');
    expect(book.applies([], situation(), 'age')).toBe('no');
  });

  it('is asked of all at once, in the order of the authors: all but those that certainly do not', () => {
    expect(book.applyingQuestions(trip, situation())).toEqual(['a', 'age', 'guardian']);
    expect(book.applyingQuestions(trip, situation({ age: 8 }))).toEqual(['a', 'age', 'guardian']);
    expect(book.applyingQuestions(trip, situation({ age: 30 }))).toEqual(['a', 'age']);
  });

  it('looks through to the presupposition of the presupposition', () => {
    const school: Question = { ...questionOf('school', 'two'), askWhen: is('guardian', 'a') };
    const deep = bookOf([age, guardian, school], is('school', 'a'));
    expect(deep.applies(trip, situation({ age: 30, guardian: 'a' }), 'school')).toBe('no');
    expect(deep.openQuestions(trip, situation({ age: 8, guardian: 'a' }))).toEqual(['school']);
  });
});

describe('how many questions are still to come', () => {
  it('counts the longest way, and shrinks with each answer', () => {
    const book = bookOf([a, b, c], all(is('a', 'a'), is('b', 'a'), is('c', 'a')));
    const left = (answers: Record<string, string | Answer>) => book.atMost(trip, situation(answers));
    expect([left({}), left({ a: 'a' }), left({ a: 'a', b: 'a' }), left({ a: 'b' })]).toEqual([3, 2, 1, 0]);
    expect([left({ a: unsure }), left({ a: unsure, b: 'b' })]).toEqual([2, 0]);
  });

  it('counts questions that exclude each other only once', () => {
    const book = bookOf([a, b, c], { any: [all(is('a', 'a'), is('b', 'a')), all(is('a', 'b'), is('c', 'a'))] });
    expect(book.atMost(trip, situation())).toBe(2);
  });

  it('adds up what has nothing to do with each other', () => {
    expect(bookOf([a, b, c], is('a', 'a'), all(is('b', 'a'), is('c', 'a'))).atMost(trip, situation())).toBe(3);
  });
});

describe('what hangs on a question', () => {
  it('are the open obligations that its answer can change, and none that is decided', () => {
    const book = bookOf([a, b], is('a', 'a'), is('b', 'a'), { any: [is('a', 'a'), is('b', 'a')] });
    const stakes = (question: string, answers: Record<string, string> = {}) =>
      book.stakes(trip, situation(answers), question).map(({ obligation }) => obligation.id);
    expect([stakes('a'), stakes('b'), stakes('nothing')]).toEqual([['o0', 'o2'], ['o1', 'o2'], []]);
    expect([stakes('b', { a: 'a' }), stakes('a', { a: 'a' })]).toEqual([['o1'], []]);
  });
});

describe('the stretches of a number that make a difference', () => {
  const bounds = [
    { question: 'age', compare: { lt: 16 } },
    { question: 'age', compare: { gte: 60 } },
  ];

  it('are the same before and after it is answered, so that the answer can be changed', () => {
    const book = bookOf([age], ...bounds);
    const values = (answers: Record<string, number>) => book.ranges(trip, situation(answers), 'age');
    expect(values({}).map(({ value }) => value)).toEqual(['..16', '16..60', '60..']);
    expect(values({ age: 8 })).toEqual(values({}));
    expect(values({})[1]).toEqual({ from: 16, to: 60, value: '16..60' });
  });

  it('are one when nothing hangs on it any more', () => {
    const book = bookOf([age, a], all(bounds[0] as Condition, is('a', 'a')));
    expect(book.ranges(trip, situation({ a: 'b' }), 'age').map(({ value }) => value)).toEqual(['..']);
  });

  it('of a date are days', () => {
    const born: Question = { ...age, id: 'born', kind: 'date' };
    const book = bookOf([born], { question: 'born', compare: { gte: { today: 0 } } });
    expect(book.ranges(trip, situation(), 'born').map(({ value }) => value)).toEqual(['..2026-11-22', '2026-11-22..']);
  });

  it('can hang on a paper that is lacking', () => {
    const book = bookOf([age], all({ lacks: 'card' }, bounds[0] as Condition));
    expect(book.ranges(trip, situation({ age: 8 }, ['card']), 'age')).toHaveLength(2);
    expect(book.ranges(trip, situation({ age: 8 }), 'age')).toHaveLength(1);
  });

  it('do not exist for a choice, nor for a question of another trip', () => {
    const book = bookOf([age, a], is('a', 'a'), ...bounds);
    expect(book.ranges(trip, situation(), 'a')).toEqual([]);
    expect(book.ranges(trip, situation(), 'nothing')).toEqual([]);
  });
});

describe('a rule book', () => {
  const early = { ...says('early', all()), to: '2026-11-22' };
  const late = { ...says('late', is('a', 'a')), from: '2026-11-22' };
  const source = {
    items: [itemOf([a], [early, late]), { ...itemOf([b], [says('other', is('b', 'a'))]), id: 'other' }],
    questions: [a, b],
  };
  const idsOf = (book: RuleBook, items: readonly string[], at: Situation) =>
    book.decide(items, at).lines.map(({ obligation, holds }) => `${obligation.id} ${holds}`);

  it('keeps days, trips, answers and lacks apart, in whatever order it is asked about them', () => {
    const book = createRuleBook(source);
    const yesterday = { ...situation(), today: '2026-11-21' };
    for (let again = 0; again < 2; again++) {
      expect(idsOf(book, trip, situation())).toEqual(['late unknown']);
      expect(idsOf(book, trip, yesterday)).toEqual(['early yes']);
      expect(idsOf(book, ['other'], situation())).toEqual(['other unknown']);
      expect(idsOf(book, ['item', 'other'], situation({ a: 'a' }))).toEqual(['late yes', 'other unknown']);
      expect(idsOf(book, ['other', 'item'], situation({ a: 'b' }))).toEqual(['other unknown', 'late no']);
      expect(book.openQuestions(trip, situation(), 'fee')).toEqual([]);
      expect(book.openQuestions(trip, situation())).toEqual(['a']);
    }
  });

  it('still knows the first of a thousand days', () => {
    const book = createRuleBook(source);
    const day = (n: number) => ({ ...situation(), today: new Date(n * 86_400_000).toISOString().slice(0, 10) });
    for (let n = 0; n < 1_000; n++) expect(idsOf(book, trip, day(n))).toEqual(['early yes']);
    expect(idsOf(book, trip, day(0))).toEqual(['early yes']);
    expect(idsOf(book, trip, situation())).toEqual(['late unknown']);
  });

  it('works out a trip once a day, and forgets the first of more than 256', () => {
    const book = createRuleBook(source);
    const day = (n: number) => ({ ...situation(), today: new Date(n * 86_400_000).toISOString().slice(0, 10) });
    const linesOf = (n: number) => book.decide(trip, day(n)).lines;
    const [first, second] = [linesOf(0), linesOf(1)];
    for (let n = 2; n < 256; n++) linesOf(n);
    expect(linesOf(0)).toBe(first);
    expect(linesOf(256)).toEqual(first);
    expect(linesOf(1)).toBe(second);
    expect(linesOf(0)).not.toBe(first);
    expect(linesOf(0)).toEqual(first);
  });

  it('of one knowledge is the same for everybody, and of another one another', () => {
    expect(ruleBookOf(source)).toBe(ruleBookOf(source));
    expect(ruleBookOf({ ...source })).not.toBe(ruleBookOf(source));
  });
});
