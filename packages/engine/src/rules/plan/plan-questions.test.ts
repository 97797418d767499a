import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../model/condition.ts';
import type { Question } from '../../model/question.ts';
import { runs } from '../../test-support/runs.ts';
import { anItem, itemOf, questionOf, says } from '../rules.oracle.ts';
import { compileTrip } from '../trip-rules.ts';
import type { TripRules } from '../trip-rules.ts';
import { createTripStates } from '../trip-state.ts';
import type { TripState, TripStates } from '../trip-state.ts';
import { authorsOrder } from './order-cost.ts';
import { createOrder } from './create-order.ts';
import { planQuestions } from './plan-questions.ts';
import { costOf, priorOf } from './prior.ts';

const today = '2026-11-22';
const plenty = { states: 100_000, closed: new Set<number>(), keepTopics: true };

function compile(questions: readonly Question[], ...conditions: readonly Condition[]): TripRules {
  const obligations = conditions.map((when, index) => says(`o${index}`, when));
  return compileTrip({ items: [itemOf(questions, obligations)], questions }, ['item'], today);
}

function start(states: TripStates): TripState {
  return states.start;
}

/** The smallest expected cost, by trying every order. */
function bruteForce(states: TripStates, state: TripState): number {
  const costs = state.open.map((at) => {
    const axis = states.rules.axes[at];
    if (axis === undefined) return 0;
    return priorOf(axis).reduce(
      (sum, share, cell) => sum + share * bruteForce(states, states.after(state, at, cell)),
      costOf(axis),
    );
  });
  return costs.length === 0 ? 0 : Math.min(...costs);
}

// Property tests by brute force: seconds on a busy machine.
const patience = { timeout: 120_000 };

describe('a stored plan', patience, () => {
  it('puts the same questions as the plan it was written down from, for every answer', () => {
    fc.assert(
      fc.property(anItem, ({ item, questions }) => {
        const source = { items: [item], questions };
        const states = createTripStates(compileTrip(source, ['item'], today));
        const plan = planQuestions(states.rules, plenty);
        const again = createTripStates(compileTrip(source, ['item'], today));
        // Without a state to solve, only what was stored can know the best order.
        const order = createOrder(again, { states: 0, stored: plan.store(states.start) });
        const walk = (state: TripState, copy: TripState): void => {
          const ask = plan.next(state);
          expect(order.next(copy)).toBe(ask);
          expect(order.longest(copy)).toBe(plan.longest(state));
          if (ask === undefined) return;
          states.rules.axes[ask]?.cells.forEach((_, cell) =>
            walk(states.after(state, ask, cell), again.after(copy, ask, cell)),
          );
        };
        walk(states.start, again.start);
      }),
      runs(300),
    );
  });

  it('asks nothing wrong when the rules have changed since', () => {
    fc.assert(
      fc.property(anItem, anItem, (old, now) => {
        const before = createTripStates(compileTrip({ items: [old.item], questions: old.questions }, ['item'], today));
        const stored = planQuestions(before.rules, plenty).store(before.start);
        const states = createTripStates(compileTrip({ items: [now.item], questions: now.questions }, ['item'], today));
        const asked = createOrder(states, { stored }).next(states.start);
        expect(asked === undefined).toBe(states.start.open.length === 0);
        if (asked !== undefined) expect(states.start.open).toContain(asked);
      }),
      runs(300),
    );
  });
});

