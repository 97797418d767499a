import { beforeEach, describe, expect, it } from 'vitest';
import type { Condition } from '../model/condition.ts';
import type { Question } from '../model/question.ts';
import type { Answer } from '../model/situation.ts';
import { itemOf, questionOf, says } from './rules.oracle.ts';
import { compileTrip } from './trip-rules.ts';
import { createTripStates } from './trip-state.ts';
import type { TripStates } from './trip-state.ts';

const is = (question: string, ...values: readonly string[]): Condition => ({ question, is: values });
const known = (value: string | number): Answer => ({ is: 'known', value });
const unsure: Answer = { is: 'unsure' };
const topical: Question = { ...questionOf('child', 'two'), topic: 'family' };
const [a, b] = [questionOf('a', 'three'), questionOf('b', 'two')];
const age = questionOf('age', 'number');
const questions = [a, b, age, topical];

function statesOf(...conditions: readonly Condition[]): TripStates {
  const obligations = conditions.map((when, index) => says(`o${index}`, when));
  return createTripStates(compileTrip({ items: [itemOf(questions, obligations)], questions }, ['item'], '2026-11-22'));
}

const at = (answers: Readonly<Record<string, Answer>>, lacks: readonly string[] = []) => ({ answers, lacks });

describe('the state of a trip', () => {
  let states: TripStates;
  beforeEach(() => {
    states = statesOf(
      { any: [is('a', 'a'), is('b', 'a')] },
      { question: 'age', compare: { gte: 16, lt: 60 } },
      { all: [{ lacks: 'card' }, is('child', 'a')] },
    );
  });
  const names = (axes: Iterable<number>) => [...axes].map((axis) => states.rules.axes[axis]?.name);

  it('before anything is said has every question open that can matter when no paper is lacking', () => {
    expect(states.start).toBe(states.of(at({})));
    expect(names(states.start.open)).toEqual(['a', 'b', 'age']);
    expect(names(states.of(at({}, ['card'])).open)).toEqual(['a', 'b', 'age', 'child']);
  });

  it('does not hang on the order of the answers, nor on which of two answers that leave the same', () => {
    const there = states.of(at({ a: known('b'), age: known(20) }));
    expect(states.of(at({ age: known(20), a: known('b') }))).toBe(there);
    expect(states.of(at({ age: known(59), a: known('c') }))).toBe(there);
    expect(states.of(at({ age: known(60), a: known('c') }))).not.toBe(there);
  });

  it('is the same whether an answer is taken in one by one or with all the others', () => {
    const [axis, bxis] = [states.rules.axisOf.get('a') ?? -1, states.rules.axisOf.get('b') ?? -1];
    const stepped = states.after(states.after(states.start, axis, 1), bxis, 0);
    expect(stepped).toBe(states.of(at({ a: known('b'), b: known('a') })));
    expect(states.after(states.start, axis, 0)).not.toBe(states.after(states.start, axis, 1));
  });

  it('does not change by an answer that nobody can read', () => {
    expect(states.of(at({ a: known('z'), age: known('old') }))).toBe(states.start);
  });

  it('after "not sure" still depends on the question, and does not ask it', () => {
    const doubting = states.of(at({ a: unsure }));
    expect(names(doubting.open)).toEqual(['b', 'age']);
    expect(names(doubting.support)).toEqual(['a', 'b', 'age']);
    expect(names(doubting.closed)).toEqual(['a']);
    expect(names(states.of(at({ b: unsure, a: unsure })).closed)).toEqual(['a', 'b']);
  });

  it('with a range for an answer still asks where the range leaves something open', () => {
    expect(names(states.of(at({ age: known('16..60') })).open)).toEqual(['a', 'b']);
    expect(names(states.of(at({ age: known('15..') })).open)).toEqual(['a', 'b', 'age']);
    expect(states.of(at({ age: known('60..') }))).toBe(states.of(at({ age: known('..16') })));
    expect(states.of(at({ age: known('60..') }))).not.toBe(states.of(at({ age: known('15..') })));
  });

  it('remembers the topics that were begun, each once', () => {
    expect(states.start.topics).toEqual([]);
    expect(states.of(at({ child: known('a') })).topics).toEqual(['family']);
    expect(states.of(at({ child: unsure })).topics).toEqual(['family']);
    expect(states.of(at({ a: known('a') })).topics).toEqual([]);
    const [child] = [states.rules.axisOf.get('child') ?? -1];
    expect(states.after(states.after(states.start, child, 0), child, 0).topics).toEqual(['family']);
  });

  it('does not hang on the order in which topics were begun', () => {
    const work: Question = { ...questionOf('work', 'two'), topic: 'career' };
    const home: Question = { ...questionOf('home', 'two'), topic: 'house' };
    const obligations = [says('one', is('work', 'a')), says('two', is('home', 'a')), says('three', is('a', 'a'))];
    const item = itemOf([work, home, a], obligations);
    const both = createTripStates(compileTrip({ items: [item], questions: [work, home, a] }, ['item'], '2026-11-22'));
    const [one, two] = [both.rules.axisOf.get('work') ?? -1, both.rules.axisOf.get('home') ?? -1];
    expect(both.after(both.after(both.start, one, 0), two, 0)).toBe(both.after(both.after(both.start, two, 0), one, 0));
  });

  it('is worked out once, until more states are known than are to be kept', () => {
    const keeping = createTripStates(statesOf(is('a', 'a'), is('a', 'b')).rules, 3);
    const answered = (value: string) => keeping.of(at({ a: known(value) }));
    const first = answered('a');
    // With the beginning, these are three.
    expect([answered('b') === first, answered('a') === first]).toEqual([false, true]);
    expect(answered('c')).not.toBe(first);
    const again = answered('a');
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
    expect(answered('a')).toBe(again);
  });

  it('tells apart situations that differ only in what is lacking', () => {
    const answers = { child: known('a') };
    const without = states.of({ answers, lacks: [] });
    const lacking = states.of({ answers, lacks: ['card'] });
    expect(lacking).not.toBe(without);
    expect(states.of({ answers, lacks: [] })).toBe(without);
    expect(lacking.lines.at(-1)).not.toBe(without.lines.at(-1));
  });
});
