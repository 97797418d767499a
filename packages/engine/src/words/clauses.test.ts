import { describe, expect, it } from 'vitest';
import { splitClauses } from './clauses.ts';

describe('splitClauses', () => {
  it('cuts at pauses and says where each clause begins', () => {
    const text = '我钱包丢了，怎么补？';
    expect(splitClauses(text)).toEqual([
      { text: '我钱包丢了', start: 0 },
      { text: '怎么补', start: 6 },
    ]);
  });

  it('takes a space between Han characters for a pause', () => {
    expect(splitClauses('身份证丢了 怎么补').map(({ text }) => text)).toEqual(['身份证丢了', '怎么补']);
  });

  it('keeps a number together with what it counts', () => {
    expect(splitClauses('我妈 72 岁').map(({ text }) => text)).toEqual(['我妈 72 岁']);
  });

  it('does not cut a list of things', () => {
    expect(splitClauses('身份证、护照都丢了')).toHaveLength(1);
  });
});
