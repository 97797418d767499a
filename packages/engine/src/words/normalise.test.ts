import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from './normalise.ts';

describe('normalise', () => {
  it('turns full width into half width and capitals into small letters', () => {
    expect(normalise('ＩＤ　Card７２')).toBe('id card72');
  });

  it('simplifies the characters of the given table and leaves the others alone', () => {
    expect(normalise('護照遺失', { 護: '护', 遺: '遗' })).toBe('护照遗失');
    expect(normalise('護照')).toBe('護照');
  });

  it('removes zero-width, bidi, tag and control characters inside a word', () => {
    expect(normalise('身\u200B份\u202E证\u{E0041}\u0007丢\uFEFF了')).toBe('身份证丢了');
  });

  it('keeps words apart that a line feed or a tab parts', () => {
    expect(normalise('  a\n\tb\u3000c ')).toBe('a b c');
  });

  it('reads Kangxi radicals and compatibility characters as the everyday ones', () => {
    expect(normalise('\u2F94')).toBe('言');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
    );
  });
});
