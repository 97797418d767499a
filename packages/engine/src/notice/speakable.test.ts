import { describe, expect, it } from 'vitest';
import { inWords, speakable } from './speakable.ts';

describe('speakable', () => {
  it('reads telephone numbers digit by digit', () => {
    expect(speakable('投诉：0000-12345')).toBe('投诉：零零零零，一二三四五');
    expect(speakable('打 12345')).toBe('打一二三四五');
  });

  it('reads amounts as amounts, and two of something as 两', () => {
    expect(speakable('工本费 120 元，原件 2 份')).toBe('工本费一百二十元，原件两份');
    expect(speakable('押金 12000 元')).toBe('押金一万二千元');
    expect(speakable('2 楼')).toBe('二楼');
    expect(speakable('第2样')).toBe('第二样');
  });

  it('reads clock times and ranges', () => {
    expect(speakable('周一至周五 09:00–12:00 13:30–17:00')).toBe('周一至周五九点到十二点十三点半到十七点');
    expect(speakable('6–9 号')).toBe('六到九号');
  });

  it('reads a year digit by digit', () => {
    expect(speakable('2026年11月2日')).toBe('二零二六年十一月二日');
  });

  it('has no brackets or quotation marks left', () => {
    expect(speakable('照片（窗口现场拍）')).toBe('照片，窗口现场拍');
    expect(speakable('《申请表》，看“与户主关系”一栏')).toBe('申请表，看与户主关系一栏');
  });
});

describe('inWords', () => {
  it('puts 零 where a unit is left out', () => {
    expect([10, 12, 20, 105, 110, 1005, 1050, 10_010].map(inWords)).toEqual([
      '十',
      '十二',
      '二十',
      '一百零五',
      '一百一十',
      '一千零五',
      '一千零五十',
      '一万零一十',
    ]);
  });
});
