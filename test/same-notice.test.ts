import type { AnswerValue, Consultation, Engine, Input } from '@onetrip/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoEngine } from './support/demo-engine.ts';

const engine = demoEngine();
const today = '2026-11-22';
const active = engine.knowledge.items.filter((item) => item.status === 'active').map((item) => item.id);

interface Case {
  readonly trip: readonly string[];
  readonly answers: readonly (readonly [question: string, value: AnswerValue])[];
}

/** One or two items in any combination, or a prepared trip, and an answer to each question that it may ever ask. */
const trips = fc.oneof(
  { weight: 4, arbitrary: fc.subarray(active, { minLength: 1, maxLength: 2 }) },
  { weight: 1, arbitrary: fc.constantFrom(...engine.knowledge.lifeEvents.map((event) => event.items)) },
);
const cases: fc.Arbitrary<Case> = trips.chain((trip) => {
  const questions = engine.survey(engine.begin({ today, items: trip }).consultation).questions;
  const answers = questions.map((question) =>
    fc.constantFrom(...question.options.map((option) => [question.id, option.value] as const)),
  );
  return fc.record({ trip: fc.constant(trip), answers: fc.tuple(...answers) });
});

describe('the same answers', () => {
  it('give the same notice in whatever order they are given', () => {
    fc.assert(
      fc.property(
        cases.chain((given) =>
          fc.tuple(fc.constant(given), fc.shuffledSubarray([...given.answers], { minLength: given.answers.length })),
        ),
        ([given, shuffled]) => {
          expect(noticeAfter(given.trip, answerAll(shuffled))).toEqual(
            noticeAfter(given.trip, answerAll(given.answers)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('give the same consultation, byte for byte, when its turns are replayed', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const played = play(given.trip, answerAll(given.answers));
        expect(JSON.stringify(play([], played.turns))).toBe(JSON.stringify(played));
      }),
      { numRuns: 40 },
    );
  });

  it('give the same notice when one of them was first answered with 不清楚', () => {
    fc.assert(
      fc.property(withOneQuestion(), ([given, question]) => {
        const hesitant: Input[] = [{ kind: 'unsure', question }, ...answerAll(given.answers)];
        expect(noticeAfter(given.trip, hesitant)).toEqual(noticeAfter(given.trip, answerAll(given.answers)));
      }),
      { numRuns: 40 },
    );
  });

  it('give the same notice when one of them was changed and changed back', () => {
    fc.assert(
      fc.property(withOneQuestion(), fc.nat(), ([given, question], pick) => {
        const options = optionsOf(given.trip, question);
        const back = given.answers.find(([id]) => id === question)?.[1] ?? '';
        const there = options[pick % options.length] ?? back;
        const wandering: Input[] = [
          ...answerAll(given.answers),
          { kind: 'change', question },
          { kind: 'answer', question, value: there },
          { kind: 'change', question },
          { kind: 'answer', question, value: back },
        ];
        expect(noticeAfter(given.trip, wandering)).toEqual(noticeAfter(given.trip, answerAll(given.answers)));
      }),
      { numRuns: 40 },
    );
  });
});

/** A case and one of its questions. */
function withOneQuestion(): fc.Arbitrary<readonly [Case, string]> {
  return cases
    .filter((given) => given.answers.length > 0)
    .chain((given) => fc.tuple(fc.constant(given), fc.constantFrom(...given.answers.map(([question]) => question))));
}

function optionsOf(trip: readonly string[], question: string): readonly AnswerValue[] {
  const { questions } = engine.survey(engine.begin({ today, items: trip }).consultation);
  return questions.find(({ id }) => id === question)?.options.map((option) => option.value) ?? [];
}

function answerAll(answers: Case['answers']): Input[] {
  return answers.map(([question, value]) => ({ kind: 'answer', question, value }));
}

function play(trip: readonly string[], inputs: readonly Input[]): Consultation {
  const { consultation } = trip.length === 0 ? engine.begin({ today }) : engine.begin({ today, items: trip });
  return inputs.reduce((at, input) => engine.takeTurn(at, input).consultation, consultation);
}

function noticeAfter(trip: readonly string[], inputs: readonly Input[]): ReturnType<Engine['writeNotice']> {
  return engine.writeNotice(play(trip, inputs));
}
