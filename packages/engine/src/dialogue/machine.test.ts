import { createActor } from 'xstate';
import type { SnapshotFrom } from 'xstate';
import { adjacencyMapToArray, getAdjacencyMap, getShortestPaths } from 'xstate/graph';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../model/situation.ts';
import { createDialogueMachine, emptyDialogue } from './machine.ts';
import type { DialogueContext, DialogueEvent, DialogueMachine, NextQuestion } from './machine.ts';

type Snapshot = SnapshotFrom<DialogueMachine>;

// Two items with a question each, of which the fee hangs on the first one only, and one item that asks nothing.
const questionsOf: Readonly<Record<string, readonly string[]>> = { card: ['reason'], pass: ['age'], form: [] };
const yes: Answer = { is: 'known', value: 'yes' };
const unsure: Answer = { is: 'unsure' };

const nextQuestion: NextQuestion = ({ trip, answers, aspect }) =>
  trip
    .flatMap((item) => questionsOf[item] ?? [])
    .find((question) => answers[question] === undefined && (aspect === undefined || question === 'reason'));
const beginning: DialogueContext = { today: '2026-11-22', ...emptyDialogue };

/** What reading an input can make happen where the dialogue stands; it never makes anything else happen. */
function possibleEvents({ context }: Snapshot): readonly DialogueEvent[] {
  const { trip, answers } = context;
  const anywhere: readonly DialogueEvent[] = [
    { type: 'choose', items: ['card'] },
    { type: 'choose', items: ['card', 'pass', 'card'] },
    { type: 'choose', items: ['form'] },
    { type: 'add', item: 'pass' },
    { type: 'answer', question: 'reason', answer: yes },
    { type: 'answer', question: 'age', answer: unsure },
    { type: 'restart' },
    { type: 'call-clerk' },
  ];
  if (trip.length === 0) return [...anywhere, { type: 'miss' }, { type: 'offer', items: ['card', 'pass'] }];
  return [
    ...anywhere,
    ...trip.map((item): DialogueEvent => ({ type: 'remove', item })),
    ...Object.keys(answers).flatMap((question): readonly DialogueEvent[] => [
      { type: 'change', question },
      { type: 'forget', question },
    ]),
    { type: 'lack', material: 'register' },
    { type: 'have', material: 'register' },
    { type: 'narrow', aspect: 'fee' },
    { type: 'widen' },
  ];
}

// A dialogue that never ends up where it was before is found at once.
const walked = { input: beginning, events: possibleEvents, limit: 20_000 };

interface Step {
  readonly from: Snapshot;
  readonly event: DialogueEvent;
  readonly to: Snapshot;
}

/** Every step the dialogue can take. */
function allSteps(): readonly Step[] {
  const steps = adjacencyMapToArray<Snapshot, DialogueEvent>(
    getAdjacencyMap(createDialogueMachine(nextQuestion), walked),
  );
  return steps.map(({ state, event, nextState }) => ({ from: state, event, to: nextState }));
}

/** The dialogue after these events. */
function after(...events: readonly DialogueEvent[]): Snapshot {
  const actor = createActor(createDialogueMachine(nextQuestion), { input: beginning }).start();
  events.forEach((event) => actor.send(event));
  return actor.getSnapshot();
}

describe('where the dialogue can go', () => {
  it('from each state by each event is this, and nothing else', () => {
    const reached: Record<string, Record<string, string[]>> = {};
    for (const { from, event, to } of allSteps()) {
      const targets = ((reached[from.value] ??= {})[event.type] ??= []);
      if (!targets.includes(to.value)) targets.push(to.value);
      targets.sort();
    }
    const wherever = {
      choose: ['asking', 'concluded'],
      add: ['asking', 'concluded'],
      restart: ['choosing'],
      'call-clerk': ['handedOff'],
    };
    const asking = {
      ...wherever,
      answer: ['asking', 'concluded'],
      remove: ['asking', 'choosing', 'concluded'],
      change: ['asking'],
      forget: ['asking', 'concluded'],
      lack: ['asking', 'concluded'],
      have: ['asking', 'concluded'],
      narrow: ['asking', 'concluded'],
      widen: ['asking', 'concluded'],
    };
    expect(reached).toEqual({
      choosing: { ...wherever, answer: ['choosing'], miss: ['choosing', 'handedOff'], offer: ['choosing'] },
      asking,
      // What is settled stays settled, but for further items, a question put again, and all that was not asked about.
      concluded: {
        ...asking,
        answer: ['concluded'],
        remove: ['choosing', 'concluded'],
        lack: ['concluded'],
        have: ['concluded'],
        narrow: ['concluded'],
      },
      // Also by someone who had named no item yet; a further miss changes nothing there.
      handedOff: {
        ...asking,
        answer: ['asking', 'choosing', 'concluded'],
        miss: ['handedOff'],
        offer: ['choosing'],
      },
    });
  });

  it('is one input away at most, and never deciding, where nothing rests', () => {
    const shortest = new Map<string, number>();
    for (const { state, weight } of getShortestPaths(createDialogueMachine(nextQuestion), walked)) {
      shortest.set(state.value, Math.min(weight, shortest.get(state.value) ?? Infinity));
    }
    expect(Object.fromEntries(shortest)).toEqual({ choosing: 0, asking: 1, concluded: 1, handedOff: 1 });
  });

  it('has a question put exactly while it is asking', () => {
    for (const { to } of allSteps()) expect(to.context.asking !== undefined).toBe(to.value === 'asking');
  });

  it('never concludes while a question is open, and never puts an answered one unless it is to be changed', () => {
    for (const { event, to } of allSteps()) {
      const { trip, answers, aspect, asking } = to.context;
      const open = trip
        .flatMap((item) => questionsOf[item] ?? [])
        .filter((question) => answers[question] === undefined);
      if (to.value === 'concluded' && aspect === undefined) expect(open).toEqual([]);
      if (to.value === 'asking' && event.type !== 'change') expect(open).toContain(asking);
    }
  });

  it('keeps the day whatever happens', () => {
    for (const { to } of allSteps()) expect(to.context.today).toBe(beginning.today);
  });
});

