import { describe, expect, it } from 'vitest';
import type { Condition } from '../model/condition.ts';
import type { Aspect, Obligation } from '../model/obligation.ts';
import type { Question } from '../model/question.ts';
import type { ServiceItem } from '../model/service-item.ts';
import type { Answer, Situation } from '../model/situation.ts';
import { createRuleBook } from './rule-book.ts';
import { itemOf, questionOf, says } from './rules.oracle.ts';
import { compileTrip } from './trip-rules.ts';

const today = '2026-11-22';
const is = (question: string, ...values: readonly string[]): Condition => ({ question, is: values });
const always: Condition = { all: [] };
const [a, b, c] = [questionOf('a', 'two'), questionOf('b', 'two'), questionOf('c', 'two')];

function situation(answers: Record<string, string | number> = {}, lacks: readonly string[] = []): Situation {
  const entries = Object.entries(answers).map(([id, value]): [string, Answer] => [id, { is: 'known', value }]);
  return { today, answers: Object.fromEntries(entries), lacks };
}

const verdict = (kind: 'ineligible' | 'handoff', id: string, when: Condition): Obligation => ({
  ...says(id, when),
  kind,
});

function holdsOf(items: readonly ServiceItem[], questions: readonly Question[], at: Situation) {
  const outcome = createRuleBook({ items, questions }).decide(
    items.map(({ id }) => id),
    at,
  );
  return outcome.lines.map(({ item, obligation, holds }) => `${item}/${obligation.id} ${holds}`);
}

describe('the questions of a trip', () => {
  const named = (items: readonly ServiceItem[], questions: readonly Question[]) =>
    createRuleBook({ items, questions }).questionsOf(
      items.map(({ id }) => id),
      today,
    );

  it('stand in the order of the items and of their files, each once', () => {
    const one = { ...itemOf([b, a], []), id: 'one' };
    const two = { ...itemOf([c, b], []), id: 'two' };
    expect(named([one, two], [a, b, c])).toEqual(['b', 'a', 'c']);
    expect(named([two, one], [a, b, c])).toEqual(['c', 'b', 'a']);
  });

  it('include those that only a condition or a presupposition names, the presupposed one first', () => {
    const later: Question = { ...c, askWhen: is('b', 'a') };
    const item = itemOf([later], [says('one', is('a', 'a'))]);
    expect(named([item], [a, b, later])).toEqual(['b', 'c', 'a']);
  });

  it('leave out those that the knowledge does not have', () => {
    const item = { ...itemOf([a], [says('one', is('nothing', 'a'))]), questions: ['nothing', 'a'] };
    expect(named([item], [a])).toEqual(['a']);
    expect(holdsOf([item], [a], situation())).toEqual(['item/one no']);
  });

  it('end where presuppositions go round in a circle', () => {
    const circle = [
      { ...a, askWhen: is('b', 'a') },
      { ...b, askWhen: is('a', 'a') },
    ];
    const item = itemOf(circle, [says('one', { all: [is('a', 'a'), is('b', 'a')] })]);
    expect([...named([item], circle)].sort()).toEqual(['a', 'b']);
    expect(holdsOf([item], circle, situation({ a: 'a', b: 'a' }))).toEqual(['item/one yes']);
  });
});

