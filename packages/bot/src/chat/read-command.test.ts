import { describe, expect, it } from 'vitest';
import { readCommand } from './read-command.ts';

const answered = [
  { question: 'reason', name: '办理原因', ask: '这次是什么情况？', value: 'lost', label: '身份证丢了', unsure: false },
  { question: 'age-band', name: '年龄', ask: '多大？', value: 'adult', label: '成年人', unsure: false },
];
const asking = { asking: 'household', answered };

describe('readCommand', () => {
  it.each([
    ['返回', { kind: 'back' }],
    ['返回。', { kind: 'back' }],
    ['重来', { kind: 'restart' }],
    ['转人工', { kind: 'ask-for-clerk' }],
    ['不清楚', { kind: 'unsure', question: 'household' }],
    ['为什么？', { kind: 'why', question: 'household' }],
    ['再说一遍', { kind: 'repeat' }],
  ])('reads %s', (message, command) => {
    expect(readCommand(message, asking)).toEqual(command);
  });

  it.each([
    '改 办理原因',
    '改办理原因',
    '改：办理原因',
    '改 原因',
    '改1',
    '改 1',
    '改 ①',
    '改一下办理原因',
    '改 身份证丢了',
  ])('reads %s as a change of the first answer', (message) => {
    expect(readCommand(message, asking)).toEqual({ kind: 'change', question: 'reason' });
  });

  it('lists the answers for 改 alone', () => {
    expect(readCommand('改', asking)).toEqual({ kind: 'list-answers' });
  });

  it.each(['改名字', '改 9', '改成中午去行不行', '人工湖怎么走', '身份证丢了'])(
    'leaves %s to be understood',
    (message) => {
      expect(readCommand(message, asking)).toBeUndefined();
    },
  );

  it('takes 不清楚 and 为什么 for free text where no question stands', () => {
    expect(readCommand('不清楚', { asking: undefined, answered: [] })).toBeUndefined();
    expect(readCommand('为什么', { asking: undefined, answered: [] })).toBeUndefined();
  });
});
