import { describe, expect, it } from 'vitest';
import { compileKnowledge } from './compile-knowledge.ts';
import { editedFile, smallFolder } from './test-support/small-folder.ts';

const CARD = 'items/identity/card.yaml';

function compileSmall(changes: Readonly<Record<string, string | undefined>> = {}) {
  const { knowledge, issues } = compileKnowledge(smallFolder(changes));
  if (!knowledge) throw new Error(JSON.stringify(issues));
  return knowledge;
}

function conditionOf(when: string) {
  const text = editedFile(CARD, [
    '{ card-reason: lost }, source: card-law }\n  - { use: old',
    `${when}, source: card-law }\n  - { use: old`,
  ]);
  const { knowledge, issues } = compileKnowledge(smallFolder({ [CARD]: text.replace(/examples:[^]*/, EXAMPLE) }));
  if (!knowledge) throw new Error(JSON.stringify(issues));
  return knowledge.items[0]?.obligations.find(({ id }) => id === 'material/household-register')?.when;
}

const EXAMPLE = 'examples: [{ name: 到期, given: { card-reason: expired, age: 30 }, gives: { fee: 20 } }]\n';

describe('compileKnowledge', () => {
  it('finds nothing to say about a sound folder', () => {
    expect(compileKnowledge(smallFolder()).issues).toEqual([]);
  });

  it('takes a plain object as well as a map', () => {
    const files = smallFolder();
    expect(compileKnowledge(Object.fromEntries(files)).knowledge).toEqual(compileKnowledge(files).knowledge);
  });

  it('gives every obligation an id of its own, in the order of the sections', () => {
    expect(compileSmall().items[0]?.obligations.map(({ id }) => id)).toEqual([
      'material/household-register',
      'material/old-card',
      'material/guardian-card',
      'fee/1',
      'fee/2',
      'warning/1',
      'warning/2',
      'place/local/1',
    ]);
  });

  it('numbers a material that is asked for twice', () => {
    const again = '  - { use: old-card, when: minor, source: card-law, note: 两面都要复印 }\nfees:';
    const text = editedFile(CARD, ['fees:', again], ['[old-card, guardian-card]', '[guardian-card, old-card]']);
    const ids = compileSmall({ [CARD]: text }).items[0]?.obligations.map(({ id }) => id);
    expect(ids).toContain('material/old-card#2');
  });

  it('fills in one original, no copy, shown and given back', () => {
    const [material] = compileSmall().items[0]?.obligations ?? [];
    expect(material).toMatchObject({
      necessity: 'required',
      anyOf: [{ material: 'household-register', originals: 1, copies: 0, keeps: 'shown' }],
    });
  });

  it('marks as local what rests on no public source, and whatever the region adds', () => {
    const local = compileSmall().items[0]?.obligations.filter((obligation) => obligation.local);
    expect(local?.map(({ id, sources }) => [id, sources])).toEqual([
      ['fee/2', ['hall-reply']],
      ['place/local/1', []],
    ]);
  });

  it('keeps dates as text', () => {
    const [item] = compileSmall().items;
    expect(item?.checked.on).toBe('2026-11-20');
  });

  it('keeps only what an item uses', () => {
    const extra = editedFile('materials.yaml').concat('- { id: never-asked, name: 没人要的证, issuer: 本人 }\n');
    const { knowledge, issues } = compileKnowledge(smallFolder({ 'materials.yaml': extra }));
    expect(knowledge?.materials.map(({ id }) => id)).toEqual(['household-register', 'old-card', 'guardian-card']);
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([['unused-material', 'warning']]);
  });

  it('asks a presupposed question before the one that presupposes it, even when the item does not list it', () => {
    const shared = editedFile('questions.yaml').concat(
      '- { id: school, name: 上学, ask: 上学了吗？, askWhen: { age: { gte: 6 } }, options: [{ is: yes, label: 上了 }, { is: no, label: 没有 }] }\n',
    );
    const text = editedFile(
      CARD,
      ['  - age\n', '  - school\n  - age\n'],
      ['when: minor', 'when: { school: yes, age: { lt: 16 } }'],
    ).replace('given: { card-reason: expired, age: 8 }', 'given: { card-reason: expired, age: 8, school: yes }');
    const knowledge = compileSmall({ 'questions.yaml': shared, [CARD]: text });
    expect(knowledge.items[0]?.questions).toEqual(['card-reason', 'age', 'school', 'issued-on']);
  });

  it('freezes all of it', () => {
    const [item] = compileSmall().items;
    expect(() => Object.assign(item?.obligations[0]?.when ?? {}, { question: 'x' })).toThrow(TypeError);
  });

  it('needs a region named only when there are several', () => {
    const second = editedFile('places/demo/region.yaml', ['id: demo', 'id: other'], ['示例市', '另一市']);
    const files = smallFolder({ 'places/other/region.yaml': second });
    expect(compileKnowledge(files).issues.map(({ code }) => code)).toEqual(['unknown-region']);
    expect(compileKnowledge(files, { region: 'other' }).knowledge?.region.name).toBe('另一市');
    expect(compileKnowledge(files, { region: 'demo' }).knowledge?.items[0]?.obligations.at(-1)?.kind).toBe('place');
  });
});

