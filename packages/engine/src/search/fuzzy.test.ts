import Fuse from 'fuse.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexNames, scoreFuzzily } from './fuzzy.ts';
import type { NamedItem } from './fuzzy.ts';

/** What our ranking has to come to: fuse.js itself, given every name and every token. */
function scoredByFuse(tokens: readonly string[], items: readonly NamedItem[], tokenize: (text: string) => string[]) {
  const keys = [
    { name: 'title', weight: 3 },
    { name: 'aliases', weight: 3 },
    { name: 'name', weight: 2 },
  ];
  const fuse = new Fuse(items, { keys, tokenize, useTokenSearch: true, threshold: 0.3, includeScore: true });
  return new Map(fuse.search(tokens.join(' ')).map(({ refIndex, score }) => [refIndex, 1 - (score ?? 1)]));
}

/** Pairs of neighbours in a run of Han characters, else the whole run. */
function pairs(text: string): string[] {
  return (text.match(/\p{Script=Han}+|[\p{Script=Latin}\p{Nd}]+/gu) ?? []).flatMap((run) => {
    const characters = [...run];
    if (characters.length < 2 || !/^\p{Script=Han}/u.test(run)) return [run];
    return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  });
}

function score(query: string, items: readonly NamedItem[]) {
  return scoreFuzzily(
    query,
    items.map((item, index) => ({ index, names: indexNames(item) })),
  );
}

const card: NamedItem = { title: '居民身份证申领', aliases: ['身份证丢了', '补身份证'], name: '居民身份证' };
const toll: NamedItem = { title: 'passport 申请', aliases: ['etc 办理', '出国'], name: '护照' };

describe('scoreFuzzily', () => {
  it('leaves out what shares nothing with the query', () => {
    expect([...score('身份证', [card, toll]).keys()]).toEqual([0]);
  });

  it('finds a longer word in spite of a wrong letter, and a short one only as it is written', () => {
    expect([...score('pasport', [card, toll]).keys()]).toEqual([1]);
    expect(score('etd', [card, toll]).size).toBe(0);
  });

  it('scores nothing where nothing is asked or nothing is there', () => {
    expect(score('，', [card]).size).toBe(0);
    expect(score('身份证', []).size).toBe(0);
  });

  it('comes to the scores of fuse.js that is given every name, to the last bit', () => {
    const word = fc.constantFrom(
      ...['身份', '证', '身份证', '居民', '丢了', '护照', '补', '户口簿', '，', ' ', '-'],
      // Rare characters are two units long, so that a pair of them is a word of four.
      ...['𠮷', '𠮷野', '𠮸', '𠮷𠮸', '😀'],
      ...['etc', 'app', 'id', 'x', 'passport', 'pasport', 'permit', '12345', '12435', '3'],
    );
    const text = (most: number) => fc.array(word, { maxLength: most }).map((words) => words.join('').trim());
    const item = fc.record({ title: text(4), aliases: fc.array(text(3), { maxLength: 5 }), name: text(3) });
    fc.assert(
      fc.property(text(40), fc.array(item, { maxLength: 6 }), (query, items) => {
        const tokens = [...new Set(pairs(query))].slice(0, 24);
        const expected = tokens.length === 0 ? new Map() : scoredByFuse(tokens, items, pairs);
        expect(score(query, items)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
