import { describe, expect, it } from 'vitest';
import { compileKnowledge } from './compile-knowledge.ts';
import { editedFile, smallFolder } from './test-support/small-folder.ts';

const CARD = 'items/identity/card.yaml';
type Edit = readonly [from: string, to: string];

/** What the check says about the card after some edits: code and message. */
function saysAbout(edits: readonly Edit[], changes: Readonly<Record<string, string>> = {}) {
  const files = smallFolder({ ...changes, [CARD]: editedFile(CARD, ...edits) });
  return compileKnowledge(files, { today: '2026-11-22' }).issues;
}

function codesAbout(...edits: readonly Edit[]): readonly string[] {
  return saysAbout(edits).map(({ line, code, severity }) => `${line} ${severity} ${code}`);
}

describe('examples', () => {
  const materials = 'gives: { materials: [household-register], fee: 40, eligible: true }';
  const gives = (text: string): Edit => [materials, `gives: ${text}`];

  it.each([
    ['a paper too few', '{ materials: [] }', '规则还要材料 household-register，例子没写。'],
    ['a paper too many', '{ materials: [household-register, old-card] }', '例子写了材料 old-card，规则不要。'],
    ['another sum', '{ fee: 20 }', '规则算出 40 元，例子写的是 20 元。'],
    ['another verdict', '{ eligible: false }', '例子写 eligible: false，规则给出的是 true（没有一条成立）。'],
    [
      'a handoff that does not happen',
      '{ handoff: true }',
      '例子写 handoff: true，规则给出的是 false（没有一条成立）。',
    ],
    ['an item that need not come first', '{ first: [card] }', '例子写了前置事项 card，规则不要。'],
  ])('fail on %s', (_kind, expected, problem) => {
    const [issue] = saysAbout([gives(expected)]).filter(({ code }) => code === 'example-fails');
    expect(issue?.severity).toBe('error');
    expect(issue?.message).toBe(`例子“成年人丢失”：${problem}请改例子，或改条件。`);
  });

  it('fail where the list of papers stands', () => {
    const [issue] = saysAbout([gives('{ fee: 40, materials: [] }')]);
    expect(issue).toMatchObject({ file: CARD, line: 29, column: 34 });
  });

  it('fail when their answers leave the papers open, and say which answer is missing', () => {
    const issues = saysAbout([['given: { card-reason: lost, age: 30 }', 'given: { card-reason: lost }']]);
    const issue = issues.find(({ code }) => code === 'example-fails');
    expect(issue?.message).toContain('材料还定不下来，given 里少了 age。');
  });

  it('are not asked about what they do not mention', () => {
    const open: Edit = ['given: { card-reason: lost, age: 30 }', 'given: { card-reason: lost }'];
    expect(saysAbout([open, gives('{ fee: 40 }')]).map(({ code }) => code)).not.toContain('example-fails');
  });

  it('leave out what the office looks up itself', () => {
    const waived: Edit = ['keeps: handed-in', 'necessity: waived'];
    expect(codesAbout(waived, ['[old-card, guardian-card]', '[guardian-card]'])).toEqual([]);
  });

  it('have no sum when a fee has no amount', () => {
    const [issue] = saysAbout([['amount: 40, ', '']]);
    expect(issue?.message).toContain('有一项收费没写金额，算不出总数。');
  });
});

describe('obligations', () => {
  const warning = (when: string): Edit => ['when: lost-minor', `when: ${when}`];

  it.each([
    ['{ all: [minor, { age: { gte: 18 } }] }'],
    ['{ all: [{ card-reason: lost }, { not: { card-reason: lost } }] }'],
    ['{ not: { card-reason: [lost, expired] } }'],
  ])('that can never hold are errors: %s', (when) => {
    expect(saysAbout([warning(when)]).map(({ code }) => code)).toContain('never-holds');
  });

  it('that a verdict before them always shuts out are errors', () => {
    const refuse = 'refuse:\n  - { say: 孩子不办, when: minor, source: card-law }\nmaterials:';
    const codes = saysAbout([['materials:', refuse]]).map(({ code, line }) => `${line} ${code}`);
    expect(codes).toEqual(expect.arrayContaining(['21 never-holds', '26 never-holds']));
  });

  it('whose condition always holds get a warning', () => {
    expect(codesAbout(warning('{ any: [minor, { age: { gte: 16 } }] }'))).toContain('24 warning always-holds');
  });

  it('that hold only for whoever lacks a paper can hold', () => {
    expect(codesAbout(warning('{ lacks: old-card, age: { lt: 16 } }'))).not.toContain('24 error never-holds');
  });

  it('that begin next year are judged on their own first day', () => {
    const next: Edit = ['when: lost-minor', 'when: { all: [minor, { age: { gte: 18 } }] }, from: 2027-01-01'];
    expect(codesAbout(next)).toContain('24 error never-holds');
  });
});

describe('papers', () => {
  const again = (when: string): Edit => [
    'fees:',
    `  - { use: household-register, copies: 1, when: ${when}, source: card-law }\nfees:`,
  ];

  it('asked for twice in one situation get a warning that names the other line', () => {
    const [issue] = saysAbout([again('minor')]).filter(({ code }) => code === 'asked-twice');
    expect(issue).toMatchObject({ severity: 'warning', line: 20, column: 5 });
    expect(issue?.message).toContain('另一次在第 17 行');
  });

  it('asked for in situations that exclude each other get none', () => {
    expect(saysAbout([again('{ card-reason: expired, age: { lt: 16 } }')]).map(({ code }) => code)).not.toContain(
      'asked-twice',
    );
  });

  it('asked for twice only where the matter is refused get none', () => {
    const refuse: Edit = [
      'materials:',
      'refuse:\n  - { say: 孩子丢证另办, when: lost-minor, source: card-law }\nmaterials:',
    ];
    expect(saysAbout([refuse, again('minor')]).map(({ code }) => code)).not.toContain('asked-twice');
  });
});

describe('questions', () => {
  it('whose answer changes nothing get a warning where they are listed', () => {
    expect(codesAbout(['when: { issued-on: { gte: today-30 } }, ', ''])).toContain('15 warning idle-question');
  });

  it('with two options of the same effect get a warning at the second', () => {
    const third: Edit = [
      '      - { is: expired',
      '      - { is: damaged, label: 坏了 }\n      - { is: worn, label: 旧了 }\n      - { is: expired',
    ];
    expect(codesAbout(third)).toEqual(['14 warning same-options']);
  });
});
