import { describe, expect, it } from 'vitest';
import { compileKnowledge } from './compile-knowledge.ts';
import { editedFile, smallFolder } from './test-support/small-folder.ts';

type Edit = readonly [from: string, to: string];

const CARD = 'items/identity/card.yaml';

/** What the check says about the card when its two fees are named and declared, after some edits. */
function saysAbout(declared: string, ...edits: readonly Edit[]) {
  const text = editedFile(
    CARD,
    ['{ label: 补领工本费', '{ key: lost, label: 补领工本费'],
    ['{ label: 换领工本费', '{ key: expired, label: 换领工本费'],
    ...edits,
  );
  const files = smallFolder({ [CARD]: `${text}${declared}\n` });
  const { issues } = compileKnowledge(files, { today: '2026-11-22' });
  return issues.filter(({ code }) => !['example-fails', 'no-example'].includes(code));
}

function codesOf(issues: ReturnType<typeof saysAbout>): readonly string[] {
  return issues.map(({ line, column, severity, code }) => `${line}:${column} ${severity} ${code}`);
}

describe('oneOf', () => {
  const declared = 'oneOf: [ [lost, expired] ]';

  it('is content when exactly one holds for everybody', () => {
    expect(saysAbout(declared)).toEqual([]);
  });

  it('finds answers for which two hold', () => {
    const issues = saysAbout(declared, ['amount: 20, when: { card-reason: expired }', 'amount: 20, when: minor']);
    expect(issues.map(({ message }) => message)).toContain(
      '第 21 行的“补领工本费”和第 22 行的“换领工本费”说好不会同时成立，可是“丢了、年龄不满 16 周岁”时两条都成立；请把条件分开。',
    );
    expect(codesOf(issues)).toEqual(['34:10 error contradiction', '34:10 error gap']);
  });

  it('finds answers for which none holds', () => {
    const middle = 'amount: 20, when: { card-reason: expired, age: { gte: 46 } }';
    const young = '{ any: [ { card-reason: lost }, { card-reason: expired, age: { lt: 26 } } ] }';
    const [issue, ...more] = saysAbout(
      declared,
      ['amount: 20, when: { card-reason: expired }', middle],
      ['amount: 40, when: { card-reason: lost }', `amount: 40, when: ${young}`],
    );
    expect(issue).toMatchObject({ code: 'gap', severity: 'error', file: CARD, line: 34, column: 10 });
    expect(issue?.message).toBe(
      'lost、expired 里总该有一条成立，可是“到期了、年龄 26 到 45 周岁”时一条都不成立；请补上这种情形。',
    );
    expect(more).toEqual([]);
  });

  it('does not ask for one for whoever is refused or handed off', () => {
    const none: Edit = ['amount: 40, when: { card-reason: lost }', 'amount: 40, when: lost-minor'];
    expect(codesOf(saysAbout(declared, none))).toEqual(['34:10 error gap']);
    const verdict: Edit = [
      'materials:',
      'handoff: [{ say: 成年人丢证另办, when: { card-reason: lost, age: { gte: 16 } }, source: card-law }]\nmaterials:',
    ];
    expect(saysAbout(declared, none, verdict)).toEqual([]);
  });

  it('looks at those of its own `when` only', () => {
    const free: Edit = [
      'amount: 20, when: { card-reason: expired }',
      'amount: 20, when: { card-reason: lost, age: { gte: 16 } }',
    ];
    const young: Edit = ['amount: 40, when: { card-reason: lost }', 'amount: 40, when: lost-minor'];
    expect(codesOf(saysAbout(declared, free, young))).toEqual(['34:10 error gap']);
    expect(saysAbout('oneOf: [ { when: { card-reason: lost }, of: [lost, expired] } ]', free, young)).toEqual([]);
  });

  it('finds the day on which one ends and none begins', () => {
    const [issue] = saysAbout(declared, [
      'when: { card-reason: expired }, source: hall-reply',
      'when: { card-reason: expired }, to: 2027-03-01, source: hall-reply',
    ]);
    expect(issue?.message).toContain('可是“2027-03-01 起，到期了”时一条都不成立');
  });
});

describe('exclusive', () => {
  it('leaves gaps alone', () => {
    const edit: Edit = [
      'amount: 20, when: { card-reason: expired }',
      'amount: 20, when: { card-reason: expired, age: { gte: 16 } }',
    ];
    expect(saysAbout('exclusive: [ [lost, expired] ]', edit)).toEqual([]);
  });

  it('finds what holds for everybody at once', () => {
    const [issue] = saysAbout(
      'exclusive: [ [lost, expired] ]',
      ['amount: 40, when: { card-reason: lost }, ', 'amount: 40, '],
      ['amount: 20, when: { card-reason: expired }, ', 'amount: 20, '],
    );
    expect(issue?.message).toContain('可是“不管怎么回答”时两条都成立');
  });

  it('finds a paper whose lack brings two together', () => {
    const [issue] = saysAbout('exclusive: [ [lost, expired] ]', [
      'amount: 20, when: { card-reason: expired }',
      'amount: 20, when: { any: [ { card-reason: expired }, { lacks: old-card } ] }',
    ]);
    expect(issue?.message).toContain('可是“丢了、没有原居民身份证”时两条都成立');
  });
});

describe('names', () => {
  it.each([
    ['an unknown one', 'oneOf: [ [lost, expird] ]', '34:17 error unknown-key-name'],
    ['a group of one', 'oneOf: [ [lost, expired], [lost] ]', '34:27 error one-of-one'],
    ['a word instead of a group', 'oneOf: [ [lost, expired], lost ]', '34:27 error not-a-list'],
    ['a map without its group', 'oneOf: [ [lost, expired], { when: minor } ]', '34:27 error missing-key'],
  ])('report %s', (_kind, declared, issue) => {
    expect(codesOf(saysAbout(declared))).toEqual([issue]);
  });

  it('are proposed when one is misspelt', () => {
    const [issue] = saysAbout('oneOf: [ [lost, expird] ]');
    expect(issue?.message).toBe('这个事项没有一条的 key 是“expird”；您是不是想写“expired”？');
  });

  it('may be given once', () => {
    expect(codesOf(saysAbout('oneOf: [ [lost, expired] ]', ['key: expired', 'key: lost']))).toEqual([
      '22:12 error duplicate-key',
      '34:17 error unknown-key-name',
    ]);
  });

  it('that nothing uses are reported', () => {
    expect(codesOf(saysAbout(''))).toEqual(['21:12 warning unused-key', '22:12 warning unused-key']);
  });

  it('leave no trace in the knowledge', () => {
    const named = editedFile(
      CARD,
      ['{ label: 补领', '{ key: a, label: 补领'],
      ['{ label: 换领', '{ key: b, label: 换领'],
    );
    const { knowledge } = compileKnowledge(smallFolder({ [CARD]: `${named}oneOf: [ [a, b] ]\n` }));
    expect(knowledge?.version).toBe(compileKnowledge(smallFolder()).knowledge?.version);
  });

  it('have no place in a region', () => {
    const services = 'card: { fees: [ { key: a, label: 快递费, amount: 10 } ] }\n';
    const { issues } = compileKnowledge(smallFolder({ 'places/demo/services.yaml': services }));
    expect(issues.map(({ code }) => code)).toContain('unknown-key');
  });
});
