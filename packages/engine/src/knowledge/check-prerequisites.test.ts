import { describe, expect, it } from 'vitest';
import { compileKnowledge } from './compile-knowledge.ts';
import { editedFile, smallFolder } from './test-support/small-folder.ts';

const CARD = 'items/identity/card.yaml';
const PASS = 'items/identity/pass.yaml';
const VISA = 'items/identity/visa.yaml';

/** An item that asks the shared questions and must be preceded by what `before` says. */
function item(id: string, name: string, before: string): string {
  return `id: ${id}
title: ${name}
name: ${name}
authority: police
checked: { on: 2026-11-20, by: 知识组 }
questions: [age]
before: [ ${before} ]
examples: [ { name: 大人, given: { age: 30 }, gives: { eligible: true } } ]
`;
}

/** What the check says of circles when the card must be preceded by `before`, beside other items. */
function circlesOf(before: string, others: Readonly<Record<string, string>>) {
  const card = `${editedFile(CARD)}before: [ ${before} ]\n`;
  const { issues } = compileKnowledge(smallFolder({ [CARD]: card, ...others }), { today: '2026-11-22' });
  return issues.filter(({ code }) => code === 'before-cycle');
}

const first = (id: string, when = '') => `{ item: ${id}, say: 先办它, ${when}source: card-law }`;

describe('items that wait for each other', () => {
  it('are reported once, with the whole circle and whom it catches', () => {
    const issues = circlesOf(first('pass'), {
      [PASS]: item('pass', '通行证', first('visa', 'when: minor, ')),
      [VISA]: item('visa', '签证', first('card', 'when: { age: { gte: 6 } }, ')),
    });
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ severity: 'error', file: CARD, line: 34, column: 11 });
    expect(issues[0]?.message).toBe(
      '要先办的绕成了圈：居民身份证 → 通行证 → 签证 → 居民身份证。“年龄 6 到 15 周岁”时，哪一件都没法先办；请删去其中一个 before，或改条件。',
    );
  });

  it('are found through a paper that one lacks and another issues', () => {
    const paper = '{ say: 先补旧证, when: { lacks: old-card }, source: card-law }';
    const [issue] = circlesOf(first('pass'), { [PASS]: item('pass', '通行证', paper) });
    expect(issue?.message).toContain('居民身份证 → 通行证 → 居民身份证。“没有原居民身份证”时');
  });

  it('are found when an item waits for itself', () => {
    expect(circlesOf(first('card'), {})[0]?.message).toContain('居民身份证 → 居民身份证。“不管怎么回答”时');
  });

  it('are no circle when nobody can be caught in it', () => {
    const adults = { [PASS]: item('pass', '通行证', first('card', 'when: { age: { gte: 16 } }, ')) };
    expect(circlesOf(first('pass', 'when: minor, '), adults)).toEqual([]);
  });

  it('are no circle when a verdict ends one of them before', () => {
    const refused = `${item('pass', '通行证', first('card'))}refuse: [ { say: 不办, source: card-law } ]\n`;
    expect(circlesOf(first('pass'), { [PASS]: refused })).toEqual([]);
  });

  it('are found where two lines of one item say the same', () => {
    const twice = `${first('card', 'when: { age: { gte: 60 } }, ')}, ${first('card', 'when: minor, ')}`;
    const issues = circlesOf(first('pass', 'when: minor, '), { [PASS]: item('pass', '通行证', twice) });
    expect(issues.map(({ message }) => message)).toEqual([expect.stringContaining('“年龄不满 16 周岁”时')]);
  });
});
