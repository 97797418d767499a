import { numeralCharacters, readNumber } from './numerals.ts';

/** An age someone mentions, in whole years; `to` is not included. Without `to` there is no upper bound. */
export interface Age {
  readonly from: number;
  readonly to?: number;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

const number = `[${numeralCharacters}]{1,6}`;
const person =
  '我|他|她|妈|爸|娘|爹|爷|奶|公|婆|姥|姐|哥|弟|妹|儿子|女儿|闺女|孩子|小孩|宝宝|娃|孙|老人|老伴|老公|老婆|父亲|母亲|本人|今年|年龄|都|已经|快|才|刚|满|年满|未满|不满|不到';
const born = /刚出生|刚生|新生儿|新生婴儿|新生宝宝|才出生|刚满月|满月|出生没几天|月子里/gu;
/** 半岁 without a number before it; 一岁半 is read with the years. */
const halfYear = /半岁/gu;
const years = new RegExp(`(${number}) ?(多|几|来)?(?:个)?周?岁(半|多)?(以上|以下|以内|左右|出头)?`, 'gu');
const bare = new RegExp(
  `(?:${person})(?:也|都|已经|快|刚|才|满|今年|是){0,2} ?(${number})(?= ?了| |$|[，。,.;；!！?？的])`,
  'gu',
);
/** 我妈72驾照到期: two digits beside a relative, before anything that is not counted in pieces. */
const glued =
  /(?:妈|爸|娘|爹|爷|奶|公|婆|姥|父亲|母亲|老人|老伴) ?(\d\d)(?=\p{Script=Han})(?![个张本天年月号元块次份寸点楼路栋米万届级分])/gu;
const months = new RegExp(`(${number})个多?月`, 'gu');
const child = /(?:孩子|宝宝|宝贝|娃|婴儿|儿子|女儿|闺女|小孩|孙子|孙女|小儿)(?:才|刚|现在|已经|都|有|快|刚满|也)?$/u;

/**
 * Finds the ages told in a normalised text: 八岁, 十五六岁, 70多岁, 我妈72, 半岁, 刚满16, 未满16, 新生儿, 八个月的宝宝.
 *
 * Bare numbers count only beside a person, and months only beside a child, since most numbers at a window are not ages.
 */
export function findAges(text: string): readonly Age[] {
  const found = [...agesInYears(text), ...bareAges(text), ...babyAges(text)].sort((a, b) => a.start - b.start);
  return found.filter((age, index) => found.findIndex((other) => overlaps(age, other)) === index);
}

function overlaps(a: Age, b: Age): boolean {
  return a.start < b.end && b.start < a.end;
}

function agesInYears(text: string): readonly Age[] {
  const ages: Age[] = [];
  for (const match of text.matchAll(years)) {
    const span = readSpan(match[1] ?? '', match[2]);
    if (span === undefined) continue;
    const bounds = bound(span, text.slice(0, match.index), match[4] ?? '');
    ages.push({ ...bounds, start: match.index, end: match.index + match[0].length });
  }
  return ages;
}

function bareAges(text: string): readonly Age[] {
  const ages: Age[] = [];
  for (const match of [...text.matchAll(bare), ...text.matchAll(glued)]) {
    const value = readNumber(match[1] ?? '');
    const end = match.index + match[0].length;
    if (value === undefined || value < 1 || value > 120) continue;
    const start = end - (match[1] ?? '').length;
    ages.push({ ...bound({ from: value, to: value + 1 }, text.slice(0, start), ''), start, end });
  }
  return ages;
}

function babyAges(text: string): readonly Age[] {
  const ages: Age[] = [];
  for (const match of [...text.matchAll(born), ...text.matchAll(halfYear)]) {
    ages.push({ from: 0, to: 1, start: match.index, end: match.index + match[0].length });
  }
  for (const match of text.matchAll(months)) {
    const count = readNumber(match[1] ?? '');
    const end = match.index + match[0].length;
    if (count === undefined || count > 36 || !isChildsAge(text, match.index, end)) continue;
    const year = Math.floor(count / 12);
    ages.push({ from: year, to: year + 1, start: match.index, end });
  }
  return ages;
}

/** 八个月大, 孩子八个月, 八个月的宝宝, or nothing else said; not 过期三个月 and not 怀孕八个月. */
function isChildsAge(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 8), start);
  if (/(?:怀孕|怀|孕)(?:了|有)?$/u.test(before)) return false;
  if (start === 0 && /^[了。.]?$/u.test(text.slice(end))) return true;
  return (
    child.test(before) || /^(?:大|的?(?:孩子|宝宝|宝贝|娃|婴儿|儿子|女儿|闺女|小孩|孙))/u.test(text.slice(end, end + 4))
  );
}

interface Years {
  readonly from: number;
  readonly to?: number;
}

/** 八 → 8..9, 十五六 → 15..17, 三四十 → 30..50, 七十多 → 70..80. */
function readSpan(numeral: string, vague: string | undefined): Years | undefined {
  const exact = readNumber(numeral);
  if (exact !== undefined && !(numeral.length === 2 && /^[一二三四五六七八九]{2}$/u.test(numeral))) {
    if (exact > 150) return undefined;
    if (vague === undefined) return { from: exact, to: exact + 1 };
    return vague === '来'
      ? { from: exact - 3, to: exact + 4 }
      : { from: exact, to: exact + (exact % 10 === 0 ? 10 : 1) };
  }
  const twoDigits = /^(.{0,2}?)([一二三四五六七八九])([一二三四五六七八九])(十?)$/u.exec(numeral);
  if (twoDigits === null) return undefined;
  const [, lead = '', low = '', high = '', ten = ''] = twoDigits;
  const from = readNumber(lead + low + ten);
  const last = readNumber(lead + high + ten);
  if (from === undefined || last === undefined || last !== from + (ten === '' ? 1 : 10)) return undefined;
  return { from, to: ten === '' ? last + 1 : last + 10 };
}

/** What stands around an age can turn it into a bound. 以下 is how people say 不满; the law's 以下 is not meant. */
function bound(span: Years, before: string, after: string): Years {
  const { from } = span;
  if (/(?:未满|不满|没满|不到|没到|还没满|还没到|小于|低于)$/u.test(before) || after === '以下' || after === '以内') {
    return { from: 0, to: from };
  }
  if (/(?:刚满|刚刚满|刚过|才满)$/u.test(before)) return span;
  if (/(?:快|快要|将近|马上|快满)$/u.test(before)) return { from: Math.max(0, from - 1), to: from };
  if (after === '以上' || /(?:已满|年满|超过|大于|过了|满)$/u.test(before)) return { from };
  if (after === '左右') return { from: Math.max(0, from - 2), to: from + 3 };
  return after === '出头' ? { from, to: from + 5 } : span;
}
