import type { Consultation, Engine, Input, Turn } from '@onetrip/engine';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countingEngine } from '../test-support/counting-engine.ts';
import { nextInput } from '../test-support/next-input.ts';
import { realEngine } from '../test-support/real-engine.ts';
import { textOf } from '../utf8.ts';
import { Decisions } from './decisions.ts';
import { stateOf } from './state.ts';

const engine = realEngine();
const begun = engine.begin({ today: '2026-11-22' }).consultation;
/** The machine may be busy. */
const PATIENCE = 120_000;

test(
  'what is remembered is what the engine would say, wherever people come from and whatever they do',
  () => {
    const decisions = new Decisions();
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1000 }), { minLength: 3, maxLength: 14 }), (draws) => {
        let turn: Turn = engine.begin({ today: '2026-11-22' });
        for (const draw of draws) {
          const input = nextInput(engine, turn, draw);
          const { decision: decided } = decide(decisions, engine, turn.consultation, input);
          turn = engine.takeTurn(turn.consultation, input);
          expect(decided.reply).toEqual(turn.reply);
          expect(textOf(decided.said)).toBe(JSON.stringify(turn.reply));
          expect(decided.state).toBe(stateOf(turn.consultation));
        }
      }),
      { numRuns: 300 },
    );
  },
  PATIENCE,
);

test('an answer that somebody gave before is looked up instead of decided again', () => {
  const decisions = new Decisions();
  const counted = countingEngine(engine);
  const asked = engine.begin({ today: '2026-11-22', items: ['resident-id-card'] }).consultation;
  const input = firstAnswer(asked);
  const first = decide(decisions, counted.engine, asked, input);
  // Somebody else, who said more on the way here.
  const other: Consultation = { ...asked, turns: [{ kind: 'repeat' }] };
  const second = decide(decisions, counted.engine, other, input);
  expect(second.decision).toBe(first.decision);
  expect([first.isShared, second.isShared]).toEqual([false, true]);
  expect(counted.turns()).toBe(1);
});

test('everybody who comes in by the same door is greeted alike, and the greeting is decided once', () => {
  const decisions = new Decisions();
  const begin = { today: '2026-11-22', channel: 'wechat' } as const;
  const first = decisions.begin(engine, begin, JSON.stringify(begin));
  expect(first.reply).toEqual(engine.begin(begin).reply);
  expect(first.state).toBe(stateOf(engine.begin(begin).consultation));
  expect(decisions.begin(engine, begin, JSON.stringify(begin))).toBe(first);
  const tomorrow = { ...begin, today: '2026-11-23' };
  expect(decisions.begin(engine, tomorrow, JSON.stringify(tomorrow))).not.toBe(first);
});

test('what a consultation came to that is rebuilt was told to nobody by that', () => {
  const decisions = new Decisions();
  const counted = countingEngine(engine);
  const asked = engine.begin({ today: '2026-11-22', items: ['resident-id-card'] }).consultation;
  const input = firstAnswer(asked);
  const again = decisions.decideAgain(counted.engine, stateOf(asked), input, JSON.stringify(input));
  const first = decide(decisions, counted.engine, asked, input);
  expect(first.decision).toBe(again);
  expect([first.isShared, decide(decisions, counted.engine, asked, input).isShared]).toEqual([false, true]);
  expect(counted.turns()).toBe(1);
});

test('what people say in words of their own is remembered for nobody else', () => {
  const decisions = new Decisions();
  const counted = countingEngine(engine);
  const words = { kind: 'say', text: '身份证丢了' } as const;
  for (const _twice of [1, 2]) expect(decide(decisions, counted.engine, begun, words).isShared).toBe(false);
  expect(counted.turns()).toBe(2);
});

test('another day, another answer before, or an engine over other knowledge is decided for itself', () => {
  const decisions = new Decisions();
  const counted = countingEngine(engine);
  const asked = engine.begin({ today: '2026-11-22', items: ['resident-id-card'] }).consultation;
  const input = firstAnswer(asked);
  decide(decisions, counted.engine, asked, input);
  decide(decisions, counted.engine, { ...asked, today: '2026-11-23' }, input);
  decide(decisions, counted.engine, { ...asked, lacks: ['id-card'] }, input);
  expect(counted.turns()).toBe(3);
  const second = countingEngine(engine);
  decide(decisions, second.engine, asked, input);
  expect(second.turns()).toBe(1);
});

test('no more is remembered than there is room for', () => {
  const decisions = new Decisions(1);
  const counted = countingEngine(engine);
  const asked = engine.begin({ today: '2026-11-22', items: ['resident-id-card'] }).consultation;
  for (const _twice of [1, 2]) decide(decisions, counted.engine, asked, firstAnswer(asked));
  expect(counted.turns()).toBe(2);
});

function decide(decisions: Decisions, by: Engine, consultation: Consultation, input: Input) {
  return decisions.decide(by, stateOf(consultation), input, JSON.stringify(input));
}

function firstAnswer(consultation: Consultation): Input {
  const { reply } = engine.takeTurn(consultation, { kind: 'repeat' });
  if (reply.kind !== 'ask') throw new Error(`nothing is asked: ${reply.kind}`);
  const { id, options } = reply.question;
  return { kind: 'answer', question: id, value: options[0]?.value ?? '' };
}
