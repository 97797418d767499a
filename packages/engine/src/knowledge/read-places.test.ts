import { describe, expect, it } from 'vitest';
import { compileKnowledge } from './compile-knowledge.ts';
import { editedFile, smallFolder } from './test-support/small-folder.ts';

const SERVICES = 'places/demo/services.yaml';
const REGION = 'places/demo/region.yaml';

function localLines(services: string) {
  const { knowledge, issues } = compileKnowledge(smallFolder({ [SERVICES]: services }));
  if (!knowledge) throw new Error(JSON.stringify(issues));
  return knowledge.items[0]?.obligations.filter(({ id }) => id.includes('/local')) ?? [];
}

function codesOf(changes: Readonly<Record<string, string>>): readonly string[] {
  return compileKnowledge(smallFolder(changes)).issues.map(({ file, line, code }) => `${file}:${line} ${code}`);
}

describe('services.yaml', () => {
  it('takes one place', () => {
    expect(localLines('card: { hall: hall, windows: [household] }\n')).toEqual([
      {
        id: 'place/local/1',
        kind: 'place',
        hall: 'hall',
        windows: ['household'],
        when: { all: [] },
        sources: [],
        local: true,
      },
    ]);
  });

  it('takes a list of places, each with its condition', () => {
    const lines = localLines('card:\n  - { hall: hall, when: minor }\n  - { say: 派出所, when: { not: minor } }\n');
    expect(lines.map(({ id, when }) => [id, 'not' in when])).toEqual([
      ['place/local/1', false],
      ['place/local/2', true],
    ]);
  });

  it('takes sections as an item has them: local fees, times and papers', () => {
    const lines = localLines(`card:
  places: [{ hall: hall }]
  fees: [{ label: 邮寄费, amount: 0, when: minor }]
  times: [{ basis: local, say: 20 个工作日 }]
`);
    expect(lines.map(({ id, local }) => [id, local])).toEqual([
      ['fee/local/1', true],
      ['time/local/1', true],
      ['place/local/1', true],
    ]);
  });

  it('may not hang on a question that the item does not ask', () => {
    const extra =
      '- { id: car, name: 车, ask: 有车吗？, options: [{ is: yes, label: 有 }, { is: no, label: 没有 }] }\n';
    const changes = {
      'questions.yaml': editedFile('questions.yaml').concat(extra),
      [SERVICES]: '\ncard: { hall: hall, when: { car: yes } }\n',
    };
    expect(codesOf(changes)).toEqual([`${SERVICES}:2 question-not-listed`]);
  });

  it('keeps ids of the national part when the region adds a paper', () => {
    const before = compileKnowledge(smallFolder()).knowledge?.items[0]?.obligations.map(({ id }) => id) ?? [];
    const { knowledge } = compileKnowledge(
      smallFolder({
        [SERVICES]: 'card: { materials: [{ use: old-card, when: { card-reason: lost, age: { gte: 60 } } }] }\n',
      }),
    );
    const after = knowledge?.items[0]?.obligations.map(({ id }) => id);
    expect(after).toEqual([...before.filter((id) => !id.includes('/local')), 'material/old-card/local']);
  });
});

describe('region.yaml', () => {
  it('must not send complaints to the telephone complained about', () => {
    expect(codesOf({ [REGION]: editedFile(REGION, ['0000-12346', '0000-12345']) })).toEqual([`${REGION}:5 same-phone`]);
  });

  it('must exist', () => {
    const files = smallFolder({ [REGION]: undefined, [SERVICES]: undefined });
    expect(compileKnowledge(files).issues.map(({ code }) => code)).toEqual(['missing-region']);
  });

  it('is missed when only its services are there', () => {
    const codes = compileKnowledge(smallFolder({ [REGION]: undefined })).issues.map(
      ({ file, code }) => `${file} ${code}`,
    );
    expect(codes).toEqual(['places missing-region', `${SERVICES} missing-region`]);
  });

  it('is read as text where people write numbers', () => {
    const { knowledge } = compileKnowledge(smallFolder());
    expect(knowledge?.region.halls[0]).toMatchObject({ phone: '0000', hours: { closed: [], open: [] } });
  });
});
