import { describe, expect, it } from 'vitest';
import type { Condition } from '../../model/condition.ts';
import type { Question } from '../../model/question.ts';
import { itemOf, questionOf, says } from '../rules.oracle.ts';
import { compileTrip } from '../trip-rules.ts';
import { createTripStates } from '../trip-state.ts';
import type { TripStates } from '../trip-state.ts';
import { planQuestions } from './plan-questions.ts';

type Manner = (index: number) => Partial<Question>;

const is = (question: string, ...values: readonly string[]): Condition => ({ question, is: values });
const all = (...parts: readonly Condition[]): Condition => ({ all: parts });
const any = (...parts: readonly Condition[]): Condition => ({ any: parts });
const pair = (one: number, other: number): Condition => all(is(`q${one}`, 'a'), is(`q${other}`, 'a'));
const alone = (index: number): Condition => is(`q${index}`, 'a');

const plain: Manner = () => ({});
const efforts: Manner = (index) => ({ effort: 1 + ((index * 3) % 7) / 7 });
/** Each third question is of one topic. */
const topical: Manner = (index) => ({ ...efforts(index), ...(index % 3 === 0 ? { topic: 'child' } : {}) });
const everyOtherTopical: Manner = (index) => ({ ...efforts(index), ...(index % 2 === 0 ? { topic: 'child' } : {}) });
/** The fifth question presupposes an answer to the second. */
const waiting: Manner = (index) => ({ ...efforts(index), ...(index === 4 ? { askWhen: is('q1', 'a') } : {}) });

function idsOf(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `q${index}`);
}

/** At least so many of these questions are answered with their first option. */
function someOf(ids: readonly string[], count: number): Condition {
  const [first, ...others] = ids;
  if (count === 0) return all();
  if (first === undefined) return any();
  return any(all(is(first, 'a'), someOf(others, count - 1)), someOf(others, count));
}

/** Each question with the next one, and the last with the first. */
function ring(count: number): readonly Condition[] {
  return idsOf(count).map((_, index) => pair(index, (index + 1) % count));
}

/** Each question with the next one, or without the one after. */
function triples(count: number): readonly Condition[] {
  return idsOf(count).map((_, index) => any(pair(index, (index + 1) % count), is(`q${(index + 2) % count}`, 'b')));
}

function statesOf(count: number, manner: Manner, conditions: readonly Condition[]): TripStates {
  const questions = idsOf(count).map((id, index) => ({ ...questionOf(id, 'two'), ...manner(index) }));
  const obligations = conditions.map((when, index) => says(`o${index}`, when));
  return createTripStates(compileTrip({ items: [itemOf(questions, obligations)], questions }, ['item'], '2026-11-22'));
}

interface Planned {
  readonly states: TripStates;
  /** A question that the person is not sure of. */
  readonly unsure?: string;
  readonly limit?: number;
}

function plan({ states, unsure, limit = 100_000 }: Planned) {
  const answers = unsure === undefined ? {} : { [unsure]: { is: 'unsure' } as const };
  const from = states.of({ answers, lacks: [] });
  const planned = planQuestions(states.rules, { states: limit, closed: new Set(from.closed), keepTopics: true });
  const cost = planned.costOf(from);
  const next = planned.next(from);
  return {
    cost,
    tried: planned.statesTried(),
    exact: planned.isExact(),
    asked: next === undefined ? undefined : states.rules.axes[next]?.name,
  };
}

