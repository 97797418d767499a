import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../model/condition.ts';
import type { Question } from '../../model/question.ts';
import { runs } from '../../test-support/runs.ts';
import { anItem, itemOf, questionOf, says } from '../rules.oracle.ts';
import { compileTrip } from '../trip-rules.ts';
import { createTripStates } from '../trip-state.ts';
import type { TripState, TripStates } from '../trip-state.ts';
import { createOrder } from './create-order.ts';
import { authorsOrder } from './order-cost.ts';
import { planQuestions } from './plan-questions.ts';
import { costOf, priorOf } from './prior.ts';

const today = '2026-11-22';
const plenty = { states: 100_000, closed: new Set<number>(), keepTopics: true };
// Every order of every item is tried: seconds on a busy machine.
const patience = { timeout: 120_000 };

/** What authors may say of a question besides: a topic, that it asks for more, how often its first option is the answer. */
const aManner = fc.record({
  topic: fc.constantFrom(undefined, undefined, 'one', 'two'),
  effort: fc.constantFrom(undefined, 0.5, 3),
  share: fc.constantFrom(undefined, 4),
});

/** The states of a random item whose questions have topics, efforts and shares. */
const someStates: fc.Arbitrary<TripStates> = fc
  .tuple(anItem, fc.array(aManner, { minLength: 4, maxLength: 4 }))
  .map(([{ item, questions }, manners]) => {
    const mannered = questions.map((question, index): Question => {
      const { topic, effort, share } = manners[index] ?? {};
      const options = question.options.map((option, place) =>
        place > 0 || share === undefined ? option : { ...option, share },
      );
      return {
        ...question,
        options,
        ...(topic === undefined ? {} : { topic }),
        ...(effort === undefined ? {} : { effort }),
      };
    });
    return createTripStates(compileTrip({ items: [item], questions: mannered }, ['item'], today));
  });

/** A condition that needs, or is satisfied by, some of six questions; two of these joined. */
const aWideCondition: fc.Arbitrary<Condition> = fc
  .array(
    fc.record({
      isAll: fc.boolean(),
      atoms: fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 4, selector: (atom) => atom % 6 }),
    }),
    { minLength: 1, maxLength: 2 },
  )
  .map((sides) => ({
    any: sides.map(({ isAll, atoms }): Condition => {
      const parts = atoms.map((atom): Condition => ({ question: `q${atom % 6}`, is: [atom < 6 ? 'a' : 'b'] }));
      return isAll ? { all: parts } : { any: parts };
    }),
  }));

/** The states of an item of six questions, which four conditions join in many ways. */
const wideStates: fc.Arbitrary<TripStates> = fc
  .tuple(
    fc.array(aWideCondition, { minLength: 2, maxLength: 4 }),
    fc.array(fc.constantFrom(undefined, 0.5, 3), { minLength: 6, maxLength: 6 }),
    fc.option(fc.nat(4), { nil: undefined }),
  )
  .map(([conditions, efforts, waiting]) => {
    const questions = efforts.map((effort, index): Question => {
      const presupposed = waiting !== undefined && index === waiting + 1 ? `q${waiting}` : undefined;
      return {
        ...questionOf(`q${index}`, 'two'),
        ...(effort === undefined ? {} : { effort }),
        ...(presupposed === undefined ? {} : { askWhen: { question: presupposed, is: ['a'] } }),
      };
    });
    const obligations = conditions.map((when, index) => says(`o${index}`, when));
    return createTripStates(compileTrip({ items: [itemOf(questions, obligations)], questions }, ['item'], today));
  });

type Walk = (state: TripState) => readonly number[];

/** The cheapest way through, choosing freely among the questions that a walk allows. */
function cheapest(states: TripStates, from: TripState, allowed: Walk): number {
  const known = new Map<TripState, number>();
  const visit = (state: TripState): number => {
    const before = known.get(state);
    if (before !== undefined) return before;
    const costs = allowed(state).map((at) => {
      const axis = states.rules.axes[at];
      if (axis === undefined) return Number.NaN;
      const futures = priorOf(axis).map((share, cell) => share * visit(states.after(state, at, cell)));
      return futures.reduce((sum, future) => sum + future, costOf(axis));
    });
    const least = costs.length === 0 ? 0 : Math.min(...costs);
    known.set(state, least);
    return least;
  };
  return visit(from);
}

/** The longest way through. */
function longest(states: TripStates, state: TripState, next: (state: TripState) => number | undefined): number {
  const ask = next(state);
  if (ask === undefined) return 0;
  const cells = states.rules.axes[ask]?.cells ?? [];
  return 1 + Math.max(...cells.map((_, cell) => longest(states, states.after(state, ask, cell), next)));
}

function topicOf(states: TripStates, axis: number): string | undefined {
  return states.rules.axes[axis]?.question?.topic;
}

