import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileKnowledge } from './compile-knowledge.ts';
import { smallFolder } from './test-support/small-folder.ts';

/** Codes and places of the errors in one file that replaces synonyms.yaml. */
function faultsOf(text: string): readonly string[] {
  const { issues } = compileKnowledge(smallFolder({ 'synonyms.yaml': text }));
  const errors = issues.filter(({ severity, file }) => severity === 'error' && file === 'synonyms.yaml');
  return errors.map(({ line, column, code }) => `${line}:${column} ${code}`);
}

describe('a hostile file', () => {
  it('stops laughing after a hundred aliases', () => {
    const level = (name: string, below: string) => `${name}: &${name} [${Array(9).fill(`*${below}`).join(', ')}]`;
    // Nine levels of nine aliases.
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
    const laughs = names.map((name, index) => (index === 0 ? 'a: &a ha' : level(name, names[index - 1] ?? '')));
    expect(faultsOf(laughs.join('\n'))).toContainEqual(expect.stringContaining('too-many-aliases'));
  });

  it('may use a hundred aliases and not one more', () => {
    const uses = (count: number) => ['a: &a x', ...Array.from({ length: count }, (_, n) => `u${n}: *a`)].join('\n');
    expect(faultsOf(uses(100)).filter((fault) => fault.endsWith('too-many-aliases'))).toEqual([]);
    expect(faultsOf(uses(101))).toContain('102:7 too-many-aliases');
  });

  it('cannot contain itself', () => {
    expect(faultsOf('a: &a [*a]')).toContainEqual(expect.stringMatching(/nested-too-deep|unknown-alias/));
  });

  it.each([
    ['flow lists', '['.repeat(10_000)],
    ['closed flow lists', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['flow maps', '{a: '.repeat(10_000)],
    ['block lists', `${'- '.repeat(10_000)}a`],
    ['block maps', Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['keys', '? '.repeat(10_000)],
  ])('cannot nest %s without end', (_kind, text) => {
    expect(faultsOf(text)).toEqual([expect.stringContaining('nested-too-deep')]);
  });

  it('says where the thirty-third level opens', () => {
    expect(faultsOf(`\nab: ${'['.repeat(40)}${']'.repeat(40)}\n`)).toEqual(['2:36 nested-too-deep']);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('cannot use the key %s', (key) => {
    expect(faultsOf(`户口本: 户口簿\n${key}: { admin: true }\n`)).toEqual(['2:1 bad-key']);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it.each(['!!js/function', '!!binary', '!local', '!!str', '!<tag:x>'])('cannot use the tag %s', (tag) => {
    expect(faultsOf(`户口本: ${tag} aGk=\n`)).toEqual([expect.stringMatching(/^1:\d+ tag-not-allowed$/)]);
  });

  it('cannot say a long list over and over', () => {
    const list = `a: &a [${Array(5_000).fill('x').join(', ')}]`;
    const uses = Array.from({ length: 90 }, (_, n) => `u${n}: *a`);
    expect(faultsOf([list, ...uses].join('\n'))).toEqual([expect.stringContaining('too-many-aliases')]);
  });

  it('cannot bring ten million bytes as !!binary, nor half of that', () => {
    const binary = (length: number) => `户口本: !!binary ${'A'.repeat(length)}`;
    expect(faultsOf(binary(10_000_000))).toEqual(['1:1 file-too-large']);
    expect(faultsOf(binary(4_900_000))).toEqual(['1:15 tag-not-allowed', '1:15 text-too-long']);
  });

  it('cannot run a function that it brings', () => {
    const text = '户口本: !!js/function "function () { globalThis.hacked = true }"\n';
    expect(faultsOf(text)).toEqual([expect.stringContaining('tag-not-allowed')]);
    expect(globalThis).not.toHaveProperty('hacked');
  });

  it('is told where it is wrong, in Chinese', () => {
    const { issues } = compileKnowledge(smallFolder({ 'synonyms.yaml': 'a: b\n__proto__: { admin: true }\na: c\n' }));
    const told = issues.filter(({ file }) => file === 'synonyms.yaml');
    expect(told.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
      '2:1 键不能叫“__proto__”；请换一个名字。',
      '3:1 “a”写了两次，第一次在第 1 行；请留一个。',
    ]);
  });

  it('cannot be larger than five million bytes, in whatever script', () => {
    const comment = (bytes: number) => `#${'a'.repeat(bytes - 1)}`;
    expect(faultsOf(comment(5_000_000))).toEqual(['1:1 empty-file']);
    expect(faultsOf(comment(5_000_001))).toEqual(['1:1 file-too-large']);
    expect(faultsOf(`#${'我'.repeat(1_666_667)}`)).toEqual(['1:1 file-too-large']);
  });

  it('cannot hide characters in a text', () => {
    expect(faultsOf('户口本: "户口\\u202E簿"\n')).toEqual(['1:6 hidden-character']);
  });
});

describe('a hostile set of names', () => {
  function codesOf(file: string, text: string): readonly string[] {
    const { issues } = compileKnowledge(smallFolder({ [file]: text }));
    return issues.filter((issue) => issue.file === file).map(({ line, code }) => `${line} ${code}`);
  }

  it('cannot laugh by facts that name each other twice', () => {
    const facts = Array.from({ length: 30 }, (_, n) => `f${n + 1}: { all: [f${n}, { not: f${n} }] }`);
    const codes = codesOf(
      'facts.yaml',
      ['minor: { age: { lt: 16 } }', 'lost-minor: minor', 'f0: minor', ...facts].join('\n'),
    );
    expect(codes).toEqual(['12 condition-too-large']);
  });

  it('cannot name facts in an endless row', () => {
    const facts = Array.from({ length: 20_000 }, (_, n) => `f${n}: f${n + 1}`);
    const codes = codesOf(
      'facts.yaml',
      ['minor: { age: { lt: 16 } }', 'lost-minor: f0', ...facts, 'f20000: minor'].join('\n'),
    );
    expect(codes).toContain('33 fact-chain-too-long');
  });

  it('cannot presuppose in an endless row', () => {
    const yes = 'options: [{ is: yes, label: 是 }, { is: no, label: 不是 }]';
    const chain = Array.from(
      { length: 5_000 },
      (_, n) => `- { id: q${n}, name: 问, ask: 问？, askWhen: { q${n + 1}: yes }, ${yes} }`,
    );
    const codes = codesOf(
      'questions.yaml',
      [
        ...chain,
        `- { id: q5000, name: 问, ask: 问？, ${yes} }`,
        '- { id: age, name: 年龄, ask: 多大？, kind: number, unit: 岁 }',
      ].join('\n'),
    );
    expect(codes).toContain('33 ask-when-chain-too-long');
  });

  it('cannot fill a notice with ten thousand lines', () => {
    const steps = Array.from({ length: 10_000 }, () => '  - { say: 取号, source: card-law }');
    const item = 'items/identity/card.yaml';
    const text = `${smallFolder().get(item) ?? ''}steps:\n${steps.join('\n')}\n`;
    expect(codesOf(item, text)).toEqual(['35 list-too-long']);
  });
});

describe('a file with a slip of the pen', () => {
  it.each([
    ['a key written twice', 'a: b\nc: d\na: e\n', ['3:1 duplicate-key']],
    ['a tab', 'a:\n\tb: c\n', ['2:1 yaml-syntax']],
    ['an open quotation mark', 'a: "b\n', ['2:1 yaml-syntax']],
    ['two documents', 'a: b\n---\nc: d\n', ['2:1 several-documents']],
    ['an unknown anchor', 'a: *b\n', ['1:4 unknown-alias']],
    ['a merge key', '<<: { a: b }\n', ['1:1 bad-key']],
    ['a list as a key', '? [a]\n: b\n', ['1:3 bad-key']],
    ['nothing', '', ['1:1 empty-file']],
    ['only a comment', '# 还没写\n', ['1:1 empty-file']],
    ['a value forgotten', 'a:\n', ['1:3 not-a-text']],
  ])('names %s', (_slip, text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it('counts columns alike with a byte order mark, and lines alike with CRLF', () => {
    const text = '户口本: 户口簿\n身份证: 身份证\n';
    expect(faultsOf(text)).toEqual(['2:1 same-word']);
    expect(faultsOf(`\uFEFF${text}`)).toEqual(['2:1 same-word']);
    expect(faultsOf(text.replaceAll('\n', '\r\n'))).toEqual(['2:1 same-word']);
  });
});

describe('any text at all', () => {
  const paths = [...smallFolder().keys()];
  const yamlish = fc
    .array(
      fc.constantFrom(
        'a',
        '户',
        ': ',
        '- ',
        '[',
        ']',
        '{',
        '}',
        ', ',
        '\n',
        '  ',
        '"',
        "'",
        '&a ',
        '*a',
        '|',
        '>',
        '#',
        '%',
        '!',
        '?',
        '\t',
        '1',
        '2026-11-20',
        'id',
        'when',
        'all',
        'not',
        'age',
        '\uFEFF',
        '\r',
        '\0',
        '\uD800',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''));
  const text = fc.oneof(yamlish, fc.string({ unit: 'binary' }));

  it('never throws, and gives no knowledge without also having no errors', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), text, (path, garbage) => {
        const { knowledge, issues } = compileKnowledge(smallFolder({ [path]: garbage }));
        const failed = issues.some(({ severity }) => severity === 'error');
        expect(knowledge === undefined).toBe(failed);
        for (const { line, column } of issues) expect(Math.min(line, column)).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  }, 120_000);

  it('never throws when a sound file is cut, doubled or has a piece replaced', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.nat(2_000), fc.nat(40), text, (path, start, length, garbage) => {
        const sound = smallFolder().get(path) ?? '';
        const changed = sound.slice(0, start) + garbage + sound.slice(start + length);
        const { knowledge, issues } = compileKnowledge(smallFolder({ [path]: changed }));
        expect(knowledge === undefined).toBe(issues.some(({ severity }) => severity === 'error'));
      }),
      { numRuns: 200 },
    );
  }, 120_000);
});
