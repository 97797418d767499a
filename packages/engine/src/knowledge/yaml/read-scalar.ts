import { dayNumber } from '../../rules/range.ts';
import type { IssueLog } from '../issue-log.ts';
import { nearestWord } from '../nearest-word.ts';
import type { Located } from './located.ts';

/** Longer texts are pasted by mistake; a notice has no room for them. */
const MAX_TEXT = 2_000;
const HIDDEN = /(?!\n)[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]|\p{Cs}/u;
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** What a scalar reader needs to name the fault. */
export interface ScalarContext {
  readonly log: IssueLog;
  /** The key it stands under, quoted in messages. */
  readonly key: string;
}

/** A text that a person reads. Numbers are taken as written, so that a telephone needs no quotes. */
export function readText(node: Located, { log, key }: ScalarContext): string | undefined {
  if (node.kind !== 'text' && node.kind !== 'number') {
    const advice = node.kind === 'flag' ? '请给它加上单引号。' : '请写成一句话。';
    log.error(node.at, 'not-a-text', `“${key}”应当是文字；${advice}`);
    return undefined;
  }
  const text = node.written.trim();
  if (text === '') {
    log.error(node.at, 'empty-text', `“${key}”是空的；请写上内容，或删去这一行。`);
    return undefined;
  }
  if (text.length > MAX_TEXT) {
    log.error(node.at, 'text-too-long', `“${key}”有 ${text.length} 个字，最多 ${MAX_TEXT} 个；请写短。`);
    return undefined;
  }
  const hidden = HIDDEN.exec(text);
  if (hidden) {
    const code = (hidden[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    log.error(node.at, 'hidden-character', `“${key}”里有看不见的字符 U+${code}；请删掉后重打这一行。`);
    return undefined;
  }
  return text;
}

/** An id: small Latin letters, digits and hyphens. */
export function readId(node: Located, { log, key }: ScalarContext): string | undefined {
  const text = readText(node, { log, key });
  if (text === undefined) return undefined;
  if (KEBAB.test(text) && text.length <= 80) return text;
  log.error(
    node.at,
    'bad-id',
    `“${key}”里的编号“${shorten(text)}”写得不对；请只用小写英文、数字和连字符，例如 household-register。`,
  );
  return undefined;
}

/** One of a few fixed words. */
export function readOneOf<W extends string>(
  node: Located,
  words: readonly W[],
  { log, key }: ScalarContext,
): W | undefined {
  const text = readText(node, { log, key });
  if (text === undefined) return undefined;
  const found = words.find((word) => word === text);
  if (found !== undefined) return found;
  const near = nearestWord(text, words);
  const advice = near === undefined ? `请从 ${words.join('、')} 里选一个。` : `您是不是想写“${near}”？`;
  log.error(node.at, 'unknown-word', `“${key}”不能是“${shorten(text)}”；${advice}`);
  return undefined;
}

/** A number within bounds; `whole` refuses fractions. */
export function readNumber(
  node: Located,
  bounds: { readonly min: number; readonly max: number; readonly whole?: boolean },
  { log, key }: ScalarContext,
): number | undefined {
  if (node.kind !== 'number' || typeof node.value !== 'number') {
    log.error(node.at, 'not-a-number', `“${key}”应当是数字；请去掉单位和引号。`);
    return undefined;
  }
  const { value } = node;
  const fits = value >= bounds.min && value <= bounds.max && (bounds.whole !== true || Number.isInteger(value));
  if (fits) return value;
  const kind = bounds.whole === true ? '整数' : '数';
  log.error(
    node.at,
    'number-out-of-range',
    `“${key}”是 ${node.written}，请写 ${bounds.min} 到 ${bounds.max} 的${kind}。`,
  );
  return undefined;
}

/** `true` or `false`. */
export function readFlag(node: Located, { log, key }: ScalarContext): boolean | undefined {
  if (node.kind === 'flag') return node.value === true;
  log.error(node.at, 'not-a-flag', `“${key}”只有是和不是；请写 true 或 false。`);
  return undefined;
}

/** A day that exists, as `2026-11-20`. Text all the way: never a moment in some time zone. */
export function readDate(node: Located, { log, key }: ScalarContext): string | undefined {
  const text = readText(node, { log, key });
  if (text === undefined) return undefined;
  if (dayNumber(text) !== undefined) return text;
  log.error(node.at, 'bad-date', `“${key}”里的“${shorten(text)}”不是一个日期；请写成 2026-11-20 这样。`);
  return undefined;
}

/** Words short enough to quote. */
export function shorten(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
