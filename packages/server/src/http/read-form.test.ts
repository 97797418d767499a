import { expect, test } from 'vitest';
import { filledIn } from './form-field.ts';
import { formFields } from './read-form.ts';

test('of a name that came twice the first counts, and of a list everything', () => {
  const form = new URLSearchParams('a=1&a=2&b=1&b=2&c=&__proto__=x');
  expect(Object.entries(formFields(form, ['b', 'd']))).toEqual([
    ['a', '1'],
    ['b', ['1', '2']],
    ['c', ''],
    ['__proto__', 'x'],
  ]);
});

test('a field that holds nothing but blanks was not filled in', () => {
  expect(filledIn({ a: ' \n', b: '', c: ' x ', d: 0 })).toEqual({ c: ' x ', d: 0 });
});
