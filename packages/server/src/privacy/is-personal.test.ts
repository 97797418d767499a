import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { isPersonal } from './is-personal.ts';

test.each(['13800138000', '11010519491231002X', '138-0013-8000', '6228480000000007'])('%s is no id', (id) => {
  expect(isPersonal(id)).toBe(true);
});

test.each(['turn-1', '1795361400000', '20261122163800123', '00000000-0000-4000-8000-000000000000', ''])(
  '%s is one',
  (id) => {
    expect(isPersonal(id)).toBe(false);
  },
);

test('no id that a browser makes is taken for a number', () => {
  expect(Array.from({ length: 10_000 }, () => randomUUID()).filter(isPersonal)).toEqual([]);
});
