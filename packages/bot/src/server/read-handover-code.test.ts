import type { Question } from '@onetrip/engine';
import { expect, it } from 'vitest';
import { readHandoverCode } from './read-handover-code.ts';

const age: Question = { id: 'age', kind: 'number', ask: '多大？', name: '年龄', options: [], min: 0, max: 120 };

it('reads six digits however they are typed', () => {
  for (const message of ['482019', '482 019', ' 482-019 ', '４８２ ０１９', '４８２　０１９', '482–019']) {
    expect(readHandoverCode(message, undefined), message).toBe('482019');
  }
});

it('reads nothing else as a code', () => {
  for (const message of ['48201', '4820193', '48 2019', '482019 号', '身份证 482019', '四八二零一九', '']) {
    expect(readHandoverCode(message, undefined), message).toBeUndefined();
  }
});

it('takes bare digits for the answer where they may be one, and two groups for a code', () => {
  const income: Question = { ...age, max: 1_000_000 };
  expect(readHandoverCode('482019', income)).toBeUndefined();
  expect(readHandoverCode('482 019', income)).toBe('482019');
  const day: Question = { ...age, kind: 'date' };
  expect(readHandoverCode('202611', day)).toBeUndefined();
  expect(readHandoverCode('482019', day)).toBe('482019');
});

it('takes bare digits for a code where nobody can be that old', () => {
  expect(readHandoverCode('482019', age)).toBe('482019');
});
