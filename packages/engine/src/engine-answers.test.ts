import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from './engine.ts';
import type { Engine, Turn } from './engine.ts';
import type { AnswerValue, Consultation, Input } from './model/consultation.ts';
import type { Knowledge } from './model/knowledge.ts';
import { randomItems, randomKnowledge } from './random-knowledge.fixture.ts';
import { valuesOf } from './rules/rules.oracle.ts';
import { checkProperty } from './test-support/check-property.ts';
import { runs } from './test-support/runs.ts';

// Whole conversations over random items: seconds on a busy machine.
const patience = { timeout: 120_000 };

interface Case {
  readonly knowledge: Knowledge;
  /** Answers given before, to any of the questions. */
  readonly before: readonly Input[];
  readonly question: string;
  readonly value: AnswerValue;
  readonly other: AnswerValue;
}

const aCase: fc.Arbitrary<Case> = randomKnowledge.chain((knowledge) => {
  const anAnswer = fc
    .constantFrom(...knowledge.questions)
    .chain((question) => fc.constantFrom(...valuesOf(question)).map((value) => ({ question: question.id, value })));
  const given = fc.array(
    anAnswer.map((answer): Input => ({ kind: 'answer', ...answer })),
    { maxLength: 3 },
  );
  return fc
    .tuple(given, fc.constantFrom(...knowledge.questions), fc.nat(9), fc.nat(9))
    .map(([before, question, one, two]): Case => {
      const values = valuesOf(question);
      const pick = (at: number): AnswerValue => values[at % values.length] ?? '';
      return { knowledge, before, question: question.id, value: pick(one), other: pick(two) };
    });
});

function after(engine: Engine, inputs: readonly Input[]): Turn {
  const begun = engine.begin({ today: '2026-11-22', items: randomItems });
  return inputs.reduce((turn, input) => engine.takeTurn(turn.consultation, input), begun);
}

/** Everything of a consultation but the way that led there. */
function withoutTurns({ turns: _turns, ...rest }: Consultation): Omit<Consultation, 'turns'> {
  return rest;
}

describe('an answer', patience, () => {
  it('after "not sure" leaves the same as the answer alone', () => {
    checkProperty(
      'not sure, then the answer',
      fc.property(aCase, ({ knowledge, before, question, value }) => {
        const engine = createEngine(knowledge);
        const answer: Input = { kind: 'answer', question, value };
        const straight = after(engine, [...before, answer]).consultation;
        const doubting = after(engine, [...before, { kind: 'unsure', question }, answer]).consultation;
        expect(withoutTurns(doubting)).toEqual(withoutTurns(straight));
        expect(engine.writeNotice(doubting)).toEqual(engine.writeNotice(straight));
      }),
      1_200,
    );
  });

  it('changed to another and back again leaves the consultation and the notice as they were', () => {
    checkProperty(
      'changed there and back',
      fc.property(aCase, ({ knowledge, before, question, value, other }) => {
        const engine = createEngine(knowledge);
        const answer: Input = { kind: 'answer', question, value };
        const change: Input = { kind: 'change', question };
        const there = after(engine, [...before, answer]).consultation;
        const inputs = [...before, answer, change, { ...answer, value: other }, change, answer];
        const back = after(engine, inputs).consultation;
        expect(withoutTurns(back)).toEqual(withoutTurns(there));
        expect(engine.writeNotice(back)).toEqual(engine.writeNotice(there));
      }),
      1_200,
    );
  });

  it('gives the same notice whenever it was given', () => {
    const cases = randomKnowledge.chain((knowledge) => {
      const given = knowledge.questions.map((question) =>
        fc
          .option(fc.constantFrom(...valuesOf(question)), { nil: undefined })
          .map((value): Input =>
            value === undefined
              ? { kind: 'unsure', question: question.id }
              : { kind: 'answer', question: question.id, value },
          ),
      );
      return fc
        .tuple(...given)
        .chain((inputs) =>
          fc.tuple(
            fc.constant(knowledge),
            fc.constant(inputs),
            fc.shuffledSubarray(inputs, { minLength: inputs.length }),
          ),
        );
    });
    checkProperty(
      'answers in any order',
      fc.property(cases, ([knowledge, inputs, shuffled]) => {
        const engine = createEngine(knowledge);
        const straight = engine.writeNotice(after(engine, inputs).consultation);
        expect(engine.writeNotice(after(engine, shuffled).consultation)).toEqual(straight);
      }),
      1_200,
    );
  });

  it('changed keeps every other answer', () => {
    fc.assert(
      fc.property(aCase, ({ knowledge, before, question, value, other }) => {
        const engine = createEngine(knowledge);
        const answer: Input = { kind: 'answer', question, value };
        const there = after(engine, [...before, answer]).consultation;
        const changed = after(engine, [...before, answer, { ...answer, value: other }]).consultation;
        expect(changed.answers).toEqual({ ...there.answers, [question]: { is: 'known', value: other } });
      }),
      runs(300),
    );
  });
});
