const digits: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 壹: 1, 二: 2, 贰: 2, 两: 2, 三: 3, 叁: 3, 四: 4, 肆: 4,
  五: 5, 伍: 5, 六: 6, 陆: 6, 七: 7, 柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9,
}; // prettier-ignore
const units: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const tens: Readonly<Record<string, string>> = { 廿: '二十', 卅: '三十' };

/** The characters that a number can be written with, for building patterns. */
export const numeralCharacters = '0-9零〇一二两三四五六七八九十百千廿卅壹贰叁肆伍陆柒捌玖拾佰仟';

/**
 * Reads a whole number written in digits or Chinese numerals: 72, 七十二, 两百, 一百零五.
 *
 * `undefined` for anything that is not a number from end to end, or is above 9999.
 */
export function readNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim();
  if (/^\d{1,4}$/.test(plain)) return Number(plain);
  if (plain === '' || plain.length > 9) return undefined;
  const spelled = [...plain].map((character) => tens[character] ?? character).join('');
  return /[十拾百佰千仟]/.test(spelled) ? readWithUnits(spelled) : readDigitByDigit(spelled);
}

/** 二零零八 → 2008; a single character is the usual case. */
function readDigitByDigit(text: string): number | undefined {
  let value = 0;
  for (const character of text) {
    const digit = digits[character];
    if (digit === undefined) return undefined;
    value = value * 10 + digit;
  }
  return value <= 9999 ? value : undefined;
}

/** Units must fall: 二十五, 一百零五, 一百五 (= 150). */
function readWithUnits(text: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  let lastUnit = 10_000;
  let afterZero = false;
  for (const character of text) {
    const unit = units[character];
    if (unit === undefined) {
      const next = digits[character];
      if (next === undefined || (digit !== undefined && digit !== 0)) return undefined;
      afterZero = next === 0;
      digit = next;
      if (afterZero) digit = undefined;
      continue;
    }
    if (unit >= lastUnit || (digit === undefined && unit !== 10)) return undefined;
    total += (digit ?? 1) * unit;
    digit = undefined;
    lastUnit = unit;
  }
  if (digit === undefined) return total;
  const lastWasZero = /[零〇].$/u.test(text);
  return total + (lastUnit > 10 && !lastWasZero ? digit * (lastUnit / 10) : digit);
}