describe('what the dialogue remembers', () => {
  const card: DialogueEvent = { type: 'choose', items: ['card'] };
  const told: DialogueEvent = { type: 'answer', question: 'reason', answer: yes };
  const miss: DialogueEvent = { type: 'miss' };

  it('each item once, in the order they were named', () => {
    expect(after({ type: 'choose', items: ['pass', 'card', 'pass'] }).context.trip).toEqual(['pass', 'card']);
    expect(after(card, { type: 'add', item: 'pass' }, { type: 'add', item: 'card' }).context.trip).toEqual([
      'card',
      'pass',
    ]);
  });

  it('the answers when items come and go', () => {
    const { context } = after(card, told, { type: 'add', item: 'pass' }, { type: 'remove', item: 'card' });
    expect(context).toMatchObject({ trip: ['pass'], answers: { reason: yes }, asking: 'age' });
  });

  it('the other answers when one is forgotten, and puts that question again', () => {
    const both: DialogueEvent = { type: 'choose', items: ['card', 'pass'] };
    const age: DialogueEvent = { type: 'answer', question: 'age', answer: unsure };
    const { context, value } = after(both, told, age, { type: 'forget', question: 'reason' });
    expect([value, context.asking, context.answers]).toEqual(['asking', 'reason', { age: unsure }]);
  });

  it('an answer that is to be changed, until there is another', () => {
    const changing = after(card, told, { type: 'change', question: 'reason' });
    expect(changing.context).toMatchObject({ asking: 'reason', answers: { reason: yes } });
    const changed = after(card, told, { type: 'change', question: 'reason' }, { ...told, answer: unsure });
    expect([changed.value, changed.context.answers]).toEqual(['concluded', { reason: unsure }]);
  });

  it('each lacking paper once, in one order, until it is there', () => {
    const lack = (material: string): DialogueEvent => ({ type: 'lack', material });
    expect(after(card, lack('z'), lack('a'), lack('z')).context.lacks).toEqual(['a', 'z']);
    expect(after(card, lack('z'), lack('a'), { type: 'have', material: 'z' }).context.lacks).toEqual(['a']);
  });

  it('what was offered until something is chosen, added or nothing found', () => {
    const offer: DialogueEvent = { type: 'offer', items: ['card', 'pass'] };
    expect(after(offer).context.offered).toEqual(['card', 'pass']);
    expect(after(offer, card).context.offered).toBeUndefined();
    expect(after(offer, { type: 'add', item: 'pass' }).context.offered).toBeUndefined();
    expect(after(offer, miss).context.offered).toBeUndefined();
  });

  it('the one thing that was asked about until everything is asked about', () => {
    const both: DialogueEvent = { type: 'choose', items: ['card', 'pass'] };
    const fee: DialogueEvent = { type: 'narrow', aspect: 'fee' };
    const narrowed = after(both, fee, told);
    expect([narrowed.value, narrowed.context.aspect]).toEqual(['concluded', 'fee']);
    const widened = after(both, fee, told, { type: 'widen' });
    expect([widened.value, widened.context.aspect, widened.context.asking]).toEqual(['asking', undefined, 'age']);
  });

  it('nothing but the day after a new start', () => {
    const busy: readonly DialogueEvent[] = [
      ...[card, told, { type: 'lack', material: 'z' } as const, { type: 'narrow', aspect: 'fee' } as const],
      { type: 'restart' },
    ];
    expect(after(...busy).context).toEqual(beginning);
    expect(after({ type: 'offer', items: ['card'] }, { type: 'restart' }).context).toEqual(beginning);
  });

  it('misses in a row only: the second one brings a person, unless something was understood between them', () => {
    expect(after(miss).value).toBe('choosing');
    expect(after(miss, miss).value).toBe('handedOff');
    const between: readonly DialogueEvent[] = [told, { type: 'offer', items: ['card', 'pass'] }, { type: 'restart' }];
    for (const event of between) expect(after(miss, event, miss).value).toBe('choosing');
    const named: readonly DialogueEvent[] = [card, { type: 'add', item: 'card' }];
    for (const event of named) {
      expect(after(miss, event, { type: 'remove', item: 'card' }, miss).value).toBe('choosing');
    }
  });

  it('everything when a clerk is called, and goes on from there', () => {
    const called = after(card, told, { type: 'call-clerk' });
    expect(called.context).toEqual(after(card, told).context);
    expect(after(card, { type: 'call-clerk' }, told).value).toBe('concluded');
  });
});
