import { describe, expect, it } from 'vitest';
import type { Condition } from '../../model/condition.ts';
import type { Question } from '../../model/question.ts';
import type { Answer } from '../../model/situation.ts';
import type { StoredPlan } from '../../model/stored-plan.ts';
import { createRuleBook } from '../rule-book.ts';
import { itemOf, questionOf, says } from '../rules.oracle.ts';
import { compileTrip } from '../trip-rules.ts';
import { createTripStates } from '../trip-state.ts';
import type { TripStates } from '../trip-state.ts';
import { createOrder } from './create-order.ts';
import { authorsOrder } from './order-cost.ts';
import { planItem, storedPlanFor, storedPlanOf } from './plan-item.ts';
import { planQuestions } from './plan-questions.ts';

const today = '2026-11-22';
const plenty = { states: 100_000, closed: new Set<number>(), keepTopics: true };
const is = (question: string, ...values: readonly string[]): Condition => ({ question, is: values });
const all = (...parts: readonly Condition[]): Condition => ({ all: parts });
const [p, q, r] = [questionOf('p', 'two'), questionOf('q', 'two'), questionOf('r', 'two')];

// Whoever asks q first needs fewest questions; the authors begin with p.
const decisive: Condition = { any: [all(is('p', 'a'), is('q', 'a')), all(is('q', 'a'), is('r', 'a'))] };

function sourceOf(questions: readonly Question[], ...conditions: readonly Condition[]) {
  return {
    items: [
      itemOf(
        questions,
        conditions.map((when, index) => says(`o${index}`, when)),
      ),
    ],
    questions,
  };
}

function statesOf(questions: readonly Question[], ...conditions: readonly Condition[]): TripStates {
  return createTripStates(compileTrip(sourceOf(questions, ...conditions), ['item'], today));
}

function authorsPlan(states: TripStates): StoredPlan {
  return planQuestions(states.rules, plenty).store(states.start, authorsOrder);
}

const situation = (answers: Readonly<Record<string, Answer>> = {}) => ({ answers, lacks: [] });
const known = (value: string): Answer => ({ is: 'known', value });

describe('a plan written down', () => {
  it('names each question, and for each answer the steps that follow', () => {
    expect(authorsPlan(statesOf([p, q], all(is('p', 'a'), is('q', 'a'))))).toEqual({
      begin: [0],
      steps: [
        { ask: 'p', next: [[1], []] },
        { ask: 'q', next: [[], []] },
      ],
    });
  });

  it('has a beginning for each part that is settled apart', () => {
    const plan = authorsPlan(statesOf([p, q, r], all(is('p', 'a'), is('r', 'a')), is('q', 'a')));
    expect(plan.begin.map((place) => plan.steps[place]?.ask)).toEqual(['p', 'q']);
    expect(plan.steps).toHaveLength(3);
  });

  it('goes on with several parts where an answer takes one apart', () => {
    const plan = authorsPlan(statesOf([p, q, r], all(is('p', 'a'), is('q', 'a')), all(is('p', 'a'), is('r', 'a'))));
    const [first] = plan.begin;
    expect(plan.steps[first ?? -1]?.next.map((next) => next.map((place) => plan.steps[place]?.ask))).toEqual([
      ['q', 'r'],
      [],
    ]);
  });

  it('writes what several answers lead to once', () => {
    const three = questionOf('p', 'three');
    const plan = authorsPlan(statesOf([three, q], all(is('p', 'a', 'b'), is('q', 'a'))));
    expect(plan.steps).toEqual([
      { ask: 'p', next: [[1], [1], []] },
      { ask: 'q', next: [[], []] },
    ]);
  });

  it('of nothing to ask is empty', () => {
    expect(authorsPlan(statesOf([p], all()))).toEqual({ begin: [], steps: [] });
  });
});

