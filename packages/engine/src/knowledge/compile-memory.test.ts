import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../test-support/runs.ts';
import { compileKnowledge } from './compile-knowledge.ts';
import { CompileMemory } from './compile-memory.ts';
import { smallFolder } from './test-support/small-folder.ts';

const CARD = 'items/identity/card.yaml';
const PASS = 'items/identity/pass.yaml';

/** A second item: it takes a question from the first, and one of its fees begins on a later day. */
const pass = `id: pass
title: 通行证办理
name: 通行证
aliases: []
authority: police
checked: { on: 2026-11-19, by: 知识组 }
questions:
  - card-reason
  - id: kind
    name: 种类
    ask: 办哪一种？
    options: [{ is: once, label: 一次 }, { is: many, label: 多次 }]
materials:
  - { use: household-register, when: { card-reason: lost, kind: many }, source: card-law }
fees:
  - { label: 工本费, amount: 60, when: { kind: once }, from: 2027-01-01, source: card-law }
examples:
  - { name: 一次, given: { kind: once }, gives: { fee: 0 } }
`;

type Edit = readonly [file: string, from: string, to: string];

/** What an author may do next: mend, break, move, take away, and what everybody rests on as well. */
const edits: readonly Edit[] = [
  [CARD, 'amount: 40', 'amount: 45'],
  [CARD, 'fee: 40', 'fee: 45'],
  [CARD, 'is: lost, label: 丢了', 'is: lost, label: 遗失'],
  [CARD, '{ is: expired, label: 到期了 }', '{ is: expired, label: 到期了 }\n      - { is: damaged, label: 坏了 }'],
  [CARD, 'checked: { on: 2026-11-20', 'checked: { on: 2026-11-21'],
  [CARD, 'materials:\n', '# 一行说明\nmaterials:\n'],
  [CARD, 'when: minor', 'when: { all: [minor, { age: { gte: 16 } }] }'],
  [CARD, 'title: ', 'titel: '],
  [CARD, 'name: 原因', 'name: 缘由'],
  [PASS, 'amount: 60', 'amount: 80'],
  [PASS, 'from: 2027-01-01', 'from: 2026-11-21'],
  [PASS, 'kind: many', 'kind: [once, many]'],
  [PASS, 'card-reason: lost', 'card-reason: lots'],
  [PASS, 'id: pass', 'id: [pass'],
  ['facts.yaml', 'lt: 16', 'lt: 18'],
  ['materials.yaml', 'name: 居民户口簿', 'name: 户口簿'],
  ['questions.yaml', 'max: 120', 'max: 15'],
  ['places/demo/services.yaml', 'note: 一楼', 'note: 二楼'],
];

type Files = ReadonlyMap<string, string>;

/** The folder after an edit; the same edit made again takes it back. */
function edited(files: Files, [file, from, to]: Edit): Files {
  const text = files.get(file) ?? '';
  return new Map(files).set(file, text.includes(to) ? text.replace(to, from) : text.replace(from, to));
}

describe('compiling with a memory', () => {
  it('begins with a folder that compiles', () => {
    expect(compileKnowledge(smallFolder({ [PASS]: pass })).knowledge?.items.map(({ id }) => id)).toEqual([
      'card',
      'pass',
    ]);
  });

  it('gives byte for byte what compiling anew gives, after any row of edits on any day', () => {
    const days = fc.constantFrom('2026-11-22', '2027-01-02', undefined);
    const step = fc.record({ edit: fc.constantFrom(...edits), today: days, isGone: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        const memory = new CompileMemory();
        let files: Files = smallFolder({ [PASS]: pass });
        compileKnowledge(files, { memory });
        for (const { edit, today, isGone } of steps) {
          files = edited(files, edit);
          // Now and then a file is away for one run.
          const seen = new Map([...files].filter(([file]) => !isGone || file !== edit[0]));
          const options = today === undefined ? {} : { today };
          const again = compileKnowledge(seen, { ...options, memory });
          expect(JSON.stringify(again)).toBe(JSON.stringify(compileKnowledge(seen, options)));
        }
      }),
      runs(60),
    );
  });

  it('makes again only what comes from what has changed', () => {
    const memory = new CompileMemory();
    const made: string[] = [];
    const run = (one: string, two: string) => {
      memory.begin();
      memory.recall('one', [one], () => made.push(`one ${one}`));
      memory.recall('two', [two, 'same'], () => made.push(`two ${two}`));
    };
    run('a', 'b');
    run('a', 'c');
    run('a', 'c');
    expect(made).toEqual(['one a', 'two b', 'two c']);
  });

  it('forgets what the last run did not use', () => {
    const memory = new CompileMemory();
    const values: number[] = [];
    for (const name of ['one', 'two', 'one']) {
      memory.begin();
      values.push(memory.recall(name, [], () => values.length));
    }
    expect(values).toEqual([0, 1, 2]);
  });
});
