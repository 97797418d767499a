import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkProperty } from '../test-support/check-property.ts';
import { isAround } from './core-of.ts';
import { createQualifiers } from './find-qualifiers.ts';

const name = fc.string({ unit: fc.constantFrom('甲', '乙', '证'), minLength: 2, maxLength: 6 });
const cores = fc.array(fc.uniqueArray(name, { maxLength: 3 }), { minLength: 1, maxLength: 6 });
const asked = fc.tuple(cores, fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 3 }), fc.uniqueArray(name));

/** By comparing every name with every other one. */
function compared(names: readonly (readonly string[])[], items: readonly number[], words: readonly string[]) {
  const found = names.flatMap((own, item) =>
    own
      .filter((long) =>
        items.some((plain) =>
          (names[plain] ?? []).some((short) => {
            const word = long.slice(0, -short.length);
            const isApart = word.length >= 2 && long.endsWith(short) && !items.includes(item) && !isAround(word);
            return isApart && words.includes(word) && !(names[plain] ?? []).some((mine) => mine.includes(word));
          }),
        ),
      )
      .map(() => item),
  );
  return found[0];
}

it('the item that a word turns a name into is the first whose name is that word and the name', () => {
  const property = fc.property(asked, ([names, items, words]) => {
    const find = createQualifiers(names.map((own) => new Set(own)));
    expect(find(items, (word) => words.includes(word))).toBe(compared(names, items, words));
  });
  checkProperty('qualifiers', property, 2_000);
});

it('of ten thousand items that share a name and end in another one, as many are kept as there are names', () => {
  const find = createQualifiers(Array.from({ length: 10_000 }, () => new Set(['许可证', '经营许可证'])));
  expect(find([0], () => true)).toBeUndefined();
});