describe('how hard planning is', () => {
  it('is nothing where every question must be asked anyway, or where one decides at a time', () => {
    const each = statesOf(
      8,
      plain,
      idsOf(8).map((_, index) => alone(index)),
    );
    expect(plan({ states: each })).toMatchObject({ cost: 8, tried: 0, exact: true });
    const gated = statesOf(2, (index) => (index === 1 ? { askWhen: alone(0) } : {}), [pair(0, 1)]);
    expect(plan({ states: gated })).toMatchObject({ cost: 1.5, tried: 0, exact: true });
  });

  // The bounds leave most states aside; the cost is that of the best order all the same.
  it.each<[string, number, number, TripStates]>([
    ['four of eight', 6.5390625, 287, statesOf(8, plain, [someOf(idsOf(8), 4)])],
    ['three of six', 4.8125, 11, statesOf(6, plain, [someOf(idsOf(6), 3)])],
    [
      'four of seven, dear and cheap',
      7.883928571428571,
      31,
      statesOf(7, (at) => ({ effort: 1 + at / 7 }), [someOf(idsOf(7), 4)]),
    ],
    ['a chain of ten', 7.9453125, 44, statesOf(10, plain, ring(10).slice(0, -1))],
    ['a chain of ten that one link decides', 8.03125, 16, statesOf(10, plain, [alone(3), ...ring(10).slice(0, -1)])],
    ['a ring of ten, dear and cheap', 13.726283482142854, 76, statesOf(10, (at) => ({ effort: 1 + at / 7 }), ring(10))],
    ['triples of eight', 10.081473214285715, 101, statesOf(8, efforts, triples(8))],
    ['triples, one question waiting', 8.522321428571429, 52, statesOf(7, waiting, triples(7))],
    ['triples, some of one topic', 9.191964285714286, 104, statesOf(7, topical, triples(7))],
    [
      'triples, one of a topic needed anyway',
      9.258928571428573,
      44,
      statesOf(7, everyOtherTopical, [alone(0), ...triples(7)]),
    ],
  ])('of %s is no more than its bounds leave', (_, cost, tried, states) => {
    const planned = plan({ states });
    expect(planned.cost).toBeCloseTo(cost, 9);
    expect(planned.tried).toBeLessThanOrEqual(tried);
  });

  it('is no more than its bounds leave after "not sure" either', () => {
    const open = plan({ states: statesOf(7, efforts, triples(7)), unsure: 'q1' });
    expect(open.cost).toBeCloseTo(8.125, 9);
    expect(open.tried).toBeLessThanOrEqual(54);
    const stuck = plan({ states: statesOf(7, waiting, triples(7)), unsure: 'q1' });
    expect(stuck.cost).toBeCloseTo(6.857142857142856, 9);
    expect(stuck.tried).toBeLessThanOrEqual(40);
  });

  it('may be just what is allowed, and is guessed by what is learnt beyond that', () => {
    const states = statesOf(2, plain, [pair(0, 1)]);
    expect(plan({ states, limit: 1 })).toMatchObject({ cost: 1.5, tried: 1, exact: true });
    expect(plan({ states, limit: 0 })).toMatchObject({ cost: 1.5, exact: false });
  });
});

describe('a question that is put by what is learnt from it', () => {
  const asked = (manner: Manner, ...conditions: readonly Condition[]) =>
    plan({ states: statesOf(3, manner, conditions), limit: 0 }).asked;

  it('is the first in the file among equals', () => {
    expect(asked(plain, all(alone(0), alone(1), alone(2)))).toBe('q0');
  });

  it('is the one that teaches most for what it costs a person', () => {
    expect(asked((index) => ({ effort: 3 - index }), all(alone(0), alone(1), alone(2)))).toBe('q2');
    expect(asked(plain, pair(0, 1), pair(1, 2))).toBe('q1');
  });
});

describe('a question that is put because none costs less', () => {
  // Whether two answers differ is known only once both are there; the rarer answer tells less about it.
  const differ = any(all(is('q0', 'a'), is('q1', 'b')), all(is('q0', 'b'), is('q1', 'a')));
  const often: Manner = (index) => ({
    options: [
      { value: 'a', label: 'a', ...(index === 0 ? { share: 9 } : {}) },
      { value: 'b', label: 'b' },
    ],
  });

  it('is the first in the file of those that cost the same, also where a later one tells more', () => {
    const states = statesOf(2, often, [differ]);
    expect(plan({ states })).toMatchObject({ cost: 2, asked: 'q0', exact: true });
    expect(plan({ states, limit: 0 })).toMatchObject({ cost: 2, asked: 'q1', exact: false });
  });
});
