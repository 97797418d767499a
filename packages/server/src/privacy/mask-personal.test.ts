import { describe, expect, test } from 'vitest';
import { LONGEST_MASKED, maskPersonal } from './mask-personal.ts';

test.each([
  ['11010519491231002X', '〔身份证号〕', 'a resident id'],
  ['440524188001010014', '〔身份证号〕', 'a resident id of someone born in 1880'],
  ['440306199003070459', '〔身份证号〕', 'a resident id ending in a digit'],
  ['１１０１０５１９４９１２３１００２Ｘ', '〔身份证号〕', 'full-width characters'],
  ['①①⓪①⓪⑤①⑨④⑨①②③①⓪⓪②x', '〔身份证号〕', 'circled digits'],
  ['110105 19491231 002x', '〔身份证号〕', 'groups'],
  ['1101 0519 4912 3100 2X', '〔身份证号〕', 'groups of four'],
  ['110105-19491231-002-X', '〔身份证号〕', 'hyphens'],
  ['1101051949\u200b1231002X', '〔身份证号〕', 'something invisible between'],
  ['130503670401001', '〔身份证号〕', 'an id of before 1999'],
  ['13800138000', '〔手机号〕', 'a mobile'],
  ['+86 138-0013-8000', '〔手机号〕', 'a mobile with its country'],
  ['(+86)13800138000', '〔手机号〕', 'the country in brackets'],
  ['008613800138000', '〔手机号〕', 'the country with two zeros'],
  ['138 0013 8000', '〔手机号〕', 'a mobile in groups'],
  ['138.0013.8000', '〔手机号〕', 'dots'],
  ['138—0013—8000', '〔手机号〕', 'dashes'],
  ['一三八〇〇一三八零零零', '〔手机号〕', 'a mobile spoken'],
  ['+852 9123 4567', '〔手机号〕', 'a telephone number of Hong Kong'],
  ['010-65123456', '〔电话号码〕', 'a landline'],
  ['(0755) 2345 6789', '〔电话号码〕', 'an area code in brackets'],
  ['0086 21 6512 3456', '〔电话号码〕', 'a landline with its country'],
  ['6222020000000000000', '〔银行卡号〕', 'a bank card'],
  ['6228480000000007', '〔银行卡号〕', 'a shorter bank card'],
  ['6222 0200 0000 0000 000', '〔银行卡号〕', 'a bank card in groups'],
  ['E12345678', '〔证件号〕', 'a passport'],
  ['EA1234567', '〔证件号〕', 'a newer passport'],
  ['C12345678', '〔证件号〕', 'a permit for Hong Kong and Macau'],
  ['CA1234567', '〔证件号〕', 'a newer permit'],
  ['L12345678', '〔证件号〕', 'a permit for Taiwan'],
  ['H0123456701', '〔证件号〕', 'a home return permit'],
  ['A123456(3)', '〔证件号〕', 'an identity card of Hong Kong'],
  ['zhang.san@example.com', '〔邮箱〕', 'a mail address'],
  ['zhang_san＠qq．com', '〔邮箱〕', 'a full-width mail address'],
  ['京A12345', '〔车牌号〕', 'a plate'],
  ['粤B·D12345', '〔车牌号〕', 'a plate of a new-energy car'],
  ['沪 A', '沪 A', 'no plate'],
])('%s becomes %s: %s', (number, placeholder) => {
  expect(maskPersonal(number)).toBe(placeholder);
  expect(maskPersonal(`我叫张三，${number}，身份证丢了`)).toBe(`我叫张三，${placeholder}，身份证丢了`);
});

test.each([
  ['张三 13800138000 身份证号是11010519491231002X', '张三 〔手机号〕 身份证号是〔身份证号〕'],
  ['11010519491231002X13800138000', '〔身份证号〕〔手机号〕'],
  ['44052418800101001413800138000', '〔身份证号〕〔手机号〕'],
  [
    '身份证11010519491231002X，手机13800138000，卡6228480000000007',
    '身份证〔身份证号〕，手机〔手机号〕，卡〔银行卡号〕',
  ],
  ['110105194912310021 13900139000 孩子8岁', '110105194912310021 〔手机号〕 孩子8岁'],
  ['tel13800138000', 'tel〔手机号〕'],
  ['身份证号码是110105194912310021', '身份证号码是〔身份证号〕'],
  ['台胞证号：01234567', '〔证件号〕'],
  ['家里电话65123456', '家里电话〔电话号码〕'],
])('in %s every number is found by itself', (said, masked) => {
  expect(maskPersonal(said)).toBe(masked);
});

test.each([
  '12345热线',
  '打0000-12345或者12333、12367、400-810-1234、95588、110',
  '2024-01-01至2026-12-31',
  '2024-01-01 2026-12-31',
  '2024.01.01-2026.12.31',
  '第20240115号',
  '事项编码11440000006939756B2440101007000',
  '统一代码91350100M000100Y43',
  '身份证110105194912310021',
  '国务院令第731号，国发〔2018〕27号',
  '1949-12-31 100元',
  '孩子8岁，1949年12月31日出生',
  '要带2张照片和1000元，1500 2000 300',
  '身份证20260301到期',
  '护照2026年到期',
  'ABC12345678',
  'GB11643-1999',
  '京津冀A类',
  '云B2楼，新A座1203室',
  'a@b，@all，5@8元',
  '我钱包丢了　身份证也没了',
  '',
])('%s is left as it is', (said) => {
  expect(maskPersonal(said)).toBe(said);
});

describe('what stands around a number', () => {
  test('stays as it was typed', () => {
    expect(maskPersonal('（010）65123456')).toBe('〔电话号码〕');
    expect(maskPersonal('（１３８００１３８０００）　２楼')).toBe('（〔手机号〕）　２楼');
  });

  test('is dropped where it is too long to be looked at', () => {
    const masked = maskPersonal(`${'长'.repeat(LONGEST_MASKED)}13800138000`);
    expect(masked).toBe('长'.repeat(LONGEST_MASKED));
  });
});
