import type { Input, Turn } from '@onetrip/engine';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oneEngine } from '../knowledge/engines.ts';
import { countingEngine } from '../test-support/counting-engine.ts';
import { nextInput } from '../test-support/next-input.ts';
import { realEngine } from '../test-support/real-engine.ts';
import { Decisions } from './decisions.ts';
import { replay } from './replay.ts';
import { stateOf } from './state.ts';

const engine = realEngine();
const engines = oneEngine(engine);
const { version: knowledge } = engine.knowledge;
const begin = { today: '2026-11-22', items: ['resident-id-card'] };
const begun = JSON.stringify(begin);
/** The machine may be busy. */
const PATIENCE = 120_000;

test(
  'a consultation is rebuilt as it stood, with as many questions answered, whatever was done in it',
  async () => {
    const decisions = new Decisions();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 14 }), async (draws) => {
        let turn: Turn = engine.begin(begin);
        let questions = 0;
        const inputs = draws.map((draw) => {
          const input = nextInput(engine, turn, draw);
          turn = engine.takeTurn(turn.consultation, input);
          const isAnswer = input.kind === 'answer' || input.kind === 'unsure';
          if (isAnswer && turn.reply.kind !== 'problem') questions += 1;
          return JSON.stringify(input);
        });
        const replayed = await replay(engines, decisions, { begun, knowledge, inputs });
        expect(replayed).toEqual({ state: stateOf(turn.consultation), questions });
      }),
      { numRuns: 200 },
    );
  },
  PATIENCE,
);

test('what others have come to is looked up and not decided again when a consultation is rebuilt', async () => {
  const counted = countingEngine(engine);
  const decisions = new Decisions();
  const inputs = answersToTheEnd().map((input) => JSON.stringify(input));
  const first = await replay(oneEngine(counted.engine), decisions, { begun, knowledge, inputs });
  expect(counted.turns()).toBe(inputs.length);
  expect(await replay(oneEngine(counted.engine), decisions, { begun, knowledge, inputs })).toEqual(first);
  expect(counted.turns()).toBe(inputs.length);
});

test('a consultation under knowledge that nobody has any more is not rebuilt', async () => {
  expect(await replay(engines, new Decisions(), { begun, knowledge: 'gone', inputs: [] })).toBeUndefined();
});

function answersToTheEnd(): readonly Input[] {
  const inputs: Input[] = [];
  let turn: Turn = engine.begin(begin);
  while (turn.reply.kind === 'ask') {
    const { id, options } = turn.reply.question;
    const input: Input = { kind: 'answer', question: id, value: options[0]?.value ?? '' };
    inputs.push(input);
    turn = engine.takeTurn(turn.consultation, input);
  }
  return inputs;
}
