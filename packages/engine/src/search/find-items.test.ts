import { describe, expect, it } from 'vitest';
import { createSearch } from './create-search.ts';
import { searchFixture } from './search.fixture.ts';

const search = createSearch(searchFixture);

describe('findItems', () => {
  it.each([
    // The plain name is worth more than its use inside other names.
    ['身份证', 'resident-id-card'],
    ['临时身份证', 'temporary-id-card'],
    // A part of one alias only.
    ['香港', 'hk-macau-permit'],
    // A synonym: the items say 驾驶证, half of the aliases say 驾照.
    ['驾照', 'driving-licence'],
    ['暂住证', 'residence-permit'],
    // Traditional characters and full width.
    ['護照過期', 'passport'],
    // One character is enough while somebody types.
    ['离', 'divorce-registration'],
    // A typing mistake leaves most pairs of characters intact.
    ['港澳通行正', 'hk-macau-permit'],
    // What happened decides between two items with the same paper.
    ['结婚证丢了', 'marriage-certificate-reissue'],
    ['领结婚证', 'marriage-registration'],
    ['落户', 'household-move'],
  ])('puts first for %s: %s', (query, item) => {
    expect(search.findItems(query, 3)[0]).toBe(item);
  });

  it.each([
    ['jzdq', 'driving-licence', 'a whole alias'],
    ['jz', 'driving-licence', 'the beginning of one'],
    ['sfzd', 'resident-id-card', 'the beginning of two, of which one item owns more'],
    ['lssfz', 'temporary-id-card', 'a whole alias, although another item holds its end'],
  ])('finds %s by pinyin initials: %s (%s)', (query, item) => {
    expect(search.findItems(query)[0]).toBe(item);
  });

  it('lists everything for an empty query', () => {
    expect(search.findItems('  ')).toEqual(searchFixture.items.map(({ id }) => id));
  });

  it('gives no more than the limit, and nothing for words it does not know', () => {
    expect(search.findItems('证', 2)).toHaveLength(2);
    expect(search.findItems('火锅')).toEqual([]);
    expect(search.findItems('身份证', 0)).toEqual([]);
  });

  it('is not confused by words that every object has', () => {
    expect(search.findItems('constructor __proto__ toString')).toEqual([]);
  });
});
