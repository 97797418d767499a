import { describe, expect, it } from 'vitest';
import { createSearch } from './create-search.ts';
import { searchFixture } from './search.fixture.ts';

const search = createSearch(searchFixture);
const everything = ['resident-id-card', 'birth-registration', 'passport', 'driving-licence', 'household-move'];

function said(text: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(search.understand(text).answers.map(({ question, value }) => [question, value]));
}

function answer(id: string, text: string): unknown {
  const asking = searchFixture.questions.find((question) => question.id === id);
  if (asking === undefined) throw new Error(`no question ${id}`);
  const { answers } = search.understand(text, { asking, trip: everything });
  return answers.find(({ question }) => question === id)?.value;
}

describe('facts said along the way', () => {
  it('fills everything a sentence tells', () => {
    expect(said('我外地户口，八岁的儿子护照丢了')).toEqual({ 'passport-reason': 'lost', age: 8 });
    expect(said('我妈72了，驾照到期了，人在外地，我能替她办吗')).toEqual({
      'licence-reason': 'expired',
      'age-band': 'senior',
    });
  });

  it('gives each paper what is said of it', () => {
    expect(said('身份证到期了，护照丢了')).toEqual({ 'id-card-reason': 'expired', 'passport-reason': 'lost' });
    expect(said('护照和身份证都丢了')).toEqual({ 'id-card-reason': 'lost', 'passport-reason': 'lost' });
  });

  it.each([
    ['我手机坏了，网上办不了身份证', 'a telephone broke'],
    ['钱包丢了，想换护照', 'a wallet is gone'],
    ['结婚证丢了，想补身份证', 'another paper is gone'],
    ['护照没丢，能换吗', 'denied'],
    ['护照丢了还是坏了都能补吗', 'fits two options'],
    ['护照是不是到期了才能换', 'only wondered about'],
  ])('fills nothing from %s: %s', (text) => {
    expect(said(text)).toEqual({});
  });

  it('picks the affirmed one of two', () => {
    expect(said('迁户口，不是迁入，是迁出')).toEqual({ move: 'out' });
    expect(said('护照没丢，就是到期了')).toEqual({ 'passport-reason': 'expired' });
  });

  it('reads the age of the one it is for', () => {
    expect(said('我35岁，给8岁的儿子办护照')).toEqual({ age: 8 });
    expect(said('我35岁，老婆33岁，办护照')).toEqual({});
  });

  it('does not take where a person is for where their household is', () => {
    expect(said('人在外地，身份证丢了')).toEqual({ 'id-card-reason': 'lost' });
    expect(said('户口在外地，身份证丢了')).toEqual({ 'id-card-reason': 'lost', 'household-here': 'away' });
  });
});

describe('a bare answer to the question put', () => {
  it.each([
    ['id-card-reason', '丢了', 'lost'],
    ['id-card-reason', '掉了', 'lost'],
    ['id-card-reason', '坏', 'damaged'],
    ['id-card-reason', '没丢，是过期了', 'expired'],
    ['household-here', '外地', 'away'],
    ['household-here', '在外地的', 'away'],
    // Of two, denying one is choosing the other.
    ['household-here', '不在本市', 'away'],
    ['parents-married', '是的', 'yes'],
    ['parents-married', '没有', 'no'],
    ['parents-married', '没领证', 'no'],
    ['age-band', '八岁', 'minor'],
    ['age-band', '16', 'adult'],
    ['age-band', '70多', 'senior'],
    ['age-band', '未成年', 'minor'],
    ['age', '八', 8],
    ['age', '七十二', 72],
    ['age', '未满16', '..16'],
    ['age', '十五六岁', '15..17'],
    ['age', '满16周岁', '16..'],
    ['age', '新生儿', 0],
    ['copies', '两份', 2],
    ['copies', '3', 3],
    ['married-on', '2020年5月1日', '2020-05-01'],
    ['married-on', '2020-05-01', '2020-05-01'],
  ])('%s: %s is %s', (id, text, value) => {
    expect(answer(id, text)).toBe(value);
  });

  it.each([
    ['id-card-reason', '1', 'menu numbers are the channel’s'],
    ['id-card-reason', '丢了还是坏了', 'fits two'],
    ['id-card-reason', '没丢', 'three are left'],
    ['id-card-reason', '没有', 'no yes-or-no question'],
    ['id-card-reason', '护照也丢了', 'said of another paper'],
    ['age-band', '十五六岁', 'spans two options'],
    ['age', '200', 'out of bounds'],
    ['copies', '12', 'out of bounds'],
    ['married-on', '2020-02-30', 'no such day'],
  ])('%s: %s answers nothing: %s', (id, text) => {
    expect(answer(id, text)).toBeUndefined();
  });

  it('answers only the question put when no paper is named', () => {
    const asking = searchFixture.questions.find(({ id }) => id === 'id-card-reason');
    const { answers, items } = search.understand('丢了', { trip: everything, ...(asking && { asking }) });
    expect(answers).toEqual([{ question: 'id-card-reason', value: 'lost' }]);
    expect(items).toEqual([]);
  });

  it('hears further facts beside it', () => {
    const asking = searchFixture.questions.find(({ id }) => id === 'id-card-reason');
    const { answers } = search.understand('丢了，外地户口', { trip: everything, ...(asking && { asking }) });
    expect(answers).toContainEqual({ question: 'household-here', value: 'away' });
  });
});
