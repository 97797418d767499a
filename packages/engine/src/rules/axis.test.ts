import { beforeEach, describe, expect, it } from 'vitest';
import type { Condition } from '../model/condition.ts';
import type { Question } from '../model/question.ts';
import { cellsOfAnswer, comparedRange, lackAxis, questionAxis } from './axis.ts';
import type { Axis } from './axis.ts';
import { questionOf } from './rules.oracle.ts';

const today = '2026-11-22';
const age = questionOf('age', 'number');
const born: Question = { ...questionOf('born', 'number'), kind: 'date' };
const reason = questionOf('reason', 'three');

const cellsOf = (question: Question, ...conditions: readonly Condition[]) =>
  questionAxis(question, conditions, today).cells;

describe('splitting a question into cells', () => {
  it('gives each option of a choice a cell of its own', () => {
    expect(cellsOf(reason)).toEqual(['a', 'b', 'c']);
  });

  it('leaves a number whole that no condition compares', () => {
    expect(cellsOf(age)).toEqual([{ from: -Infinity, to: Infinity }]);
  });

  it('cuts a number at every bound, in order, each once, however deep the condition hides it', () => {
    const deep: Condition = { not: { any: [{ all: [{ question: 'age', compare: { gte: 60 } }] }] } };
    const shallow: Condition = { question: 'age', compare: { gte: 7, lt: 60 } };
    expect(cellsOf(age, deep, shallow, { question: 'age', compare: { lte: 99 } })).toEqual([
      { from: -Infinity, to: 7 },
      { from: 7, to: 60 },
      { from: 60, to: 100 },
      { from: 100, to: Infinity },
    ]);
  });

  it('does not cut a number at what is asked of another question', () => {
    const other: Condition = { question: 'years', compare: { lt: 3 } };
    expect(cellsOf(age, other, { lacks: 'card' }, { question: 'age', is: ['a'] })).toHaveLength(1);
  });

  it('cuts a date at days, and counts some of them from today', () => {
    const day = (n: number) => ({ question: 'born', compare: { gte: { today: n } } });
    expect(cellsOf(born, day(0), { question: 'born', compare: { lt: '2026-11-20' } })).toEqual([
      { from: -Infinity, to: 20_777 },
      { from: 20_777, to: 20_779 },
      { from: 20_779, to: Infinity },
    ]);
  });

  it('splits a lack into not lacking and lacking', () => {
    expect(lackAxis('card')).toEqual({ name: 'lacks card', lacks: 'card', cells: ['no', 'yes'] });
  });
});

describe('the stretch that a comparison accepts', () => {
  it.each([
    [{ gte: 16 }, 16, Infinity],
    [{ gt: 16 }, 17, Infinity],
    [{ lt: 60 }, -Infinity, 60],
    [{ lte: 60 }, -Infinity, 61],
    [{ gte: 16, gt: 20, lt: 60, lte: 40 }, 21, 41],
    [{ gte: 30, gt: 20, lt: 35, lte: 40 }, 30, 35],
    [{ gte: { today: -30 } }, 20_749, Infinity],
    [{ lt: '2026-11-22' }, -Infinity, 20_779],
  ])('%j begins and ends at whole units', (compare, from, to) => {
    expect(comparedRange(compare, today)).toEqual({ from, to });
  });
});

describe('what an answer leaves possible', () => {
  let ages: Axis;
  let reasons: Axis;
  beforeEach(() => {
    ages = questionAxis(age, [{ question: 'age', compare: { gte: 16, lt: 60 } }], today);
    reasons = questionAxis(reason, [], today);
  });

  it('is the one option that was chosen', () => {
    expect(cellsOfAnswer(reasons, { is: 'known', value: 'b' })).toEqual([1]);
  });

  it('is the stretch that a number falls in, its lower bound included and its upper one not', () => {
    const cellOf = (value: number) => cellsOfAnswer(ages, { is: 'known', value });
    expect([15, 16, 59, 60].map(cellOf)).toEqual([[0], [1], [1], [2]]);
  });

  it('is every stretch that a range touches', () => {
    expect(cellsOfAnswer(ages, { is: 'known', value: '16..60' })).toEqual([1]);
    expect(cellsOfAnswer(ages, { is: 'known', value: '15..60' })).toEqual([0, 1]);
    expect(cellsOfAnswer(ages, { is: 'known', value: '30..' })).toEqual([1, 2]);
  });

  it('is everything, so nothing is known, where the answer tells nothing apart', () => {
    expect(cellsOfAnswer(ages, undefined)).toBeUndefined();
    expect(cellsOfAnswer(ages, { is: 'unsure' })).toBeUndefined();
    expect(cellsOfAnswer(ages, { is: 'known', value: 'eight' })).toBeUndefined();
    expect(cellsOfAnswer(ages, { is: 'known', value: '..99' })).toBeUndefined();
    expect(cellsOfAnswer(reasons, { is: 'known', value: 'd' })).toBeUndefined();
    expect(cellsOfAnswer(lackAxis('card'), { is: 'known', value: 'yes' })).toBeUndefined();
  });
});
