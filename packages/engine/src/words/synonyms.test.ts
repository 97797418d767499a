import { describe, expect, it } from 'vitest';
import { createSynonyms } from './synonyms.ts';

describe('createSynonyms', () => {
  it('replaces everyday words by those of the items', () => {
    expect(createSynonyms({ 户口本: '户口簿', 驾照: '驾驶证' })('户口本和驾照')).toBe('户口簿和驾驶证');
  });

  it('leaves a word alone that already is the item’s', () => {
    expect(createSynonyms({ 身份证: '居民身份证' })('居民身份证和身份证')).toBe('居民身份证和居民身份证');
  });

  it('replaces once, so that a circle does no harm', () => {
    expect(createSynonyms({ 甲甲: '乙乙', 乙乙: '甲甲' })('甲甲乙乙')).toBe('乙乙甲甲');
  });
});
