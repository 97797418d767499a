import { describe, expect, it } from 'vitest';
import { compileKnowledge } from './compile-knowledge.ts';
import { formatProposals } from './format-proposals.ts';
import { editedFile, smallFolder } from './test-support/small-folder.ts';

const CARD = 'items/identity/card.yaml';
type Edit = readonly [from: string, to: string];

function compile(text: string) {
  return compileKnowledge(smallFolder({ [CARD]: text }), { today: '2026-11-22' });
}

function missing(...edits: readonly Edit[]) {
  const { issues, proposals } = compile(editedFile(CARD, ...edits));
  return { issues: issues.filter(({ code }) => code === 'no-example'), proposals };
}

const CHILD_LOST = '  - { name: 孩子丢失, given: { card-reason: lost, age: 8 }, gives: { eligible: true } }\n';

describe('missing examples', () => {
  it('are none when every condition was tried both ways', () => {
    expect(missing()).toEqual({ issues: [], proposals: [] });
  });

  it('are reported where the untried obligation stands, with the answers that try it', () => {
    const { issues } = missing([CHILD_LOST, '']);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ severity: 'warning', file: CARD, line: 24, column: 5 });
    expect(issues[0]?.message).toBe(
      '没有例子试到“丢了，年龄 8 周岁”，第 24 行的“孩子丢证要监护人陪同”还没有全试过；请补例子，pnpm knowledge check --propose 会写好。',
    );
  });

  it('are proposed ready to be pasted, with what the rules give', () => {
    const { proposals } = missing([CHILD_LOST, '']);
    expect(formatProposals(proposals)).toBe(`# ${CARD}：接在 examples 后面
  - name: 丢了，年龄 8 周岁
    given: { card-reason: lost, age: 8 }
    gives: { materials: [household-register, guardian-card], fee: 40, eligible: true }`);
  });

  it('ask for an obligation to be absent as well', () => {
    const always: Edit = ['given: { card-reason: lost, age: 30 }', 'given: { card-reason: lost, age: 8 }'];
    const { issues } = missing(always, [
      '[household-register], fee: 40, eligible: true',
      '[household-register, guardian-card]',
    ]);
    expect(issues).toMatchObject([{ line: 19, message: expect.stringContaining('“丢了，年龄 16 周岁”') }]);
  });

  it('ask for every answer that alone makes the difference', () => {
    const any: Edit = [
      '{ use: guardian-card, copies: 1, when: minor,',
      '{ use: guardian-card, copies: 1, when: { any: [minor, { age: { gte: 70 } }] },',
    ];
    expect(missing(any).issues.map(({ message }) => message)).toEqual([expect.stringContaining('年龄 70 周岁')]);
  });

  it('propose a paper that is lacking, and the item to do first', () => {
    const before = '{ item: card, say: 先补旧证, when: { card-reason: expired, lacks: old-card }, source: card-law }';
    const text = `${editedFile(CARD)}before: [ ${before} ]\n`;
    expect(formatProposals(compile(text).proposals)).toContain(`    lacks: [old-card]
    gives: { materials: [old-card, guardian-card], fee: 20, eligible: true, first: [card] }`);
  });

  it('expect a verdict alone from whoever is sent away', () => {
    const refuse = 'refuse: [ { say: 太小, when: { age: { lt: 3 } }, source: card-law } ]\n';
    expect(formatProposals(compile(editedFile(CARD) + refuse).proposals)).toContain('gives: { eligible: false }');
  });

  it('leave alone what hangs on today: its example would be wrong tomorrow', () => {
    const only = editedFile(CARD).replace(
      /examples:[^]*/,
      'examples: [{ name: 丢失, given: { card-reason: lost, age: 30 }, gives: { fee: 40 } }]\n',
    );
    const { proposals } = compile(only);
    expect(proposals).toHaveLength(1);
    expect(formatProposals(proposals)).not.toContain('issued-on');
  });

  it('answer with a date long ago where a verdict hangs on today, which stays true', () => {
    const refuse = 'refuse: [ { say: 太新, when: { issued-on: { gte: today-30 } }, source: card-law } ]\n';
    const text = editedFile(CARD) + refuse;
    const pasted = compile(text).proposals.flatMap(({ examples }) => examples);
    expect(pasted.join('\n')).toContain('issued-on: 2026-10-22');
    const files = smallFolder({ [CARD]: `${text}${pasted.join('\n')}\n` });
    const { issues } = compileKnowledge(files, { today: '2027-11-20' });
    expect(issues.filter(({ code }) => ['no-example', 'example-fails'].includes(code))).toEqual([]);
  });

  it.each([
    [
      'few examples',
      editedFile(CARD).replace(
        /examples:[^]*/,
        'examples:\n  - { name: 丢失, given: { card-reason: lost, age: 30 }, gives: { fee: 40 } }\n',
      ),
    ],
    [
      'verdicts',
      editedFile(CARD, [
        'materials:',
        'handoff: [{ say: 太小, when: { any: [{ age: { lt: 3 } }, { all: [minor, { lacks: old-card }] }] }, source: card-law }]\nmaterials:',
      ]),
    ],
    [
      'nested conditions',
      editedFile(CARD, [
        'when: lost-minor',
        'when: { not: { all: [minor, { any: [{ card-reason: lost }, { age: { lt: 6 } }, { lacks: old-card }] }] } }',
      ]),
    ],
  ])('are complete once the proposals are pasted: %s', (_kind, text) => {
    const pasted = compile(text).proposals.flatMap(({ examples }) => examples);
    expect(pasted.length).toBeGreaterThan(0);
    const again = compile(`${text}${pasted.join('\n')}\n`);
    expect(again.issues.map(({ code }) => code)).not.toEqual(expect.arrayContaining(['no-example']));
    expect(again.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