describe('the obligations of a trip', () => {
  it('are those of its items in their order; what the knowledge does not have is left out', () => {
    const items = ['one', 'two'].map((id) => ({ ...itemOf([], [says(`${id}-a`, always)]), id }));
    const book = createRuleBook({ items, questions: [] });
    const outcome = book.decide(['two', 'nothing', 'one'], situation());
    expect(outcome.trip).toEqual(['two', 'one']);
    expect(outcome.lines.map(({ item, obligation }) => [item, obligation.id])).toEqual([
      ['two', 'two-a'],
      ['one', 'one-a'],
    ]);
  });

  it('without a first day hold since ever, and without a last day for ever', () => {
    const dated = [
      { ...says('ends', always), to: '2026-01-01' },
      { ...says('begins', always), from: '2026-01-01' },
    ];
    const book = createRuleBook({ items: [itemOf([], dated)], questions: [] });
    const on = (day: string) => book.decide(['item'], { ...situation(), today: day }).lines.map((l) => l.obligation.id);
    expect([on('1900-01-01'), on('2025-12-31'), on('2026-01-01'), on('2999-01-01')]).toEqual([
      ['ends'],
      ['ends'],
      ['begins'],
      ['begins'],
    ]);
  });

  it('of a discontinued item are one: to say so, and where to go instead', () => {
    const gone: ServiceItem = {
      ...itemOf([a], [says('old', always)]),
      status: 'discontinued',
      discontinued: { say: '已经取消', instead: 'other', sources: ['law'] },
    };
    const lines = (item: ServiceItem) =>
      createRuleBook({ items: [item], questions: [a] }).decide(['item'], situation());
    expect(lines(gone).lines).toEqual([
      {
        item: 'item',
        obligation: {
          id: 'discontinued',
          kind: 'ineligible',
          when: always,
          say: '已经取消',
          sources: ['law'],
          local: false,
          item: 'other',
        },
        holds: 'yes',
      },
    ]);
    const nowhere: ServiceItem = { ...gone, discontinued: { say: '已经取消', sources: ['law'] } };
    expect(lines(nowhere).lines[0]?.obligation).not.toHaveProperty('item');
    // The reason of a discontinuation to come is no reason yet.
    expect(lines({ ...gone, status: 'active' }).lines.map(({ obligation }) => obligation.id)).toEqual(['old']);
  });

  it('that say the same are one and hold under any of their conditions; a differing note keeps them apart', () => {
    const one = { ...says('one', is('a', 'a')), say: '同一句话' };
    const two = { ...says('two', is('b', 'a')), say: '同一句话' };
    expect(holdsOf([itemOf([a, b], [one, two])], [a, b], situation({ a: 'b', b: 'a' }))).toEqual(['item/one yes']);
    const noted = { ...two, note: '另有说明' };
    expect(holdsOf([itemOf([a, b], [one, noted])], [a, b], situation({ a: 'b', b: 'a' }))).toEqual([
      'item/one no',
      'item/two yes',
    ]);
  });

  it('that compare a choice as a number, or a number as a choice, never hold', () => {
    const age = questionOf('age', 'number');
    const mixed = [
      says('one', is('age', '8')),
      says('two', { question: 'a', compare: { gte: 0 } }),
      says('three', { question: 'age', compare: { gte: 'not a day' } }),
    ];
    expect(holdsOf([itemOf([a, age], mixed)], [a, age], situation({ age: 8, a: 'a' }))).toEqual([
      'item/one no',
      'item/two no',
      'item/three no',
    ]);
  });

  it('can hang on a paper that is lacking', () => {
    const item = itemOf([], [says('without', { lacks: 'card' }), says('with', { not: { lacks: 'card' } })]);
    expect(holdsOf([item], [], situation({}, ['card', 'other']))).toEqual(['item/without yes', 'item/with no']);
    expect(holdsOf([item], [], situation({}, ['other']))).toEqual(['item/without no', 'item/with yes']);
  });
});

