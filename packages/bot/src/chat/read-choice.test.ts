import { describe, expect, it } from 'vitest';
import { letterChoices, numberChoices } from './menu.ts';
import type { Menu } from './menu.ts';
import { readChoice } from './read-choice.ts';

const answer = (value: string) => ({ kind: 'answer', question: 'marriage', value }) as const;

const menu: Menu = {
  choices: numberChoices([
    { label: '领了结婚证', input: answer('yes') },
    { label: '没有领结婚证', input: answer('no') },
    { label: '离婚了', input: answer('divorced') },
  ]),
  zero: { kind: 'unsure', question: 'marriage' },
  several: false,
};

describe('readChoice', () => {
  it.each([
    '2',
    '２',
    '②',
    '⑵',
    '⒉',
    '2️⃣',
    '二',
    '2.',
    '2、',
    '2。',
    '选2',
    '我选 2',
    '第2个',
    '第二个',
    '(2)',
    '回复2',
  ])('takes %s for the second line', (message) => {
    expect(readChoice(message, menu)).toEqual(answer('no'));
  });

  it.each(['0', '０', '零', '0.'])('takes %s for not sure', (message) => {
    expect(readChoice(message, menu)).toEqual({ kind: 'unsure', question: 'marriage' });
  });

  it('takes the whole label although another label holds it', () => {
    const two = numberChoices([
      { label: '没领', input: answer('no') },
      { label: '领', input: answer('yes') },
    ]);
    expect(readChoice('领', { choices: two, several: false })).toEqual(answer('yes'));
  });

  it('takes a part that only one label has', () => {
    expect(readChoice('离婚', menu)).toEqual(answer('divorced'));
  });

  it('leaves a part that two labels have to be understood as free text', () => {
    expect(readChoice('结婚证', menu)).toBeUndefined();
  });

  it.each(['4', '12', '1 2', '我家有2个孩子', '二十', ''])('takes %s for no line of this menu', (message) => {
    expect(readChoice(message, menu)).toBeUndefined();
  });

  it('takes letters and no digits where digits are values', () => {
    const lettered: Menu = {
      choices: letterChoices([{ label: '不满 16 周岁', input: answer('..16') }]),
      several: false,
    };
    expect(readChoice('a', lettered)).toEqual(answer('..16'));
    expect(readChoice('Ａ', lettered)).toEqual(answer('..16'));
    expect(readChoice('选A', lettered)).toEqual(answer('..16'));
    expect(readChoice('1', lettered)).toBeUndefined();
  });

  it('chooses several items with several numbers, and each item once', () => {
    const items: Menu = {
      choices: numberChoices([
        { label: '护照', input: { kind: 'choose', items: ['passport'] } },
        { label: '身份证', input: { kind: 'choose', items: ['id-card'] } },
      ]),
      zero: { kind: 'none-of-these' },
      several: true,
    };
    expect(readChoice('1 2', items)).toEqual({ kind: 'choose', items: ['passport', 'id-card'] });
    expect(readChoice('①、②', items)).toEqual({ kind: 'choose', items: ['passport', 'id-card'] });
    expect(readChoice('2和2', items)).toEqual({ kind: 'choose', items: ['id-card'] });
    expect(readChoice('1 3', items)).toBeUndefined();
    expect(readChoice('0', items)).toEqual({ kind: 'none-of-these' });
  });
});