describe('a plan read back', () => {
  const firstOf = (states: TripStates, stored: StoredPlan, answers: Readonly<Record<string, Answer>> = {}) => {
    const next = createOrder(states, { stored }).next(states.of(situation(answers)));
    return next === undefined ? undefined : states.rules.axes[next]?.name;
  };

  it('is followed, step by step, even where another order would be shorter', () => {
    const states = statesOf([p, q, r], decisive);
    const stored = authorsPlan(states);
    expect(planQuestions(states.rules, plenty).next(states.start)).toBe(states.rules.axisOf.get('q'));
    expect(firstOf(states, stored)).toBe('p');
    expect(firstOf(states, stored, { p: known('b') })).toBe('q');
    expect(createOrder(states, { stored }).longest(states.start)).toBe(3);
  });

  it('is not followed to a question that the person is not sure of', () => {
    const states = statesOf([p, q, r], decisive);
    expect(firstOf(states, authorsPlan(states), { p: { is: 'unsure' } })).toBe('q');
  });

  it('is left where its question is unknown, is cut otherwise, or cannot be asked', () => {
    const states = statesOf([p, q, r], decisive);
    const next = [[], []];
    const wrong: readonly StoredPlan[] = [
      { begin: [0], steps: [{ ask: 'gone', next }] },
      { begin: [0], steps: [{ ask: 'p', next: [[], [], []] }] },
      { begin: [7], steps: [{ ask: 'p', next }] },
      { begin: [], steps: [{ ask: 'p', next }] },
    ];
    for (const stored of wrong) expect(firstOf(states, stored)).toBe('q');
    expect(firstOf(states, { begin: [0], steps: [{ ask: 'p', next }] })).toBe('p');
  });

  it('tries the next step where one does not fit, and finds its way again after it', () => {
    const states = statesOf([p, q, r], decisive);
    const steps = [
      { ask: 'gone', next: [] },
      { ask: 'r', next: [[2], []] },
      { ask: 'p', next: [[], []] },
    ];
    const stored: StoredPlan = { begin: [0, 1], steps };
    expect(firstOf(states, stored)).toBe('r');
    expect(firstOf(states, stored, { r: known('a') })).toBe('q');
  });

  it('puts the first of two questions that it names for what several answers lead to', () => {
    const states = statesOf([questionOf('p', 'three'), q, r], all(is('p', 'a', 'b'), is('q', 'a'), is('r', 'a')));
    const steps = [
      { ask: 'p', next: [[1], [2], []] },
      { ask: 'r', next: [[], []] },
      { ask: 'q', next: [[], []] },
    ];
    expect(firstOf(states, { begin: [0], steps }, { p: known('b') })).toBe('r');
  });

  it('does not ask what waits for its presupposition', () => {
    const later: Question = { ...r, askWhen: is('q', 'a') };
    const states = statesOf([p, q, later], all(is('p', 'a'), is('r', 'a')));
    expect(firstOf(states, { begin: [0], steps: [{ ask: 'r', next: [[], []] }] })).not.toBe('r');
  });
});

describe('the plan of an item in a rule book', () => {
  const book = () => {
    const source = sourceOf([p, q, r], decisive);
    const apart = questionOf('apart', 'two');
    const other = { ...itemOf([apart], [says('other', is('apart', 'a'))]), id: 'other' };
    const fee = {
      id: 'fee',
      kind: 'fee',
      when: decisive,
      currency: 'CNY',
      label: '费',
      sources: [],
      local: false,
    } as const;
    const items = [itemOf([p, q, r], [says('o', decisive), fee]), other];
    const plans = { item: authorsPlan(createTripStates(compileTrip(source, ['item'], today))) };
    return createRuleBook({ questions: [p, q, r, apart], items, plans });
  };
  const here = { today, answers: {}, lacks: [] };

  it('decides what is asked first', () => {
    expect(book().openQuestions(['item'], here)).toEqual(['p', 'q', 'r']);
  });

  it('is for the whole item alone: not for several at once, and not for one aspect of it', () => {
    expect(book().openQuestions(['item'], here, 'fee')[0]).toBe('q');
    expect(book().openQuestions(['item', 'other'], here)[0]).toBe('q');
  });
});