describe('a verdict', () => {
  const refused = verdict('ineligible', 'refused', is('a', 'a'));
  const handed = verdict('handoff', 'handed', is('b', 'a'));
  const item = itemOf([a, b, c], [says('bring', is('c', 'a')), refused, handed, says('pay', always)]);

  it('that holds leaves nothing else of its item, wherever it stands in the file', () => {
    expect(holdsOf([item], [a, b, c], situation({ a: 'a', b: 'b', c: 'a' }))).toEqual([
      'item/bring no',
      'item/refused yes',
      'item/handed no',
      'item/pay no',
    ]);
    expect(holdsOf([item], [a, b, c], situation({ a: 'b', b: 'a', c: 'a' }))).toEqual([
      'item/bring no',
      'item/refused no',
      'item/handed yes',
      'item/pay no',
    ]);
  });

  it('speaks alone: of two that hold, the first in the file', () => {
    expect(holdsOf([item], [a, b, c], situation({ a: 'a', b: 'a', c: 'a' }))).toEqual([
      'item/bring no',
      'item/refused yes',
      'item/handed no',
      'item/pay no',
    ]);
  });

  it('that does not hold takes nothing away, and one that is open keeps the rest open', () => {
    expect(holdsOf([item], [a, b, c], situation({ a: 'b', b: 'b', c: 'a' }))).toEqual([
      'item/bring yes',
      'item/refused no',
      'item/handed no',
      'item/pay yes',
    ]);
    expect(holdsOf([item], [a, b, c], situation({ b: 'b', c: 'a' }))).toEqual([
      'item/bring unknown',
      'item/refused unknown',
      'item/handed no',
      'item/pay unknown',
    ]);
  });

  it('on one item leaves the others of the trip alone', () => {
    const other = { ...itemOf([a], [says('fetch', always)]), id: 'other' };
    expect(holdsOf([item, other], [a, b, c], situation({ a: 'a', b: 'b', c: 'a' })).at(-1)).toBe('other/fetch yes');
  });

  it('in the words of another stays a verdict of its own', () => {
    const twice = itemOf(
      [a, b],
      [
        { ...refused, say: '办不了' } as Obligation,
        { ...verdict('ineligible', 'again', is('b', 'a')), say: '办不了' } as Obligation,
      ],
    );
    expect(holdsOf([twice], [a, b], situation({ a: 'b', b: 'a' }))).toEqual(['item/refused no', 'item/again yes']);
  });
});

describe('a question about one thing', () => {
  const base = { when: always, sources: ['law'], local: false };
  const everything: readonly Obligation[] = [
    { ...base, id: 'm', kind: 'material', anyOf: [], necessity: 'required' },
    { ...base, id: 'f', kind: 'fee', currency: 'CNY', label: '费' },
    { ...base, id: 't', kind: 'time', basis: 'legal', say: '时' },
    { ...base, id: 'p', kind: 'place', say: '处' },
    { ...base, id: 'b', kind: 'before', say: '先' },
    { ...base, id: 's', kind: 'suggest', say: '荐' },
    ...(['eligibility', 'step', 'not-needed', 'proxy', 'online', 'deadline', 'result', 'warning'] as const).map(
      (kind): Obligation => ({ ...base, id: kind, kind, say: kind }),
    ),
  ];

  it.each<[Aspect, readonly string[]]>([
    ['materials', ['m', 'b', 'not-needed']],
    ['fee', ['f']],
    ['time', ['t', 'deadline']],
    ['place', ['p']],
    ['hours', ['p']],
    ['proxy', ['proxy']],
    ['online', ['online']],
    ['eligibility', ['eligibility']],
  ])('about %s looks at what answers it, and at nothing else', (aspect, ids) => {
    const rules = compileTrip({ items: [itemOf([], everything)], questions: [] }, ['item'], today, aspect);
    expect(rules.lines.map(({ obligation }) => obligation.id)).toEqual(ids);
    const whole = compileTrip({ items: [itemOf([], everything)], questions: [] }, ['item'], today);
    expect(whole.lines).toHaveLength(everything.length);
  });

  it('about whether it can be done looks at the verdicts', () => {
    const item = itemOf(
      [a, b],
      [verdict('ineligible', 'no', is('a', 'a')), verdict('handoff', 'person', is('b', 'a'))],
    );
    const rules = compileTrip({ items: [item], questions: [a, b] }, ['item'], today, 'eligibility');
    expect(rules.lines.map(({ obligation }) => obligation.id)).toEqual(['no', 'person']);
  });

  it('asks only what that thing depends on', () => {
    const fee: Obligation = { ...base, id: 'fee', kind: 'fee', currency: 'CNY', label: '费', when: is('b', 'a') };
    const item = itemOf([a, b], [verdict('ineligible', 'no', is('a', 'a')), fee]);
    const book = createRuleBook({ items: [item], questions: [a, b] });
    expect(book.openQuestions(['item'], situation(), 'fee')).toEqual(['b']);
    expect([book.atMost(['item'], situation(), 'fee'), book.atMost(['item'], situation())]).toEqual([1, 2]);
    expect(book.openQuestions(['item'], situation({ b: 'a' }), 'fee')).toEqual([]);
    expect(book.openQuestions(['item'], situation({ b: 'a' }))).toEqual(['a']);
  });
});
