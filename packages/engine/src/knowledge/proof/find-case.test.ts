import { describe, expect, it } from 'vitest';
import type { Condition } from '../../model/condition.ts';
import type { Question } from '../../model/question.ts';
import type { ServiceItem } from '../../model/service-item.ts';
import { always, never } from '../../rules/diagram.ts';
import { findCase } from './find-case.ts';
import { openItemSpace } from './item-space.ts';
import { sayCase } from './say-case.ts';

const options = ['a', 'b', 'c'].map((value) => ({ value, label: `选${value}` }));
const questions: readonly Question[] = [
  { id: 'kind', kind: 'choice', name: '种类', ask: '哪一种？', options },
  { id: 'age', kind: 'number', name: '年龄', ask: '多大？', unit: '周岁', min: 0, max: 120, options: [] },
  {
    id: 'part',
    kind: 'choice',
    name: '部分',
    ask: '哪一部分？',
    options,
    askWhen: { question: 'kind', is: ['a', 'b'] },
  },
];

function spaceOf(conditions: readonly Condition[]) {
  const item: ServiceItem = {
    id: 'it',
    title: '事',
    name: '事',
    aliases: [],
    domain: 'test',
    status: 'active',
    authority: 'police',
    checked: { on: '2026-11-20', by: '组' },
    questions: ['kind', 'age', 'part'],
    obligations: [],
    examples: [],
  };
  return openItemSpace({ item, questions, day: '2026-11-22', conditions });
}

function caseOf(condition: Condition): string | undefined {
  const space = spaceOf([condition]);
  const found = findCase(space, space.nodeOf(condition));
  return found && sayCase(found, space.axes, (id) => `《${id}》`);
}

const kind = (...is: readonly string[]): Condition => ({ question: 'kind', is });
const part = (...is: readonly string[]): Condition => ({ question: 'part', is });
const age = (gte: number, lt: number): Condition => ({ question: 'age', compare: { gte, lt } });

describe('a case', () => {
  it.each<[string, Condition, string | undefined]>([
    ['of nothing', { any: [] }, undefined],
    ['of everything', { all: [] }, '不管怎么回答'],
    ['of an answer and a stretch', { all: [age(26, 46), kind('b')] }, '选b、年龄 26 到 45 周岁'],
    ['of several stretches that touch', { any: [age(3, 6), age(6, 9)] }, '年龄 3 到 8 周岁'],
    ['of what lies outside the bounds of a question', age(130, 140), undefined],
    ['of a stretch that leaves out only what is outside', age(0, 121), '不管怎么回答'],
    ['of a presupposed answer', part('c'), '选a或者选b、选c'],
    ['of its denial', { not: part('a', 'b') }, '选c'],
    ['of a paper', { all: [{ lacks: 'card' }, { not: kind('a') }] }, '选b或者选c、没有《card》'],
  ])('%s', (_name, condition, words) => {
    expect(caseOf(condition)).toBe(words);
  });

  it('holds for every answer that it leaves open, and is found whenever there is one', () => {
    let seed = 7;
    const below = (count: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % count;
    };
    const random = (depth: number): Condition => {
      const pick = below(depth > 0 ? 7 : 4);
      if (pick === 0) return kind(...['a', 'b', 'c'].filter(() => below(2) === 0));
      if (pick === 1) return part(...['a', 'b', 'c'].filter(() => below(2) === 0));
      if (pick === 2) return age(below(60), 60 + below(80));
      if (pick === 3) return { lacks: ['card', 'book'][below(2)] ?? '' };
      if (pick === 4) return { not: random(depth - 1) };
      const members = [random(depth - 1), random(depth - 1)];
      return pick === 5 ? { all: members } : { any: members };
    };
    const conditions = Array.from({ length: 300 }, () => random(4));
    const space = spaceOf(conditions);
    const found = conditions.map((condition) => {
      const node = space.nodeOf(condition);
      const answers = findCase(space, node);
      const held =
        answers &&
        space.diagrams.restrict(
          node,
          space.axes.map((_, axis) => answers.get(axis)),
        );
      return answers === undefined ? node === never : held === always;
    });
    expect(found.filter((sound) => !sound)).toEqual([]);
    expect(new Set(conditions.map(space.nodeOf)).size).toBeGreaterThan(50);
  });
});
