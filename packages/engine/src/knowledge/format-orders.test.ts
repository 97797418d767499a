import { describe, expect, it } from 'vitest';
import { compileKnowledge } from './compile-knowledge.ts';
import { formatOrders } from './format-orders.ts';
import { editedFile, smallFolder } from './test-support/small-folder.ts';

const CARD = 'items/identity/card.yaml';

/** Whether the person is a child is asked last, although it may end the matter. */
function knowledge() {
  const refuse = 'refuse: [ { say: 孩子不办, when: minor, source: card-law } ]\n';
  const { knowledge: compiled } = compileKnowledge(
    smallFolder({
      [CARD]: editedFile(CARD)
        .replace(
          /examples:[^]*/,
          `${refuse}examples: [{ name: 大人, given: { age: 30 }, gives: { eligible: true } }]\n`,
        )
        .replace(/  - \{ use: guardian.*\n/, '')
        .replace(/  - \{ say: 孩子.*\n/, ''),
      'materials.yaml': editedFile('materials.yaml'),
    }),
  );
  if (!compiled) throw new Error('The small folder should compile.');
  return compiled;
}

describe('the table of orders', () => {
  it('shows that asking first what ends the matter saves questions', () => {
    expect(formatOrders(knowledge()).split('\n')).toEqual([
      '事项        问题  照文件问  最多  我们问  最多  最少  不管话题  publicodes  最多',
      '居民身份证     3      2.50     3    2.00     3  2.00      2.00        2.00     3',
    ]);
  });
});
