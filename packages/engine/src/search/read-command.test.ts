import { describe, expect, it } from 'vitest';
import { createSearch } from './create-search.ts';
import { readCommand } from './read-command.ts';
import { searchFixture } from './search.fixture.ts';

describe('readCommand', () => {
  it.each([
    ['人工', 'clerk'],
    ['转人工', 'clerk'],
    ['我要找真人。', 'clerk'],
    ['请帮我转人工服务，谢谢', 'clerk'],
    ['重来', 'restart'],
    ['那重新开始吧', 'restart'],
    ['返回', 'back'],
    ['上一步', 'back'],
    ['再说一遍', 'repeat'],
    ['请再说一遍', 'repeat'],
    ['不知道', 'unsure'],
    ['我也不太清楚', 'unsure'],
    ['忘了', 'unsure'],
    ['为什么问这个', 'why'],
    ['why', 'why'],
  ])('reads %s as %s', (text, command) => {
    expect(readCommand(text)).toBe(command);
  });

  it.each(['找人办护照', '人工湖怎么走', '护照要重来吗', '不知道身份证丢了怎么补', '为什么护照要排队', ''])(
    'hears no command inside %j',
    (text) => {
      expect(readCommand(text)).toBeUndefined();
    },
  );

  it('takes a doubt about the question put for not being sure', () => {
    const search = createSearch(searchFixture);
    const asking = searchFixture.questions.find(({ id }) => id === 'household-here');
    expect(search.understand('不清楚户口在哪', { ...(asking && { asking }) }).command).toBe('unsure');
    expect(search.understand('不知道身份证丢了怎么补').command).toBeUndefined();
  });

  it('does not take a doubt for the part of an answer', () => {
    const search = createSearch(searchFixture);
    const asking = searchFixture.questions.find(({ id }) => id === 'parents-married');
    expect(search.understand('不知道', { ...(asking && { asking }) }).command).toBe('unsure');
    expect(search.understand('不知道爸爸是谁', { ...(asking && { asking }) }).answers).toHaveLength(1);
  });
});
