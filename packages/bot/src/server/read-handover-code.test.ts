import type { AskedQuestion } from '@onetrip/engine';
import { expect, it } from 'vitest';
import { readHandoverCode } from './read-handover-code.ts';

const age: AskedQuestion = { id: 'age', kind: 'number', text: '多大？', options: [] };

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

it('takes bare digits for the answer where a number is asked for, and two groups for a code', () => {
  expect(readHandoverCode('482019', age)).toBeUndefined();
  expect(readHandoverCode('482 019', age)).toBe('482019');
});
