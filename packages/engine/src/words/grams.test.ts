import { describe, expect, it } from 'vitest';
import { grams } from './grams.ts';

describe('grams', () => {
  it('gives every Han character and every pair of neighbours', () => {
    expect([...grams('身份证')].sort()).toEqual(['份', '份证', '证', '身', '身份'].sort());
  });

  it('makes no pair across punctuation, spaces or Latin letters', () => {
    expect(grams('护,照 补a证')).not.toContain('护照');
    expect(grams('护,照 补a证')).not.toContain('补证');
  });

  it('keeps a Latin or digit run whole', () => {
    expect(grams('12345 jzdq c1照')).toEqual(['12345', 'jzdq', 'c1', '照']);
  });

  it('lists a repeated gram as often as it occurs', () => {
    expect(grams('证证').filter((gram) => gram === '证')).toHaveLength(2);
  });

  it('keeps characters outside the basic plane whole', () => {
    expect(grams('𠮷市')).toEqual(['𠮷', '𠮷市', '市']);
  });

  it('finds nothing where there are no words', () => {
    expect(grams(' ，。!? ')).toEqual([]);
  });
});
