import { describe, expect, it } from 'vitest';
import { grams } from '../words/grams.ts';
import { createBm25 } from './bm25.ts';
import { createRanking } from './ranking.ts';
import { searchFixture } from './search.fixture.ts';
import { spellingOf } from './spelling.ts';

const spelling = spellingOf(searchFixture.search);
const { spell } = spelling;
const ranking = createRanking(searchFixture, spelling);
const bm25 = createBm25(searchFixture.search);

/** What each asks for; none is an alias as it stands. */
const asked: readonly (readonly [string, string])[] = [
  ['我的身份证找不到', 'resident-id-card'],
  ['身份证消磁刷不出来', 'resident-id-card'],
  ['临时的身份证怎么申领', 'temporary-id-card'],
  ['护照快到期想换一本', 'passport'],
  ['港澳的通行证怎么签注', 'hk-macau-permit'],
  ['去澳门玩要办什么', 'hk-macau-permit'],
  ['刚出生的孩子要上户口', 'birth-registration'],
  ['户口想迁出去', 'household-move'],
  ['想去登记结婚', 'marriage-registration'],
  ['补一本结婚证', 'marriage-certificate-reissue'],
  ['两个人商量好要离婚', 'divorce-registration'],
  ['机动车驾驶证补证', 'driving-licence'],
  ['居住证一年一签注', 'residence-permit'],
  ['独生子女的光荣证', 'one-child-certificate'],
];

describe('createRanking', () => {
  it.each(asked)('puts %s at %s', (text, id) => {
    const [first] = ranking(spell(text));
    expect(searchFixture.items[first?.index ?? -1]?.id).toBe(id);
  });

  it('never places an item worse than BM25 alone', () => {
    for (const [text, id] of asked) {
      const place = (ranked: readonly { index: number }[]) =>
        ranked.findIndex(({ index }) => searchFixture.items[index]?.id === id);
      expect(place(ranking(spell(text)))).toBeLessThanOrEqual(place(bm25(grams(spell(text)), 50)));
    }
  });
});
