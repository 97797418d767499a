import { describe, expect, it } from 'vitest';
import { findVagueWords } from './find-vague-words.ts';

function wordsIn(text: string): readonly string[] {
  return findVagueWords(text).map(({ word }) => word);
}

describe('findVagueWords', () => {
  it.each([
    ['身份证、户口簿等', '等'],
    ['身份证、户口簿等材料', '等'],
    ['身份证等证件', '等'],
    ['带户口簿等，到窗口', '等'],
    ['户口簿、结婚证等原件', '等'],
    ['公安机关等部门出具的证明', '等'],
    ['身份证、驾驶证等有效证件', '等'],
    ['户口簿、身份证等等', '等等'],
    ['房产证（或租赁合同等）', '等'],
    ['姓名、性别等发生变化的', '等'],
    ['租房合同等', '等'],
    ['姓名、身高等', '等'],
    ['其他证明', '其他'],
    ['其它材料', '其它'],
    ['到有关部门办理', '有关'],
    ['相关证明', '相关'],
    ['交相应的费用', '相应'],
    ['与其他城市的窗口一样', '其他'],
  ])('%s: %s', (text, word) => {
    expect(wordsIn(text)).toContain(word);
  });

  it.each([
    '在窗口等候',
    '请等叫号',
    '等通知后来取',
    '交完材料、照完相等通知',
    '在家等 20 个工作日',
    '取号、等叫号',
    '三级甲等医院',
    '二等功证书',
    '残疾等级证明',
    '学历为高等教育、中等教育的',
    '双方地位平等',
    '金额相等',
    '办理时间各地不等',
    '等您来了再拍照',
    '同等学力证明',
    '等额本息',
    '请稍等',
    '没有关系',
    '在没有关门的时候去',
    '所有关卡都一样',
    '尤其他本人要到',
    '按《关于进一步规范有关证明等事项的通知》办理',
    '表上的“其他”一栏不用填',
    '每等一天',
  ])('nothing vague: %s', (text) => {
    expect(wordsIn(text)).toEqual([]);
  });

  it('says where each word stands, in reading order', () => {
    expect(findVagueWords('有关单位、个人等出具的其他证明')).toEqual([
      { word: '有关', index: 0 },
      { word: '等', index: 7 },
      { word: '其他', index: 11 },
    ]);
  });
});
