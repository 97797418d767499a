import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRuleBook } from '../rules/rule-book.ts';
import { anItem, itemOf, questionOf, says, someAnswers } from '../rules/rules.oracle.ts';
import { compileTrip } from '../rules/trip-rules.ts';
import { runs } from '../test-support/runs.ts';
import { decideExample } from './proof/decide-example.ts';
import { proveItem } from './prove-item.ts';

const today = '2026-11-22';

describe('an example', () => {
  it('is decided as the guide decides for the same answers', () => {
    const cases = anItem.chain(({ item, questions }) =>
      fc.record({ item: fc.constant(item), questions: fc.constant(questions), answers: someAnswers(questions) }),
    );
    fc.assert(
      fc.property(cases, ({ item, questions, answers }) => {
        const source = { items: [item], questions };
        const said = Object.entries(answers).flatMap(([id, answer]) =>
          answer.is === 'known' ? [[id, answer.value] as const] : [],
        );
        const { lines } = decideExample({ given: Object.fromEntries(said) }, compileTrip(source, [item.id], today));
        const decided = createRuleBook(source).decide([item.id], { today, answers, lacks: [] });
        const withoutMore = decided.lines.map((line) =>
          line.holds === 'unknown'
            ? { obligation: line.obligation, holds: line.holds, questions: line.questions }
            : { obligation: line.obligation, holds: line.holds },
        );
        expect(lines).toEqual(withoutMore);
      }),
      runs(300),
    );
  });
});

describe('an item that was made', () => {
  const questions = [questionOf('q0', 'two'), questionOf('q1', 'three')];
  const first = says('first', { question: 'q0', is: ['a'] });
  const second = says('second', {
    all: [
      { question: 'q0', is: ['b'] },
      { question: 'q1', is: ['c'] },
    ],
  });

  it('lacks nothing more once it has the examples that were missing', () => {
    const item = itemOf(questions, [first, second]);
    const { issues, missing } = proveItem(item, questions, today);
    expect(issues.map(({ code }) => code)).toContain('no-example');
    const whole = proveItem({ ...item, examples: missing }, questions, today);
    expect(whole.missing).toEqual([]);
    expect(whole.issues.map(({ code }) => code)).toEqual([]);
  });

  it('is told what can never hold and what changes nothing', () => {
    const never = says('never', {
      all: [
        { question: 'q0', is: ['a'] },
        { question: 'q0', is: ['b'] },
      ],
    });
    const { issues } = proveItem(itemOf(questions, [first, never]), questions, today);
    expect(issues.map(({ code }) => code)).toEqual(expect.arrayContaining(['never-holds', 'idle-question']));
  });

  it('is told of an example that the rules do not bear out', () => {
    const wrong = { name: '错的', given: { q0: 'a', q1: 'a' }, gives: { eligible: false } };
    const { issues } = proveItem({ ...itemOf(questions, [first, second]), examples: [wrong] }, questions, today);
    expect(issues.map(({ code }) => code)).toContain('example-fails');
  });
});
