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

  it.each([
    ['{ all: [minor, { age: { gte: 18 } }] }', '“年龄不满 16 周岁”和“年龄 18 周岁以上”不会同时成立；'],
    [
      '{ all: [{ card-reason: lost }, { age: { gte: 70 } }, { any: [minor, { age: 20 }] }] }',
      '“年龄 70 周岁以上”和“年龄不满 16 周岁或者年龄 20 周岁”不会同时成立；',
    ],
    ['{ not: { card-reason: [lost, expired] } }', '“不是（丢了或者到期了）”永远不成立；'],
    ['{ age: { gt: 120 } }', '“年龄超过 120 周岁”永远不成立；'],
  ])('that contradict themselves say what cannot go together: %s', (when, why) => {
    const issue = saysAbout([warning(when)]).find(({ code }) => code === 'never-holds');
    expect(issue).toMatchObject({ line: 24, column: 5, severity: 'error' });
    expect(issue?.message).toBe(`怎么回答都不会出现这一条：${why}请改条件，或删去。`);
  });

  it('that hang on a question nobody is asked then say when it is asked', () => {
    const school = `- { id: school, name: 上学, ask: 上学了吗？, askWhen: minor, options: [{ is: yes, label: 上学了 }, { is: no, label: 没上学 }] }\n`;
    const issues = saysAbout([warning('{ school: yes, age: { gte: 20 } }'), ['  - age', '  - age\n  - school']], {
      'questions.yaml': editedFile('questions.yaml').concat(school),
    });
    expect(issues.find(({ code }) => code === 'never-holds')?.message).toContain(
      '问题“上学”只在“年龄不满 16 周岁”时才问，“年龄 20 周岁以上”和“上学了”不会同时成立；',
    );
  });

  it('that verdicts hide name the verdicts and whom they hide it from', () => {
    const refuse =
      'refuse:\n  - { say: 太大, when: { age: { gte: 90 } }, source: card-law }\n' +
      '  - { say: 孩子不办, when: { age: { lt: 12 } }, source: card-law }\n' +
      'handoff:\n  - { say: 少年另办, when: { age: { gte: 9, lt: 20 } }, source: card-law }\nmaterials:';
    const issue = saysAbout([['materials:', refuse]]).find(({ line }) => line === 24);
    expect(issue).toMatchObject({ code: 'never-holds' });
    expect(issue?.message).toBe(
      '怎么回答都不会出现这一条：它要“年龄不满 16 周岁”，那时先成立的总是第 18 行的“孩子不办”、第 20 行的“少年另办”；请改条件，或删去。',
    );
  });

  it('that a verdict before them always shuts out are errors', () => {
    const refuse = 'refuse:\n  - { say: 孩子不办, when: minor, source: card-law }\nmaterials:';
    const codes = saysAbout([['materials:', refuse]]).map(({ code, line }) => `${line} ${code}`);
    expect(codes).toEqual(expect.arrayContaining(['21 never-holds', '26 never-holds']));
  });

  it('whose condition always holds get a warning', () => {
    expect(codesAbout(warning('{ any: [minor, { age: { gte: 16 } }] }'))).toContain('24 warning always-holds');
  });

  it('whose condition always holds say what it leaves out: nobody', () => {
    const issue = saysAbout([warning('{ any: [minor, { age: { gte: 12 } }] }')]).find(({ line }) => line === 24);
    expect(issue?.message).toBe(
      '怎么回答都会出现这一条：“年龄不满 16 周岁”、“年龄 12 周岁以上”合起来就是所有情形；请删去 when，或改条件。',
    );
  });

  it('whose condition always holds are found behind a verdict too', () => {
    const refuse: Edit = [
      'materials:',
      'refuse: [{ say: 孩子不办, when: { age: { lt: 6 } }, source: card-law }]\nmaterials:',
    ];
    expect(codesAbout(refuse, warning('{ age: { gte: 0 } }'))).toContain('25 warning always-holds');
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
  const idle = (...edits: readonly Edit[]) => saysAbout(edits).find(({ code }) => code === 'idle-question');

  it('whose answer changes nothing get a warning where they are listed', () => {
    const issue = idle(['when: { issued-on: { gte: today-30 } }, ', '']);
    expect(issue).toMatchObject({ severity: 'warning', line: 15, column: 5 });
    expect(issue?.message).toBe(
      '问题“发证日期”（issued-on）怎么回答，单子都一样：没有一条的条件用到它；请删去，或让某一条用到它。',
    );
  });

  it('that decide something only from a later day on are not idle', () => {
    expect(
      idle(['when: { issued-on: { gte: today-30 } }, ', 'when: { issued-on: { gte: today-30 } }, from: 2027-05-01, ']),
    ).toBe(undefined);
  });

  it('that cancel out name the lines that mention them, and two answers without a difference', () => {
    const both = '{ any: [{ all: [minor, { card-reason: lost }] }, { all: [minor, { card-reason: expired }] }] }';
    const edits: readonly Edit[] = [
      ['household-register, when: { card-reason: lost }', 'household-register'],
      ['old-card, when: { card-reason: expired }', 'old-card'],
      ['amount: 40, when: { card-reason: lost }', 'amount: 40'],
      ['amount: 20, when: { card-reason: expired }', 'amount: 20'],
      ['when: lost-minor', `when: ${both}`],
    ];
    const issue = idle(...edits);
    expect(issue).toMatchObject({ line: 8, column: 5 });
    expect(issue?.message).toContain('选“丢了”和选“到期了”没有差别，用到它的只有第 24 行的“孩子丢证要监护人陪同”');
  });

  it('with two options of the same effect get a warning at the second, which names both', () => {
    const third: Edit = [
      '      - { is: expired',
      '      - { is: damaged, label: 坏了 }\n      - { is: worn, label: 旧了 }\n      - { is: expired',
    ];
    const [issue, ...more] = saysAbout([third]).filter(({ code }) => code !== 'no-example');
    expect(issue).toMatchObject({ severity: 'warning', code: 'same-options', line: 14, column: 9 });
    expect(issue?.message).toContain('问题“原因”选“旧了”和选“坏了”，不管别的怎么回答，单子都一样');
    expect(more).toEqual([]);
  });

  describe('of the shared file', () => {
    const reason =
      '- { id: reason, name: 缘故, ask: 怎么了？, options: [{ is: lost, label: 丢 }, { is: gone, label: 没 }, { is: old, label: 旧 }] }\n';
    const asking: readonly Edit[] = [
      ['  - age', '  - reason\n  - age'],
      ['when: lost-minor', 'when: { reason: old, age: { lt: 16 } }'],
    ];
    const other = (when: string) => `id: pass
title: 通行证
name: 通行证
authority: police
checked: { on: 2026-11-20, by: 知识组 }
questions: [reason]
warnings: [ { say: 先挂失, when: ${when}, source: card-law } ]
examples: [ { name: 丢, given: { reason: lost }, gives: { eligible: true } } ]
`;
    const sameOptions = (changes: Readonly<Record<string, string>>) =>
      saysAbout(asking, { 'questions.yaml': editedFile('questions.yaml').concat(reason), ...changes }).flatMap(
        ({ code, file, line }) => (code === 'same-options' ? [`${file}:${line}`] : []),
      );

    it('have options of the same effect when no item tells them apart', () => {
      expect(sameOptions({})).toEqual(['questions.yaml:6']);
      expect(sameOptions({ 'items/identity/pass.yaml': other('{ reason: [lost, gone] }') })).toEqual([
        'questions.yaml:6',
      ]);
    });

    it('may have options that only another item tells apart', () => {
      expect(sameOptions({ 'items/identity/pass.yaml': other('{ reason: gone }') })).toEqual([]);
    });

    it('are not judged while an item that may ask them is broken', () => {
      expect(sameOptions({ 'items/identity/pass.yaml': other('{ reason: gon }') })).toEqual([]);
    });
  });
});
