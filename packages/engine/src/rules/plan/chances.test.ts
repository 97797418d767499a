import { describe, expect, it } from 'vitest';
import type { Condition } from '../../model/condition.ts';
import type { Question } from '../../model/question.ts';
import { lackAxis, questionAxis } from '../axis.ts';
import { itemOf, questionOf, says } from '../rules.oracle.ts';
import { compileTrip } from '../trip-rules.ts';
import { createInformationGain } from './entropy.ts';
import { costOf, priorOf } from './prior.ts';

const today = '2026-11-22';
const is = (question: string, ...values: readonly string[]): Condition => ({ question, is: values });

describe('how likely an answer is', () => {
  it('is even for options without a share, and for the stretches of a number', () => {
    expect(priorOf(questionAxis(questionOf('a', 'two'), [], today))).toEqual([0.5, 0.5]);
    const age = questionOf('age', 'number');
    const bounds: Condition = { question: 'age', compare: { gte: 16, lt: 60 } };
    expect(priorOf(questionAxis({ ...age, options: [] }, [bounds], today))).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(priorOf(lackAxis('card'))).toEqual([0.5, 0.5]);
  });

  it('follows the shares that the author gives, one where there is none', () => {
    const options = [
      { value: 'a', label: 'a', share: 6 },
      { value: 'b', label: 'b' },
      { value: 'c', label: 'c', share: 3 },
    ];
    expect(priorOf(questionAxis({ ...questionOf('a', 'three'), options }, [], today))).toEqual([0.6, 0.1, 0.3]);
  });
});

describe('what a question costs', () => {
  it('is one, or what the author says', () => {
    expect(costOf(questionAxis(questionOf('a', 'two'), [], today))).toBe(1);
    expect(costOf(questionAxis({ ...questionOf('a', 'two'), effort: 2.5 }, [], today))).toBe(2.5);
  });
});

describe('what is learnt from a question', () => {
  const questions: readonly Question[] = [questionOf('a', 'two'), questionOf('b', 'two'), questionOf('c', 'two')];
  const gainOf = (question: string, ...conditions: readonly Condition[]) => gainOver(questions, question, conditions);
  const gainOver = (asked: readonly Question[], question: string, conditions: readonly Condition[]) => {
    const obligations = conditions.map((when, index) => says(`o${index}`, when));
    const rules = compileTrip({ items: [itemOf(asked, obligations)], questions: asked }, ['item'], today);
    const lines = rules.lines.map(({ node }) => node);
    return createInformationGain(rules, rules.axes.map(priorOf))(lines, rules.axisOf.get(question) ?? -1);
  };

  it('is one bit where it settles an even chance, and nothing where nothing hangs on it', () => {
    expect(gainOf('a', is('a', 'a'))).toBeCloseTo(1, 12);
    expect(gainOf('b', is('a', 'a'))).toBe(0);
    expect(gainOf('a', { all: [] }, { any: [] })).toBe(0);
  });

  it('is nothing where the author says that there is only one answer', () => {
    const never = [
      { value: 'a', label: 'a', share: 0 },
      { value: 'b', label: 'b', share: 1 },
    ];
    const surely = [{ ...questionOf('a', 'two'), options: never }, questionOf('b', 'two')];
    expect(gainOver(surely, 'a', [is('a', 'a'), is('a', 'b')])).toBe(0);
    expect(gainOver(surely, 'b', [{ any: [is('a', 'b'), is('b', 'a')] }])).toBe(0);
  });

  it('adds up over conditions', () => {
    expect(gainOf('a', is('a', 'a'), is('a', 'b'))).toBeCloseTo(2, 12);
  });

  it('is what was unsure before less what is unsure after, on average', () => {
    // One in four holds: 0.811 bits. After a: nothing, or one bit, each half the time.
    const both: Condition = { all: [is('a', 'a'), is('b', 'a')] };
    expect(gainOf('a', both)).toBeCloseTo(2 - 0.75 * Math.log2(3) - 0.5, 12);
    // Either of them alone says nothing about "one, but not both".
    const odd: Condition = { any: [{ all: [is('a', 'a'), is('b', 'b')] }, { all: [is('a', 'b'), is('b', 'a')] }] };
    expect(gainOf('a', odd)).toBeCloseTo(0, 12);
  });
});