describe('planning an item when the knowledge is compiled', () => {
  it('stores no plan where it is found again at once, and says what it costs', () => {
    const source = sourceOf([p, q, r], decisive);
    expect(planItem(source, 'item', today)).toStrictEqual({
      item: 'item',
      questions: 3,
      authors: { expected: 2.25, worst: 3 },
      ours: { expected: 1.75, worst: 3 },
      optimum: 1.75,
      anyOrder: 1.75,
    });
    expect(storedPlanOf(source, 'item', today)).toBeUndefined();
  });

  it('keeps its own order of topics where that costs no more than the order of the author', () => {
    const inTopic = (question: Question): Question => ({ ...question, topic: 'child' });
    const planned = planItem(sourceOf([inTopic(p), q, r], decisive), 'item', today);
    expect(planned).toStrictEqual({
      item: 'item',
      questions: 3,
      authors: { expected: 2.25, worst: 3 },
      ours: { expected: 1.75, worst: 3 },
      optimum: 1.75,
      anyOrder: 1.75,
    });
  });

  it('stores no order of the author that costs just as much as its own', () => {
    const inTopic: Question = { ...p, topic: 'child' };
    expect(planItem(sourceOf([inTopic, q], all(is('p', 'a'), is('q', 'a'))), 'item', today)).toStrictEqual({
      item: 'item',
      questions: 2,
      authors: { expected: 1.5, worst: 2 },
      ours: { expected: 1.5, worst: 2 },
      optimum: 1.5,
      anyOrder: 1.5,
    });
  });

  it('keeps to the order of the author where what is guessed would cost more', () => {
    // The cheap question tells as much for its cost, but the dear one must be asked whatever it tells.
    const dear: Question = { ...q, effort: 2 };
    const source = sourceOf([dear, r], all(is('q', 'a'), is('r', 'a')), all(is('q', 'a'), is('r', 'b')));
    const rules = compileTrip(source, ['item'], today);
    const { start } = createTripStates(rules);
    const guessed = planQuestions(rules, { ...plenty, states: 0 });
    expect([guessed.costOf(start), guessed.costOfOrder(start, authorsOrder).expected]).toEqual([3, 2.5]);
    expect(storedPlanFor(rules, 0)?.steps.map(({ ask }) => ask)).toEqual(['q', 'r']);
    expect(storedPlanFor(rules)).toBeUndefined();
  });

  it.each([undefined, 'work'])(
    'keeps to the order of the author where keeping topics together would cost more: %s',
    (topic) => {
      const [x, y] = [
        { ...questionOf('x', 'two'), topic: 'child' },
        { ...questionOf('y', 'two'), topic: 'child', effort: 3 },
      ];
      const other = topic === undefined ? {} : { topic };
      const gate: Question = { ...questionOf('gate', 'two'), askWhen: is('x', 'a'), ...other };
      const source = sourceOf([x, gate, y], all(is('gate', 'a'), is('y', 'a')), is('x', 'a'));
      const planned = planItem(source, 'item', today);
      expect(planned).toMatchObject({
        authors: { expected: 2.25 },
        ours: { expected: 2.25 },
        optimum: 2.75,
        anyOrder: 2.25,
      });
      expect(planned.plan).toEqual(storedPlanOf(source, 'item', today));
      const plans = { item: planned.plan as StoredPlan };
      const first = (answers: Readonly<Record<string, Answer>>, keep: boolean) =>
        createRuleBook(keep ? { ...source, plans } : source).openQuestions(['item'], { today, answers, lacks: [] })[0];
      expect(first({}, true)).toBe('x');
      expect([first({ x: known('a') }, true), first({ x: known('a') }, false)]).toEqual(['gate', 'y']);
    },
  );

  it('stores the plan of an item that takes too long while a person waits', () => {
    // "Five of ten" has thousands of states; the odd efforts keep them apart.
    const ids = Array.from({ length: 10 }, (_, index) => `q${index}`);
    const questions = ids.map((id, index): Question => ({ ...questionOf(id, 'two'), effort: 1 + index / 7 }));
    const some = (from: number, count: number): Condition => {
      if (count === 0) return all();
      if (ids.length - from < count) return { any: [] };
      return { any: [all(is(ids[from] ?? '', 'a'), some(from + 1, count - 1)), some(from + 1, count)] };
    };
    const source = sourceOf(questions, some(0, 5));
    const stored = storedPlanOf(source, 'item', today);
    expect(stored?.begin).toHaveLength(1);
    const states = statesOf(questions, some(0, 5));
    const best = planQuestions(states.rules, { ...plenty, states: 1_000_000 });
    const kept = createOrder(states, { states: 0, ...(stored === undefined ? {} : { stored }) });
    expect(kept.next(states.start)).toBe(best.next(states.start));
    expect(kept.longest(states.start)).toBe(10);
  });
});

describe('a topic of which something was answered', () => {
  it('is finished before the conditions of other questions are looked at', () => {
    const inTopic = (question: Question): Question => ({ ...question, topic: 'child' });
    const x = questionOf('x', 'two');
    const states = statesOf(
      [x, inTopic(p), q, inTopic(r)],
      all(is('x', 'a'), is('p', 'a')),
      all(is('q', 'a'), is('r', 'a')),
    );
    const plan = planQuestions(states.rules, plenty);
    const next = (answers: Readonly<Record<string, Answer>>) => {
      const asked = plan.next(states.of(situation(answers)));
      return asked === undefined ? undefined : states.rules.axes[asked]?.name;
    };
    expect(next({})).toBe('x');
    expect(next({ r: known('a') })).toBe('p');
    expect(next({ p: known('a') })).toBe('r');
    expect(next({ x: known('a') })).toBe('p');
  });

  it('is finished first also where an answer took its condition apart from others', () => {
    const inTopic = (question: Question): Question => ({ ...question, topic: 'child' });
    const [s, t, x] = [questionOf('s', 'two'), questionOf('t', 'two'), questionOf('x', 'two')];
    // Once x is answered, the first condition has nothing to do with the second; only then is a topic begun.
    const states = statesOf(
      [p, s, inTopic(q), inTopic(r), t, x],
      all(is('x', 'a'), is('p', 'a'), is('s', 'a')),
      all(is('x', 'a'), is('q', 'a'), is('r', 'a'), is('t', 'a')),
    );
    const plan = planQuestions(states.rules, plenty);
    const next = (answers: Readonly<Record<string, Answer>>) =>
      states.rules.axes[plan.next(states.of(situation(answers))) ?? -1]?.name;
    expect([next({}), next({ x: known('a') })]).toEqual(['x', 'p']);
    expect(next({ x: known('a'), r: known('a') })).toBe('q');
  });
});

