import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from './engine.ts';
import type { Turn } from './engine.ts';
import type { Knowledge } from './model/knowledge.ts';
import type { Notice } from './model/notice.ts';
import type { ServiceItem } from './model/service-item.ts';
import { randomItems, randomKnowledge } from './random-knowledge.fixture.ts';
import { meaning, valuesOf, worlds } from './rules/rules.oracle.ts';
import type { World } from './rules/rules.oracle.ts';
import { checkProperty } from './test-support/check-property.ts';
import { runs } from './test-support/runs.ts';

// Whole conversations by brute force: seconds on a busy machine.
const patience = { timeout: 120_000 };
const mostCompletions = 4_096;

/** What an item asks of a person whose every answer is known: a verdict alone, or everything whose condition holds. */
function demandsOf(item: ServiceItem, world: World): readonly string[] {
  const holding = item.obligations.filter(({ when }) => meaning(when, world));
  const verdict = holding.find(({ kind }) => kind === 'ineligible');
  return (verdict === undefined ? holding : [verdict]).flatMap((obligation) => {
    if (obligation.kind === 'material') return obligation.anyOf.map(({ material }) => material);
    if (obligation.kind === 'fee') return [obligation.label];
    return 'say' in obligation && obligation.say !== undefined ? [obligation.say] : [];
  });
}

/** What a notice says for certain, without the item that a line is about: 办事项 a：…… */
function demandsIn({ materials, fees, warnings, eligibility }: Notice): readonly string[] {
  const lines = [materials, fees, warnings, eligibility.reasons].flat();
  expect(lines.filter(({ when }) => when !== undefined)).toEqual([]);
  return [
    ...materials.map(({ material }) => material),
    ...[...fees, ...warnings, ...eligibility.reasons].map(({ text }) => text.split('：').at(-1) ?? ''),
  ];
}

/** Answers each question as it is put, until none is put any more. */
function converse(knowledge: Knowledge, choices: readonly number[]): Turn {
  const engine = createEngine(knowledge);
  let turn = engine.begin({ today: '2026-11-22', items: randomItems });
  for (const choice of choices) {
    if (turn.reply.kind !== 'ask') break;
    const { id } = turn.reply.question;
    const values = knowledge.questions.flatMap((question) => (question.id === id ? valuesOf(question) : []));
    const value = values[choice % values.length] ?? '';
    turn = engine.takeTurn(turn.consultation, { kind: 'answer', question: id, value });
  }
  return turn;
}

const choices = fc.array(fc.nat(59), { minLength: 4, maxLength: 4 });

describe('every stop', patience, () => {
  it('comes after four questions at most when there are four, with a notice that every completion agrees with', () => {
    checkProperty(
      'all completions agree at every stop',
      fc.property(randomKnowledge, choices, (knowledge, chosen) => {
        const { consultation, reply } = converse(knowledge, chosen);
        expect(reply.kind).toBe('notice');
        if (reply.kind !== 'notice') return;
        const told = new Set(demandsIn(reply.notice));
        const all = worlds(knowledge.questions, consultation);
        // More than four thousand ways to go on are thinned out evenly.
        const stride = Math.ceil(all.length / mostCompletions);
        for (const [place, world] of all.entries()) {
          if (place % stride !== 0) continue;
          expect(new Set(knowledge.items.flatMap((item) => demandsOf(item, world)))).toEqual(told);
        }
      }),
      1_200,
    );
  });

  it('leaves no question open for the clerk who looks at all of them', () => {
    fc.assert(
      fc.property(randomKnowledge, choices, (knowledge, chosen) => {
        const { consultation } = converse(knowledge, chosen);
        const survey = createEngine(knowledge).survey(consultation);
        expect(survey.settled).toBe(true);
        expect(survey.questions.map(({ status }) => status)).not.toContain('open');
      }),
      runs(300),
    );
  });
});
