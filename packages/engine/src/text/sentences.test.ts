import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../model/reply.ts';
import { sentencesOf } from './sentences-of.ts';

/** Every sentence of a table, functions called with words and numbers that fit. */
function sentencesIn(table: unknown): readonly string[] {
  if (typeof table === 'string') return [table];
  if (typeof table !== 'object' || table === null) return [];
  return Object.values(table).flatMap(sentencesIn);
}

const zh = sentencesOf('zh-CN');
const en = sentencesOf('en');

describe('the Chinese sentences', () => {
  it('never say 等, 其他, 有关 or 相关, and never shout', () => {
    const vague = sentencesIn(zh).filter((sentence) => /等|其他|有关|相关|！|!|亲/u.test(sentence));
    expect(vague).toEqual([]);
  });

  it('say 您', () => {
    expect(sentencesIn(zh).filter((sentence) => sentence.includes('你'))).toEqual([]);
  });
});

describe('every problem', () => {
  it.each(Object.keys(zh.dialogue.problem) as ProblemCode[])('%s says what to do', (code) => {
    expect(zh.dialogue.problem[code]).toMatch(/请.+。$/u);
    expect(en.dialogue.problem[code]).toMatch(/[Pp]lease .+\.$/u);
  });
});

describe('sentences with numbers and names', () => {
  it('count what is still to come', () => {
    expect(zh.dialogue.remaining(2)).toBe('还要问最多 2 个问题。');
    expect(zh.dialogue.remaining(0)).toBe('这是最后一个问题。');
    expect(en.dialogue.remaining(1)).toBe('At most 1 more question.');
  });

  it('say why a question is asked, by what hangs on it', () => {
    const why = zh.dialogue.why({ materials: ['居民户口簿'], kinds: ['fee', 'ineligible'] });
    expect(why).toBe('因为它决定您带不带：居民户口簿。它还决定您能不能办、要交多少钱。');
  });

  it('say what a changed answer did', () => {
    expect(zh.dialogue.difference(['居住证'], ['户口簿'])).toBe('改好了。多了：居住证。少了：户口簿。');
    expect(zh.dialogue.difference([], [])).toBe('改好了，告知单没有变。');
  });

  it('do not promise what cannot be done', () => {
    expect(zh.dialogue.concluded({ materials: 0, maybe: 0, eligible: 'no' })).toContain('现在办不了');
    expect(zh.dialogue.concluded({ materials: 3, maybe: 1, eligible: 'yes' })).toBe(
      '都问清楚了。要带的一共 3 样。另有 1 样要看情况带，告知单上写着怎么弄清楚。',
    );
  });

  it('say how much of a material, and what becomes of it', () => {
    const { amount } = zh.notice;
    expect(amount({ originals: 1, copies: 2, keeps: 'handed-in' })).toBe('原件 1 份，窗口收走；复印件 2 份');
    expect(amount({ originals: 1, copies: 0, keeps: 'filled' })).toBe('到窗口现场填写');
    expect(en.notice.amount({ originals: 2, copies: 1, keeps: 'shown' })).toBe(
      '2 originals, shown and given back; 1 copy',
    );
  });

  it('write dates the way each language does', () => {
    expect(zh.words.date('2026-01-05')).toBe('2026年1月5日');
    expect(en.words.date('2026-01-05')).toBe('5 January 2026');
  });
});