describe('conditions', () => {
  it.each([
    ['{ card-reason: lost }', { question: 'card-reason', is: ['lost'] }],
    [
      '{ card-reason: [lost, expired], age: { gte: 16, lt: 60 } }',
      {
        all: [
          { question: 'age', compare: { gte: 16, lt: 60 } },
          { question: 'card-reason', is: ['lost', 'expired'] },
        ],
      },
    ],
    ['{ age: 18 }', { question: 'age', compare: { gte: 18, lte: 18 } }],
    [
      '{ age: [18, 20] }',
      {
        any: [
          { question: 'age', compare: { gte: 18, lte: 18 } },
          { question: 'age', compare: { gte: 20, lte: 20 } },
        ],
      },
    ],
    ['{ issued-on: { lt: 2026-01-01 } }', { question: 'issued-on', compare: { lt: '2026-01-01' } }],
    [
      '{ issued-on: { gte: today-30, lt: today } }',
      {
        question: 'issued-on',
        compare: { gte: { today: -30 }, lt: { today: 0 } },
      },
    ],
    [
      '{ any: [minor, { not: { card-reason: lost } }] }',
      {
        any: [{ question: 'age', compare: { lt: 16 } }, { not: { question: 'card-reason', is: ['lost'] } }],
      },
    ],
    ['{ lacks: old-card }', { lacks: 'old-card' }],
    [
      'lost-minor',
      {
        all: [
          { question: 'age', compare: { lt: 16 } },
          { question: 'card-reason', is: ['lost'] },
        ],
      },
    ],
  ])('%s', (written, compiled) => {
    expect(conditionOf(written)).toEqual(compiled);
  });
});

describe('the version', () => {
  const original = compileSmall().version;

  it('is twelve hexadecimal digits', () => {
    expect(original).toMatch(/^[0-9a-f]{12}$/);
  });

  it('does not change with comments, blank lines, line ends, quotes or the order of keys', () => {
    const text = editedFile(CARD, ['id: card\n', ''], ['when: { card-reason: lost }, ', ''])
      .replace('{ use: household-register,', "{ when: { 'card-reason': lost }, use: household-register,")
      .concat('\n# 事项编号写在最后\nid: card\n')
      .replaceAll('\n', '\r\n');
    expect(compileSmall({ [CARD]: `\uFEFF${text}` }).version).toBe(original);
  });

  it('does not change with the order of files', () => {
    const files = new Map([...smallFolder()].reverse());
    expect(compileKnowledge(files).knowledge?.version).toBe(original);
  });

  it('does not change with the day of compiling', () => {
    expect(compileKnowledge(smallFolder(), { today: '2027-01-31' }).knowledge?.version).toBe(original);
  });

  it('changes with a single amount', () => {
    const text = editedFile(CARD, ['amount: 40', 'amount: 41'], ['fee: 40', 'fee: 41']);
    expect(compileSmall({ [CARD]: text }).version).not.toBe(original);
  });
});
