const digits = '零一二三四五六七八九';
const around = /^(?:我?选择?|回复?|答案?是?|第)?\s*(\d{1,3}|[零一二三四五六七八九十]{1,3})\s*(?:个|项|号|条|吧|呢)?$/u;

/** The number a person picked, from plain words such as `1`, `选1`, `第一个` or `十二`; `undefined` for anything more. */
export function readNumber(words: string): number | undefined {
  const found = around.exec(words)?.[1];
  if (found === undefined) return undefined;
  return /^\d+$/u.test(found) ? Number(found) : readChineseNumber(found);
}

/** All numbers of a message that holds nothing but numbers: `1 2`, `1和3`. */
export function readNumbers(words: string): readonly number[] | undefined {
  const parts = words.split(/[\s,,、和跟与及/;]+/u).filter((part) => part !== '');
  const numbers = parts.map(readNumber);
  return numbers.length > 0 && numbers.every((number) => number !== undefined) ? numbers : undefined;
}

function readChineseNumber(word: string): number | undefined {
  if (!word.includes('十')) return word.length === 1 ? digits.indexOf(word) : undefined;
  const [tens, ones, ...rest] = word.split('十');
  if (rest.length > 0) return undefined;
  return (tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0);
}
