import { describe, expect, it } from 'vitest';
import { readValue } from './read-value.ts';

const age = { id: 'age', kind: 'number', text: '几岁？', unit: '周岁', options: [] } as const;
const expiry = { id: 'expiry', kind: 'date', text: '哪天到期？', options: [] } as const;

describe('readValue', () => {
  it.each(['72', '７２', '72周岁', '72 周岁', '72岁', '72。'])('reads %s as a number', (message) => {
    expect(readValue(message, age)).toEqual({ kind: 'answer', question: 'age', value: 72 });
  });

  it('reads a 0 only with its unit, since a bare one means not sure', () => {
    expect(readValue('0', age)).toBeUndefined();
    expect(readValue('0岁', age)).toMatchObject({ value: 0 });
  });

  it.each(['2026年3月1日', '2026-3-1', '2026.03.01', '2026/3/1', '20260301', '2026年3月1号'])(
    'reads %s as a day',
    (message) => {
      expect(readValue(message, expiry)).toEqual({ kind: 'answer', question: 'expiry', value: '2026-03-01' });
    },
  );

  it('does not take a day that the calendar lacks', () => {
    expect(readValue('2026-02-30', expiry)).toBeUndefined();
  });

  it('does not take words around a number', () => {
    expect(readValue('大概72', age)).toBeUndefined();
    expect(readValue('周岁', age)).toBeUndefined();
  });

  it('reads no value for a question with options', () => {
    expect(readValue('1', { ...age, kind: 'choice' })).toBeUndefined();
  });
});
