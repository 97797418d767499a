import { describe, expect, it } from 'vitest';
import { createPhraseFinder } from './phrases.ts';

const find = createPhraseFinder(
  new Map([
    ['身份证', 'card'],
    ['临时身份证', 'temporary'],
    ['证丢了', 'overlap'],
    ['id', 'latin'],
  ]),
);

describe('createPhraseFinder', () => {
  it('prefers the longest phrase at a place', () => {
    expect(find('办临时身份证').map(({ value }) => value)).toEqual(['temporary']);
  });

  it('gives phrases that do not overlap, in the order of the text', () => {
    expect(find('身份证丢了，临时身份证').map(({ value, start }) => [value, start])).toEqual([
      ['card', 0],
      ['temporary', 6],
    ]);
  });

  it('finds a Latin word only where it stands alone', () => {
    expect(find('办id卡')).toHaveLength(1);
    expect(find('idea, 2id')).toHaveLength(0);
  });
});