/** The questions that may come next where a topic that was begun is finished first. */
function keepingTopics(states: TripStates): Walk {
  return (state) => {
    const begun = state.open.filter((axis) => state.topics.includes(topicOf(states, axis) ?? ''));
    return begun.length > 0 ? begun : state.open;
  };
}

const one = (next: number | undefined): readonly number[] => (next === undefined ? [] : [next]);

describe('planning, whatever authors say of their questions', patience, () => {
  it('without regard to topics is the cheapest of all orders', () => {
    fc.assert(
      fc.property(someStates, (states) => {
        const plan = planQuestions(states.rules, { ...plenty, keepTopics: false });
        const best = cheapest(states, states.start, (state) => state.open);
        expect(plan.costOf(states.start)).toBeCloseTo(best, 9);
        expect(cheapest(states, states.start, (state) => one(plan.next(state)))).toBeCloseTo(best, 9);
      }),
      runs(300),
    );
  });

  it('is the cheapest of all orders of six questions, also after one "not sure"', () => {
    fc.assert(
      fc.property(wideStates, fc.option(fc.nat(5), { nil: undefined }), (states, doubted) => {
        const answers = doubted === undefined ? {} : { [`q${doubted}`]: { is: 'unsure' } as const };
        const from = states.of({ answers, lacks: [] });
        const plan = planQuestions(states.rules, { ...plenty, closed: new Set(from.closed) });
        const best = cheapest(states, from, (state) => state.open);
        expect(plan.costOf(from)).toBeCloseTo(best, 9);
        expect(cheapest(states, from, (state) => one(plan.next(state)))).toBeCloseTo(best, 9);
      }),
      runs(1_000),
    );
  });

  it('never leaves a topic that was begun while a question of it is open', () => {
    fc.assert(
      fc.property(someStates, (states) => {
        const plan = planQuestions(states.rules, plenty);
        const visit = (state: TripState): void => {
          const ask = plan.next(state);
          expect(ask === undefined).toBe(state.open.length === 0);
          if (ask === undefined) return;
          expect(keepingTopics(states)(state)).toContain(ask);
          states.rules.axes[ask]?.cells.forEach((_, cell) => visit(states.after(state, ask, cell)));
        };
        visit(states.start);
      }),
      runs(300),
    );
  });

  it('with topics costs at least what the cheapest order that keeps them together does, and what it says itself', () => {
    fc.assert(
      fc.property(someStates, (states) => {
        const plan = planQuestions(states.rules, plenty);
        const followed = cheapest(states, states.start, (state) => one(plan.next(state)));
        expect(followed).toBeGreaterThanOrEqual(cheapest(states, states.start, keepingTopics(states)) - 1e-9);
        expect(followed).toBeGreaterThanOrEqual(plan.costOf(states.start) - 1e-9);
        expect(plan.costOfOrder(states.start).expected).toBeCloseTo(plan.costOf(states.start), 9);
      }),
      runs(300),
    );
  });

  it('counts what the order of the authors costs, on average and at worst', () => {
    fc.assert(
      fc.property(someStates, (states) => {
        const { expected, worst } = planQuestions(states.rules, plenty).costOfOrder(states.start, authorsOrder);
        const first: Walk = (state) => state.open.slice(0, 1);
        expect(expected).toBeCloseTo(cheapest(states, states.start, first), 9);
        expect(worst).toBe(longest(states, states.start, (state) => state.open[0]));
      }),
      runs(300),
    );
  });

  it('announces the longest way through its own order, also after some answers', () => {
    fc.assert(
      fc.property(someStates, (states) => {
        const order = createOrder(states);
        const visit = (state: TripState): void => {
          expect(order.longest(state)).toBe(longest(states, state, (at) => order.next(at)));
          const ask = order.next(state);
          if (ask === undefined) return;
          states.rules.axes[ask]?.cells.forEach((_, cell) => visit(states.after(state, ask, cell)));
        };
        visit(states.start);
      }),
      runs(300),
    );
  });

  it('asks something exactly while something is open, also after "not sure", without a state to try, and in a stored order', () => {
    fc.assert(
      fc.property(someStates, fc.nat(3), (states, at) => {
        const question = states.rules.axes[at % states.rules.axes.length];
        const doubting = states.of({ answers: { [question?.name ?? '']: { is: 'unsure' } }, lacks: [] });
        const stored = planQuestions(states.rules, plenty).store(states.start, authorsOrder);
        for (const options of [{}, { states: 0 }, { stored }]) {
          const order = createOrder(states, options);
          const visit = (state: TripState): void => {
            const ask = order.next(state);
            expect(ask === undefined).toBe(state.open.length === 0);
            if (ask === undefined) return;
            expect(state.open).toContain(ask);
            states.rules.axes[ask]?.cells.forEach((_, cell) => visit(states.after(state, ask, cell)));
          };
          visit(doubting);
          visit(states.start);
        }
      }),
      runs(300),
    );
  });
});