describe('more questions in one condition than can be planned exactly', () => {
  const ids = Array.from({ length: 31 }, (_, index) => `q${index}`);
  const wide = () => {
    // All but one are nearly always answered so that the next one matters.
    const questions = ids.map((id): Question => {
      const often = [
        { value: 'a', label: 'a', share: 99 },
        { value: 'b', label: 'b' },
      ];
      return id === 'q7' ? questionOf(id, 'two') : { ...questionOf(id, 'two'), options: often };
    });
    return statesOf(questions, all(...ids.map((id) => is(id, 'a'))));
  };

  it('are asked by what is learnt from each, the most likely end of it first', () => {
    const states = wide();
    const plan = planQuestions(states.rules, plenty);
    expect(plan.next(states.start)).toBe(states.rules.axisOf.get('q7'));
    expect([plan.isExact(), plan.longest(states.start)]).toEqual([false, 31]);
    const later = states.of(situation({ q7: known('a'), q0: { is: 'unsure' } }));
    expect(plan.longest(later)).toBe(29);
    expect(plan.next(later)).toBe(states.rules.axisOf.get('q1'));
    expect(plan.next(states.of(situation({ q7: known('b') })))).toBeUndefined();
  });

  it('are not counted, and nothing is stored of them', () => {
    const states = wide();
    const plan = planQuestions(states.rules, plenty);
    expect(plan.store(states.start)).toEqual({ begin: [], steps: [] });
    expect([plan.costOf(states.start), plan.costOfOrder(states.start)]).toEqual([0, { expected: 0, worst: 0 }]);
  });

  it('are none any more where all of them presuppose an answer that the person is not sure of', () => {
    const gate = questionOf('gate', 'two');
    const questions = [gate, ...ids.map((id): Question => ({ ...questionOf(id, 'two'), askWhen: is('gate', 'a') }))];
    const states = statesOf(questions, all(...ids.map((id) => is(id, 'a'))));
    const order = createOrder(states);
    expect([order.longest(states.start), order.longest(states.of(situation({ gate: { is: 'unsure' } })))]).toEqual([
      32, 0,
    ]);
  });

  it('weigh what is learnt against what they cost a person', () => {
    const questions = ids.map((id): Question => ({ ...questionOf(id, 'two'), effort: id === 'q9' ? 1 : 3 }));
    const often = questions.map((question) => ({
      ...question,
      options: question.options.map((option, at) => ({ ...option, share: at === 0 ? 20 : 1 })),
    }));
    const states = statesOf(often, all(...ids.map((id) => is(id, 'a'))));
    expect(planQuestions(states.rules, plenty).next(states.start)).toBe(states.rules.axisOf.get('q9'));
  });

  it('make a plan inexact, even beside a small one; questions of conditions apart do not', () => {
    const questions = [...ids, 'apart'].map((id) => questionOf(id, 'two'));
    const joined = statesOf(questions, all(...ids.map((id) => is(id, 'a'))), is('apart', 'a'));
    expect(planQuestions(joined.rules, plenty).isExact()).toBe(false);
    const apart = statesOf(questions, ...questions.map(({ id }) => is(id, 'a')));
    const plan = planQuestions(apart.rules, plenty);
    expect([plan.costOf(apart.start), plan.isExact(), plan.longest(apart.start)]).toEqual([32, true, 32]);
    expect(plan.next(apart.start)).toBe(apart.rules.axisOf.get('q0'));
  });

  it('are one fewer than thirty-one where planning is exact again', () => {
    const fewer = ids.slice(1);
    const questions = fewer.map((id) => questionOf(id, 'two'));
    const states = statesOf(questions, all(...fewer.map((id) => is(id, 'a'))));
    const plan = planQuestions(states.rules, { ...plenty, states: 0 });
    expect(plan.longest(states.start)).toBe(30);
    expect(planQuestions(states.rules, plenty).costOfOrder(states.start, authorsOrder).worst).toBe(30);
  });
});
