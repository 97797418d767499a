const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Two of something counted is 两 and not 二. */
const two = /(^|[^\d.第])2(?=\s?(?:份|样|个|件|张|本|天|周|年|次|位|名|小时|公里|块))/gu;

/**
 * Makes a line fit to be read aloud: no brackets and quotation marks, clock times and numbers in words,
 * telephone numbers digit by digit.
 */
export function speakable(text: string): string {
  return text
    .replace(/（([^（）]*)）/gu, '，$1，')
    .replace(/[“”《》【】()[\]「」]/gu, '')
    .replace(/(\d{1,2}):(\d{2})/gu, (_, hour: string, minute: string) => clock(Number(hour), Number(minute)))
    .replace(/\d{4}(?=\s?年)/gu, spell)
    .replace(/\d[\d-]{3,}\d(?!\s?(?:元|米|平方米|公里|份))/gu, (number) => number.split('-').map(spell).join('，'))
    .replace(/([\d点分半])\s*[–~-]\s*/gu, '$1到')
    .replace(/×/gu, '乘')
    .replace(two, '$1两')
    .replace(/(\d+)(?:\.(\d+))?/gu, (_, whole: string, part: string | undefined) =>
      part === undefined ? inWords(Number(whole)) : `${inWords(Number(whole))}点${spell(part)}`,
    )
    .replace(/\s+/gu, '')
    .replace(/，+(?=[，。；：、？]|$)/gu, '')
    .replace(/([：；])，+/gu, '$1');
}

/** A whole number as it is spoken: 一百零五. Beyond 99999 the digits are named. */
export function inWords(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 99_999) return spell(String(value));
  if (value < 10) return digits[value] ?? '';
  if (value >= 10_000) return `${inWords(Math.floor(value / 10_000))}万${remainder(value % 10_000, 1000)}`;
  const units = [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
  ] as const;
  const [size, unit] = units.find(([at]) => value >= at) ?? [10, '十'];
  const head = Math.floor(value / size);
  const lead = size === 10 && head === 1 ? '' : (digits[head] ?? '');
  return `${lead}${unit}${remainder(value % size, size / 10)}`;
}

/** What follows a unit; 零 stands for the units that are left out. */
function remainder(rest: number, next: number): string {
  if (rest === 0) return '';
  const words = inWords(rest);
  // Inside a number, ten is 一十: 一百一十.
  const full = rest >= 10 && rest < 20 ? `一${words}` : words;
  return rest < next ? `零${full}` : full;
}

function spell(number: string): string {
  return [...number].map((digit) => digits[Number(digit)] ?? '').join('');
}

function clock(hour: number, minute: number): string {
  const part = minute === 0 ? '' : minute === 30 ? '半' : `${minute < 10 ? '零' : ''}${inWords(minute)}分`;
  return `${hour === 2 ? '两' : inWords(hour)}点${part}`;
}
