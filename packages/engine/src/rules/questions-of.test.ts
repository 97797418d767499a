import { describe, expect, it } from 'vitest';
import type { Condition } from '../model/condition.ts';
import { lacksOf, mentionedQuestions, questionsOf } from './questions-of.ts';

const is = (question: string): Condition => ({ question, is: ['a'] });

describe('what a condition mentions', () => {
  const deep: Condition = {
    all: [
      is('b'),
      { any: [{ not: is('a') }, { lacks: 'card' }] },
      { not: { lacks: 'form' } },
      is('b'),
      { lacks: 'card' },
    ],
  };

  it('are questions, each once, in the order of mention', () => {
    expect(questionsOf(deep)).toEqual(['b', 'a']);
    expect(questionsOf({ question: 'age', compare: { lt: 3 } })).toEqual(['age']);
    expect(questionsOf({ all: [] })).toEqual([]);
  });

  it('are papers that are lacking, each once', () => {
    expect(lacksOf(deep)).toEqual(['card', 'form']);
    expect(lacksOf(is('a'))).toEqual([]);
  });

  it('are also the questions that its questions presuppose, and those that these presuppose', () => {
    const askWhen: Readonly<Record<string, Condition>> = { a: is('c'), c: { any: [is('d'), is('a')] } };
    const mentioned = (...conditions: readonly Condition[]) => [
      ...mentionedQuestions(conditions, (question) => askWhen[question]),
    ];
    expect(mentioned(is('b'), is('a')).sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(mentioned(is('b'))).toEqual(['b']);
    expect(mentioned()).toEqual([]);
  });
});
