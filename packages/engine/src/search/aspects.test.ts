import { describe, expect, it } from 'vitest';
import { findAspects } from './aspects.ts';

describe('findAspects', () => {
  it.each([
    ['多少钱', ['fee']],
    ['要工本费吗', ['fee']],
    ['多久能拿到', ['time']],
    ['要几天', ['time']],
    ['在哪办', ['place']],
    ['去哪里办', ['place']],
    ['几点开门', ['hours']],
    ['周六能办吗', ['hours', 'eligibility']],
    ['中午上班吗', ['hours']],
    ['能代办吗', ['proxy']],
    ['我能替她办吗', ['proxy']],
    ['网上可以申请吗', ['online']],
    ['要带什么', ['materials']],
    ['需要哪些材料', ['materials']],
    ['有什么条件', ['eligibility']],
    ['多少钱，要带什么材料', ['fee', 'materials']],
  ])('hears in %s: %j', (text, aspects) => {
    expect(findAspects(text)).toEqual(aspects);
  });

  it.each(['身份证丢了怎么补', '我在外地上班', '给孩子上户口', '手机丢了', '护照和身份证都丢了'])(
    'hears the whole notice asked for in %s',
    (text) => {
      expect(findAspects(text)).toEqual([]);
    },
  );
});