describe('planning the questions', patience, () => {
  it('finds the smallest expected number of questions that any order could have', () => {
    fc.assert(
      fc.property(anItem, ({ item, questions }) => {
        const rules = compileTrip({ items: [item], questions }, ['item'], today);
        const states = createTripStates(rules);
        const plan = planQuestions(rules, plenty);
        expect(plan.costOf(start(states))).toBeCloseTo(bruteForce(states, start(states)), 9);
        expect(plan.isExact()).toBe(true);
      }),
      runs(1_000),
    );
  });

  it('costs what it says when it is followed, and never more than the author', () => {
    fc.assert(
      fc.property(anItem, ({ item, questions }) => {
        const rules = compileTrip({ items: [item], questions }, ['item'], today);
        const states = createTripStates(rules);
        const plan = planQuestions(rules, plenty);
        const followed = plan.costOfOrder(start(states));
        expect(followed.expected).toBeCloseTo(plan.costOf(start(states)), 9);
        expect(followed.expected).toBeLessThanOrEqual(plan.costOfOrder(start(states), authorsOrder).expected + 1e-9);
      }),
      runs(1_000),
    );
  });

  it('asks a decisive gate before questions that are merely mentioned more often', () => {
    const [x, y, gate] = [questionOf('x', 'two'), questionOf('y', 'two'), questionOf('gate', 'two')] as const;
    const behind = (...parts: Condition[]): Condition => ({ all: [...parts, { question: 'gate', is: ['a'] }] });
    const xIs: Condition = { question: 'x', is: ['a'] };
    const yIs: Condition = { question: 'y', is: ['a'] };
    const rules = compile([x, y, gate], behind(xIs, yIs), behind(xIs, { not: yIs }), behind({ not: xIs }, yIs));
    const plan = planQuestions(rules, plenty);
    expect(plan.next(start(createTripStates(rules)))).toBe(rules.axisOf.get('gate'));
  });

  it('puts off a question that costs a person more', () => {
    const cheap = questionOf('cheap', 'two');
    const dear: Question = { ...questionOf('dear', 'two'), effort: 3 };
    const both: Condition = {
      all: [
        { question: 'dear', is: ['a'] },
        { question: 'cheap', is: ['a'] },
      ],
    };
    const rules = compile([dear, cheap], both);
    expect(planQuestions(rules, plenty).next(start(createTripStates(rules)))).toBe(rules.axisOf.get('cheap'));
  });

  it('asks first what is most often the end of it, when the author knows how often', () => {
    const usual: Question = {
      ...questionOf('usual', 'two'),
      options: [
        { value: 'a', label: 'a', share: 1 },
        { value: 'b', label: 'b', share: 9 },
      ],
    };
    const even = questionOf('even', 'two');
    const both: Condition = {
      all: [
        { question: 'even', is: ['a'] },
        { question: 'usual', is: ['a'] },
      ],
    };
    const rules = compile([even, usual], both);
    expect(planQuestions(rules, plenty).next(start(createTripStates(rules)))).toBe(rules.axisOf.get('usual'));
  });

  it('finishes a topic that was begun before it asks about something else', () => {
    const inTopic = (id: string): Question => ({ ...questionOf(id, 'two'), topic: 'child' });
    const [p, q, gate] = [inTopic('p'), inTopic('q'), questionOf('gate', 'two')] as const;
    const one = (id: string): Condition => ({ question: id, is: ['a'] });
    const rules = compile([p, q, gate], { all: [one('p'), one('gate')] }, { all: [one('q'), one('gate')] }, one('p'));
    const states = createTripStates(rules);
    const order = planQuestions(rules, plenty);
    const axis = (id: string) => rules.axisOf.get(id) ?? -1;
    const afterP = states.after(states.start, axis('p'), 0);
    expect(order.next(afterP)).toBe(axis('q'));
    expect(
      planQuestions(rules, { ...plenty, keepTopics: false }).next(
        states.of({ answers: { p: { is: 'known', value: 'a' } }, lacks: [] }),
      ),
    ).toBe(axis('gate'));
  });

  it('plans on by entropy when it may not look at every state, and says so', () => {
    const questions = ['p', 'q', 'r'].map((id) => questionOf(id, 'two'));
    const one = (id: string): Condition => ({ question: id, is: ['a'] });
    const rules = compile(questions, { any: [{ all: [one('p'), one('q')] }, { all: [one('q'), one('r')] }] });
    const plan = planQuestions(rules, { ...plenty, states: 0 });
    expect(plan.next(start(createTripStates(rules)))).toBe(rules.axisOf.get('q'));
    expect(plan.isExact()).toBe(false);
  });
});
