import { describe, expect, it } from 'vitest';
import type { Condition } from '../model/condition.ts';
import type { Question } from '../model/question.ts';
import type { Answer } from '../model/situation.ts';
import { always, Diagrams, never } from './diagram.ts';
import { residualCondition } from './residual-condition.ts';
import { createRuleBook } from './rule-book.ts';
import { itemOf, questionOf, says } from './rules.oracle.ts';

const today = '2026-11-22';
const [a, b] = [questionOf('a', 'three'), questionOf('b', 'two')];
const age = questionOf('age', 'number');
const born: Question = { ...questionOf('born', 'number'), kind: 'date' };

interface Case {
  readonly questions?: readonly Question[];
  readonly answers?: Readonly<Record<string, Answer>>;
  readonly lacks?: readonly string[];
}

/** What is left open of a condition, once it has been through the rules. */
function left(
  when: Condition,
  { questions = [a, b, age, born], answers = {}, lacks = [] }: Case = {},
): Condition | undefined {
  const item = itemOf(questions, [says('one', when)]);
  const [line] = createRuleBook({ items: [item], questions }).decide(['item'], { today, answers, lacks }).lines;
  return line?.holds === 'unknown' ? line.open : undefined;
}

const is = (question: string, ...values: readonly string[]): Condition => ({ question, is: values });

describe('what is left open', () => {
  it('of options is one list of those that would bring the obligation in', () => {
    expect(left({ any: [is('a', 'c'), is('a', 'a')] })).toEqual(is('a', 'a', 'c'));
    expect(left({ not: is('a', 'a') })).toEqual(is('a', 'b', 'c'));
  });

  it('of two questions that must both agree names both, in one list', () => {
    expect(left({ all: [is('b', 'a'), is('a', 'b')] })).toEqual({ all: [is('a', 'b'), is('b', 'a')] });
  });

  it('of three questions that must all agree is one flat list, too', () => {
    const all: Condition = { all: [is('a', 'b'), is('b', 'a'), { question: 'age', compare: { gte: 18 } }] };
    expect(left(all)).toEqual(all);
  });

  it('of alternatives does not repeat that the first one does not hold', () => {
    expect(left({ any: [is('a', 'b'), is('b', 'a')] })).toEqual({ any: [is('a', 'b'), is('b', 'a')] });
  });

  it('names the remaining answers where some of them rule the obligation out', () => {
    const when: Condition = { any: [is('a', 'a'), { all: [is('a', 'b'), is('b', 'a')] }] };
    expect(left(when)).toEqual({ any: [is('a', 'a'), { all: [is('a', 'b'), is('b', 'a')] }] });
  });

  it('names the answers of each case where two cases go on differently', () => {
    const when: Condition = {
      any: [is('a', 'a'), { all: [is('a', 'b'), is('b', 'a')] }, { all: [is('a', 'c'), is('b', 'b')] }],
    };
    expect(left(when)).toEqual(when);
  });

  it('of numbers is as few stretches as say it, bounds in the form that is included below and not above', () => {
    const adult: Condition = { question: 'age', compare: { gte: 18 } };
    expect(left(adult)).toEqual(adult);
    expect(left({ question: 'age', compare: { lte: 17 } })).toEqual({ question: 'age', compare: { lt: 18 } });
    const ends: Condition = {
      any: [
        { question: 'age', compare: { lt: 6 } },
        { question: 'age', compare: { gte: 60, lt: 65 } },
        { question: 'age', compare: { gte: 65, lt: 80 } },
      ],
    };
    expect(left(ends)).toEqual({
      any: [
        { question: 'age', compare: { lt: 6 } },
        { question: 'age', compare: { gte: 60, lt: 80 } },
      ],
    });
  });

  it('of numbers joins stretches that meet, also the first ones', () => {
    const young: Condition = { question: 'age', compare: { lt: 6 } };
    const older: Condition = { question: 'age', compare: { gte: 6, lt: 10 } };
    const old: Condition = { question: 'age', compare: { gte: 80 } };
    expect(left({ any: [young, older] })).toEqual({ question: 'age', compare: { lt: 10 } });
    expect(left({ any: [young, older, old] })).toEqual({ any: [{ question: 'age', compare: { lt: 10 } }, old] });
  });

  it('is always or never where nothing is open', () => {
    const diagrams = new Diagrams();
    expect(residualCondition(diagrams, [], always)).toEqual({ all: [] });
    expect(residualCondition(diagrams, [], never)).toEqual({ any: [] });
  });

  it('of dates names days, also where the rule counts from today', () => {
    expect(left({ question: 'born', compare: { gte: { today: -30 }, lt: '2026-12-01' } })).toEqual({
      question: 'born',
      compare: { gte: '2026-10-23', lt: '2026-12-01' },
    });
  });

  it('drops what the answers have settled', () => {
    const when: Condition = { all: [is('a', 'a', 'b'), is('b', 'a')] };
    expect(left(when, { answers: { a: { is: 'known', value: 'b' } } })).toEqual(is('b', 'a'));
    expect(left(when, { answers: { a: { is: 'known', value: 'c' } } })).toBeUndefined();
  });

  it('never hangs on a paper: whether it is lacking is known', () => {
    const when: Condition = { all: [{ lacks: 'card' }, is('b', 'a')] };
    expect(left(when, { lacks: ['card'] })).toEqual(is('b', 'a'));
    expect(left(when, { lacks: ['other'] })).toBeUndefined();
    expect(left({ any: [{ lacks: 'card' }, is('b', 'a')] })).toEqual(is('b', 'a'));
  });

  it('mentions the presupposition of a question that it hangs on', () => {
    const guardian: Question = { ...questionOf('guardian', 'two'), askWhen: { question: 'age', compare: { lt: 16 } } };
    expect(left(is('guardian', 'a'), { questions: [age, guardian] })).toEqual({
      all: [{ question: 'age', compare: { lt: 16 } }, is('guardian', 'a')],
    });
  });
});
