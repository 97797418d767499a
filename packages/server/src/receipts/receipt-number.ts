import { randomInt } from 'node:crypto';
import { checkDigit } from './check-digit.ts';

const LENGTH = 12;

/** A new number nobody can foretell: eleven random digits and their check digit. */
export function randomReceiptNumber(): string {
  // randomInt takes the random bits again rather than fold them, so no digit is likelier than another.
  const digits = String(randomInt(10 ** (LENGTH - 1))).padStart(LENGTH - 1, '0');
  return digits + checkDigit(digits);
}

/** Whether twelve digits end in their check digit. */
export function isReceiptNumber(number: string): boolean {
  return /^\d{12}$/.test(number) && checkDigit(number) === '0';
}

/** Digits as people write and dictate them: full-width, formal and spoken, 幺 for one as on the telephone. */
const SPOKEN: Readonly<Record<string, string>> = {
  ...{ 〇: '0', 零: '0', '○': '0', 一: '1', 幺: '1', 壹: '1', 二: '2', 两: '2', 贰: '2', 三: '3', 叁: '3' },
  ...{ 四: '4', 肆: '4', 五: '5', 伍: '5', 六: '6', 陆: '6', 七: '7', 柒: '7', 八: '8', 捌: '8', 九: '9', 玖: '9' },
};

/** What may stand between digits: blanks, hyphens, dots and the comma of a pause. */
const BETWEEN = /[\s\p{Pd}\p{Cf}.,，、。·•_]+/gu;

/** The longest text worth reading: twelve digits with something between all of them. */
const LONGEST = 80;

/** The twelve digits in what somebody typed or pasted, or undefined when it is no number of ours. */
export function parseReceiptNumber(typed: string): string | undefined {
  if (typed.length > LONGEST) return undefined;
  const digits = typed
    .normalize('NFKC')
    .replace(/^\D*编号\s*[:：]?/u, '')
    .replace(BETWEEN, '')
    .replace(/\D/gu, (character) => SPOKEN[character] ?? character);
  return isReceiptNumber(digits) ? digits : undefined;
}

/** A number as it is printed, in groups of four: 4820 1935 5174. */
export function groupReceiptNumber(number: string): string {
  return groups(number).join(' ');
}

const WORDS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A number as it is read out, digit by digit with a pause after four: 四八二零，一九三五，五一七四. */
export function sayReceiptNumber(number: string): string {
  return groups(number)
    .map((group) => [...group].map((digit) => WORDS[Number(digit)] ?? '').join(''))
    .join('，');
}

function groups(number: string): readonly string[] {
  return number.match(/\d{1,4}/g) ?? [];
}
