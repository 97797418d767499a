import * as fc from 'fast-check';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const digits = (count: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((list) => list.join(''));
const oneOf = (...values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
const joined = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((list) => list.join(''));

const area = oneOf('110105', '310101', '440306', '510104', '650102', '130503', '810000', '500112', '420106');
const birthday = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));

function withCheck(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(first17[place]), 0);
  return `${first17}${'10X98765432'[sum % 11] ?? ''}`;
}

function withLuhn(start: string): string {
  const sum = [...start].reverse().reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${start}${String((10 - (sum % 10)) % 10)}`;
}

/** Resident ids of eighteen places, never two alike in practice. */
export const residentIds = joined(area, birthday, digits(3)).map(withCheck);
/** Mobile numbers of eleven digits. */
export const mobiles = joined(oneOf('13', '15', '17', '18', '19'), digits(9));
const oldIds = joined(
  oneOf('110105', '310101', '440306', '130503'),
  birthday.filter((day) => day.startsWith('19')).map((day) => day.slice(2)),
  digits(3),
);
const landlines = joined(
  oneOf('010', '021', '0755', '0351', '0991'),
  oneOf('-', '', ' '),
  oneOf('2', '6', '8'),
  digits(7),
);
const cards = fc
  .oneof(
    joined(oneOf('622202', '622848', '621700', '403361', '955880'), digits(12)),
    joined(oneOf('62', '43', '52'), digits(13)),
  )
  .map(withLuhn);
const passports = fc.oneof(
  joined(
    oneOf('E', 'G', 'EA', 'EJ').map((letters) => letters),
    digits(7),
    digits(1),
  ).map((id) => id.slice(0, 9)),
);
const permits = fc.oneof(joined(oneOf('C', 'L', 'H', 'M'), digits(8)), joined(oneOf('CA', 'CB'), digits(7)));
const emails = joined(
  oneOf('zhang.san', 'li_si', 'wang5', 'a-b+c'),
  digits(3),
  oneOf('@qq.com', '@163.com', '@mail.example.com.cn'),
);
const plates = joined(
  oneOf('京A', '沪C', '粤B', '川·A', '浙D'),
  fc.oneof(digits(5), joined(oneOf('D', 'F'), digits(5)), joined(digits(3), oneOf('AB', 'XY'))),
).map((plate) => plate.replace('川·A', '川A·'));
const wide = (text: string): string =>
  text.replace(/[0-9A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
const grouped = (text: string, sizes: readonly number[], gap: string): string => {
  let from = 0;
  const parts = sizes.map((size) => text.slice(from, (from += size)));
  return [...parts, text.slice(from)].filter((part) => part !== '').join(gap);
};

/** Personal numbers in the twelve formats that people write them in. */
export const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'resident id': residentIds,
  'resident id, full-width or small x': residentIds.chain((id) => oneOf(wide(id), id.toLowerCase())),
  'resident id in groups': residentIds.chain((id) =>
    oneOf(grouped(id, [6, 8], ' '), grouped(id, [6, 4, 4], '-'), grouped(id, [4, 4, 4, 4], ' ')),
  ),
  'resident id of fifteen digits': oldIds,
  mobile: mobiles,
  'mobile in groups or with its country': mobiles.chain((number) =>
    oneOf(grouped(number, [3, 4], ' '), grouped(number, [3, 4], '-'), `+86 ${number}`, `86${number}`, wide(number)),
  ),
  landline: landlines,
  'bank card': cards,
  'bank card in groups': cards.map((card) => grouped(card, [4, 4, 4, 4], ' ')),
  'passport or permit': fc.oneof(passports, permits),
  'mail address': emails,
  plate: plates,
};

/** A number in what somebody may say around it. */
export function inMessage(number: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const before = oneOf(
    '',
    '我叫张三，',
    '身份证丢了，我的是',
    '你好 ',
    '孩子8岁，户口在外地。电话/证号:',
    '（',
    '补办护照要多少钱？',
  );
  const after = oneOf('', '，怎么补', '。', ' 谢谢', '）要带什么', '\n下午3点去', '，2026-11-22到期');
  return joined(before, number, after);
}
