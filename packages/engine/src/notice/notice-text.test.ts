import { describe, expect, it } from 'vitest';
import { byteLength } from './byte-length.ts';
import { cutText } from './cut-text.ts';
import { anyOf, fee, is, line, material, noticeOf, say } from './notice.fixture.ts';
import { noticeSections } from './notice-sections.ts';
import { noticeText } from './notice-text.ts';
import { readAloud } from './read-aloud.ts';

const notice = noticeOf(
  [
    line('id-card', material('register', { copies: 1 })),
    line('id-card', material('form', { keeps: 'filled' })),
    line('id-card', anyOf([{ material: 'permit' }, { material: 'deed' }]), is('household', 'away')),
    line('id-card', say('step', '取号')),
    line('id-card', fee('丢失补领工本费', 40)),
  ],
  { situation: { answers: { reason: { is: 'known', value: 'lost' } } } },
);

describe('noticeText', () => {
  it('is the whole notice: heading, numbered materials, sources with their numbers, version and date', () => {
    expect(noticeText(notice)).toBe(`【一次性告知单】
居民身份证补领

要带的（1 样）
1. 居民户口簿：原件 1 份，看过就还您；复印件 1 份[1]
   由公安机关出具。没有的话：到派出所补领。

看情况带的（1 样），拿不准请打 0000-12345
1. 如果户口在外地，下面任选一样：居住证、不动产权证书[1]
   居住证：原件 1 份，看过就还您；没有的话：到居住地派出所申请。
   不动产权证书：原件 1 份，看过就还您
   弄清楚的办法：看户口簿首页。

不用带，到窗口填的
《申请表》[1]

到了窗口
1. 取号[1]

多少钱
丢失补领工本费 40 元[1]

有问题找谁
咨询：0000-12345
投诉：0000-12346
窗口要了这张单子以外的材料，请告诉我们，我们会查清楚。

依据
[1] 《中华人民共和国居民身份证法》第十条，2011年10月29日

规则日期：2026年11月20日
版本：0123456789ab
告知日期：2026年11月22日
示例市是演示用的虚构城市，地点、电话和时间都不是真的。`);
  });

  it('begins with the number when the notice has one', () => {
    expect(noticeText({ ...notice, number: '4820 1935 5174' })).toMatch(/^【一次性告知单 4820 1935 5174】\n/u);
  });

  it('says once, in the heading, what is local for a whole section', () => {
    const steps = ['取号', '签字'].map((text) => line('id-card', say('step', text, { local: true })));
    const text = noticeText(noticeOf(steps));
    expect(text).toContain('到了窗口（以当地窗口为准）\n1. 取号[1]\n2. 签字[1]');
  });

  it('holds every line and detail of every section, in either language', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const text = noticeText(notice, locale);
      const lines = noticeSections(notice, locale).flatMap((section) => section.lines);
      for (const each of lines.flatMap(({ text: own, details }) => [own, ...details])) expect(text).toContain(each);
    }
  });

  it('fits a chat in parts that begin with an entry', () => {
    const parts = cutText(noticeText(notice), 400);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) {
      expect(byteLength(part)).toBeLessThanOrEqual(400);
      expect(part).not.toMatch(/^\s/u);
    }
  });
});

describe('readAloud', () => {
  it('counts first, then says one paper at a time, numbers in words', () => {
    expect(readAloud(notice).slice(0, 6)).toEqual([
      '您要办的是居民身份证补领。',
      '一共要带一样。',
      '居民户口簿，原件一份，看过就还您。',
      '复印件一份。',
      '由公安机关出具。',
      '没有的话：到派出所补领。',
    ]);
  });

  it('has no brackets, digits or long sentences', () => {
    for (const sentence of readAloud(notice)) {
      expect(sentence).not.toMatch(/[\d()（）【】[\]]/u);
      expect(sentence.length).toBeLessThan(60);
    }
  });

  it('says how to find out once, however many lines hang on it', () => {
    const away = is('household', 'away');
    const twice = noticeOf([line('id-card', material('register'), away), line('id-card', material('deed'), away)]);
    expect(readAloud(twice).filter((sentence) => sentence.includes('看户口簿首页'))).toHaveLength(1);
  });
});
