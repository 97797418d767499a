import { expect, test } from 'vitest';
import { maskPersonal } from './mask-personal.ts';

test.each([
  ['11010519491231002X', 'a resident id'],
  ['440524188001010014', 'a resident id of someone born in 1880'],
  ['440306199003070459', 'a resident id ending in a digit'],
  ['１１０１０５１９４９１２３１００２Ｘ', 'full-width characters'],
  ['110105 19491231 002x', 'groups'],
  ['130503670401001', 'an id of before 1999'],
  ['13800138000', 'a mobile'],
  ['+86 138-0013-8000', 'a mobile with its country'],
  ['138 0013 8000', 'a mobile in groups'],
  ['010-65123456', 'a landline'],
  ['6222020000000000000', 'a bank card'],
  ['6228480000000007', 'a shorter bank card'],
  ['E12345678', 'a passport'],
  ['EA1234567', 'a newer passport'],
  ['zhang.san@example.com', 'a mail address'],
])('%s is masked: %s', (number) => {
  expect(maskPersonal(number)).toBe('***');
  expect(maskPersonal(`我叫张三，${number}，身份证丢了`)).toBe('我叫张三，***，身份证丢了');
});

test('several numbers in one message are all masked', () => {
  const said = '张三 13800138000 身份证号是11010519491231002X 孩子8岁 13900139000';
  expect(maskPersonal(said)).toBe('张三 *** 身份证号是*** 孩子8岁 ***');
});

test.each([
  '12345热线',
  '2024-01-01至2026-12-31',
  '第20240115号',
  '事项编码11440000006939756B2440101007000',
  '统一代码91350100M000100Y43',
  '孩子8岁，1949年12月31日出生',
  '要带2张照片和1000元',
  '身份证20260301到期',
  'ABC12345678',
  '我钱包丢了　身份证也没了',
])('%s is left as it is', (said) => {
  expect(maskPersonal(said)).toBe(said);
});

test('a message of nothing but digits takes no longer than its length', () => {
  for (const said of ['1'.repeat(500), '1-'.repeat(250), 'a.'.repeat(250), `${'a'.repeat(499)}@`]) {
    expect(maskPersonal(said)).toBe(said);
  }
});
