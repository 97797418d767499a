import { describe, expect, it } from 'vitest';
import { smallKnowledge } from '../engine.fixture.ts';
import type { Consultation, Input } from '../model/consultation.ts';
import { createRuleBook } from '../rules/rule-book.ts';
import { createSearch } from '../search/create-search.ts';
import { createTakeStep, newConsultation } from './take-step.ts';
import type { Step, TakeStep } from './take-step.ts';
import { createTools } from './tools.ts';

const who = { knowledge: 'k1', today: '2026-11-22', locale: 'en', channel: 'desk' } as const;

function steps(): TakeStep {
  const knowledge = smallKnowledge();
  return createTakeStep(createTools(knowledge, createRuleBook(knowledge), createSearch(knowledge)));
}

/** The last of these steps. */
function walk(...inputs: readonly Input[]): Step {
  const takeStep = steps();
  const [first, ...others] = inputs;
  return others.reduce((step, input) => takeStep(step.after, input), takeStep(newConsultation(who), first as Input));
}

const choose = (...items: readonly string[]): Input => ({ kind: 'choose', items });
const answer = (question: string, value: string | number): Input => ({ kind: 'answer', question, value });
const say = (text: string): Input => ({ kind: 'say', text });

describe('a new consultation', () => {
  it('is plain data that names the knowledge and the day, and nothing that was not said', () => {
    const expected: Consultation = {
      ...who,
      stage: 'choosing',
      ...{ trip: [], answers: {}, lacks: [], misses: 0, turns: [] },
    };
    expect(newConsultation(who)).toStrictEqual(expected);
  });
});

describe('a step', () => {
  it('adds its input to the turns and keeps who is asking', () => {
    const { before, after, input } = walk(choose('card'), answer('age', 30));
    expect(after).toMatchObject(who);
    expect(after.turns).toEqual([choose('card'), answer('age', 30)]);
    expect([before.turns.length, input]).toEqual([1, answer('age', 30)]);
  });

  it('with an input that cannot be used leaves everything as it was, and says what is wrong', () => {
    const step = walk(choose('card'), answer('age', -3));
    expect(step.after).toBe(step.before);
    expect(step).toMatchObject({ problem: 'unknown-option' });
    expect(walk(choose('card'), answer('age', 3))).not.toHaveProperty('problem');
  });

  it('puts the next question while one is open, and none once nothing is', () => {
    const asked = walk(choose('card'));
    expect(asked.after.stage).toBe('asking');
    expect(['card-reason', 'age']).toContain(asked.after.asking);
    const settled = walk(choose('card'), answer('card-reason', 'lost'), answer('age', 30));
    expect(settled.after.stage).toBe('concluded');
    expect(settled.after).not.toHaveProperty('asking');
  });

  it('asks about the trip as it is now: a paper that is lacking, an item more', () => {
    const { after } = walk(choose('pass'), answer('age', 8), answer('guardian', 'can'), {
      kind: 'lack',
      material: 'card',
    });
    expect(after).toMatchObject({ stage: 'concluded', lacks: ['card'] });
    const more = walk(choose('pass'), answer('age', 8), answer('guardian', 'can'), { kind: 'add', item: 'card' });
    expect(more.after).toMatchObject({ stage: 'asking', asking: 'card-reason', trip: ['pass', 'card'] });
  });

  it('offers what may have been meant, until something is chosen', () => {
    expect(walk(say('会员')).after).toMatchObject({ stage: 'choosing', offered: ['card'] });
    expect(walk(say('会员'), choose('card')).after).not.toHaveProperty('offered');
  });

  it('that names nothing known counts as a miss, and the second in a row brings a person', () => {
    expect(walk(say('今天天气怎么样')).after).toMatchObject({ stage: 'choosing', misses: 1 });
    expect(walk(say('今天天气怎么样'), say('帮我写一首诗')).after.stage).toBe('handedOff');
  });
});

describe('a question about one thing', () => {
  it('asks only what that thing depends on, then tells it and goes on with the rest', () => {
    const asking = walk(choose('card'), { kind: 'aspect', aspect: 'fee' });
    expect(asking.after).toMatchObject({ stage: 'asking', asking: 'card-reason', aspect: 'fee' });
    expect(asking).not.toHaveProperty('told');
    const told = walk(choose('card'), { kind: 'aspect', aspect: 'fee' }, answer('card-reason', 'lost'));
    expect(told).toMatchObject({ told: 'fee', after: { stage: 'asking', asking: 'age' } });
    expect(told.after).not.toHaveProperty('aspect');
    expect(told.after.turns).toHaveLength(3);
  });

  it('is answered at once where it depends on nothing, also in the first message', () => {
    expect(walk(say('通行证多少钱'))).toMatchObject({ told: 'fee', after: { stage: 'asking', trip: ['pass'] } });
  });

  it('in the first message gets the whole notice where nothing is left to ask', () => {
    const whole = walk(say('光荣徽章多少钱'));
    expect(whole.after).toMatchObject({ stage: 'concluded', trip: ['old-badge'] });
    expect(whole.after).not.toHaveProperty('aspect');
    expect(whole).not.toHaveProperty('told');
  });

  it('after the notice gets that thing alone', () => {
    const later = walk(choose('old-badge'), { kind: 'aspect', aspect: 'fee' });
    expect(later).toMatchObject({ told: 'fee', after: { stage: 'concluded' } });
  });
});
