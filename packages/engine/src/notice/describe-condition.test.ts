import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../model/condition.ts';
import { describeCondition } from './describe-condition.ts';
import { is, questions } from './notice.fixture.ts';
import { caseSpace } from './case-space.ts';
import { simplifyCondition } from './simplify-condition.ts';

const describeIt = (condition: Condition) => describeCondition(condition, questions);
const age = (compare: Extract<Condition, { compare: unknown }>['compare']): Condition => ({ question: 'age', compare });

describe('describeCondition', () => {
  it('says an option by its fact', () => {
    expect(describeIt(is('household', 'away'))).toBe('户口在外地');
  });

  it('says ranges of ages by law: 以上 includes, 不满 does not', () => {
    expect(describeIt(age({ lt: 16 }))).toBe('不满 16 周岁');
    expect(describeIt(age({ gte: 16, lt: 60 }))).toBe('16 到 59 周岁');
    expect(describeIt(age({ gte: 60 }))).toBe('60 周岁以上');
    expect(describeIt(age({ gt: 60, lte: 70 }))).toBe('超过 60 周岁、70 周岁以下');
  });

  it('names what is measured where the unit does not', () => {
    expect(describeIt({ question: 'area', compare: { lt: 90 } })).toBe('面积不满 90 平方米');
    expect(describeIt({ question: 'issued', compare: { gte: '2026-01-01' } })).toBe('发证日期在2026年1月1日或以后');
    expect(describeIt({ question: 'issued', compare: { lt: { today: -30 } } })).toBe('发证日期早于30 天前');
  });

  it('turns a negation into the options that remain', () => {
    expect(describeIt({ not: is('household', 'here') })).toBe('户口在外地');
    expect(describeIt({ not: age({ lt: 16 }) })).toBe('16 周岁以上');
    expect(describeIt({ not: { any: [is('household', 'here'), age({ lt: 16 })] } })).toBe('16 周岁以上并且户口在外地');
  });

  it('names the one option left out where that is shorter than all the others', () => {
    expect(describeIt({ not: is('reason', 'first') })).toBe('办理原因不是“第一次办”');
  });

  it('joins options of one question and says nothing twice', () => {
    const lost = is('reason', 'lost');
    expect(describeIt({ any: [lost, is('reason', 'damaged'), { all: [lost, is('household', 'away')] }] })).toBe(
      '身份证丢了或者身份证坏了',
    );
  });

  it('needs no brackets: what is common first, then the alternatives as a list', () => {
    const both = { all: [is('household', 'away'), age({ gte: 60 })] };
    expect(describeIt({ any: [both, { all: [is('household', 'here'), is('reason', 'lost')] }] })).toBe(
      '符合下面一种：身份证丢了并且户口在本市；60 周岁以上并且户口在外地',
    );
    expect(describeIt({ all: [is('reason', 'lost', 'damaged'), is('household', 'away')] })).toBe(
      '身份证丢了或者身份证坏了，并且户口在外地',
    );
  });

  it('says whom a question is about when that is still open', () => {
    expect(describeIt({ all: [age({ lt: 16 }), is('guardian', 'cannot')] })).toBe('不满 16 周岁并且监护人不能陪同');
  });

  it('says what is lacking by the name of the material', () => {
    const materials = [{ id: 'register', name: '居民户口簿', issuer: '公安机关' }];
    expect(describeCondition({ lacks: 'register' }, questions, materials)).toBe('没有居民户口簿');
    expect(describeCondition({ not: { lacks: 'register' } }, questions, materials)).toBe('有居民户口簿');
  });

  it('has words for what always and what never holds', () => {
    expect(describeIt({ all: [] })).toBe('任何情况');
    expect(describeIt({ all: [is('household', 'here'), is('household', 'away')] })).toBe('没有这种情况');
  });
});

const knownLeaves: fc.Arbitrary<Condition> = fc.oneof(
  fc.subarray(['lost', 'damaged', 'expired', 'first'], { minLength: 1 }).map((values) => is('reason', ...values)),
  fc.constantFrom('here', 'away').map((value) => is('household', value)),
  fc.constantFrom('can', 'cannot').map((value) => is('guardian', value)),
  fc.constantFrom(age({ lt: 16 }), age({ gte: 16, lt: 60 }), age({ gt: 60 }), age({ lte: 60 })),
  fc.constant<Condition>({ lacks: 'register' }),
);

/** Now and then a question that nobody knows: a condition on it cannot be taken apart, but must still have words. */
const leaves = fc.oneof(
  { weight: 20, arbitrary: knownLeaves },
  { weight: 1, arbitrary: fc.constant<Condition>(is('no-such-question', 'x')) },
);

const conditions: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaves,
    fc.array(tie('tree'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('tree'), { maxLength: 3 }).map((any) => ({ any })),
    tie('tree').map((not) => ({ not })),
  ),
})).tree;

describe('every condition', () => {
  it('has words, and no brackets, ids or empty joints in them', () => {
    fc.assert(
      fc.property(conditions, (condition) => {
        const said = describeIt(condition);
        expect(said).not.toBe('');
        expect(said).not.toMatch(/[()（）a-z]|并且并且|或者或者|；；|：；/u);
      }),
    );
  });

  it('holds for the same answers after it is simplified', () => {
    fc.assert(
      fc.property(conditions, (condition) => {
        const open = new Set(questions.map(({ id }) => id));
        const simple = simplifyCondition(condition, questions, { open });
        const space = caseSpace([condition, simple], questions, open);
        if (space === undefined) expect(simple).toEqual(condition);
        else for (const at of space.cases) expect(space.holds(simple, at)).toBe(space.holds(condition, at));
      }),
    );
  });

  it('comes out alike in whatever order it was written', () => {
    fc.assert(
      fc.property(fc.array(leaves, { maxLength: 4 }), (parts) => {
        const [one, other] = [parts, [...parts].reverse()].map((any) => describeIt({ any }));
        if (parts.every((part) => !('question' in part) || part.question !== 'no-such-question'))
          expect(one).toBe(other);
      }),
    );
  });

  it('need not say what is said elsewhere', () => {
    const child = age({ lt: 16 });
    const aside = { all: [child, is('guardian', 'cannot')] };
    const open = { all: [child, is('guardian', 'can')] };
    expect(simplifyCondition(open, questions, { aside })).toEqual(child);
  });
});
