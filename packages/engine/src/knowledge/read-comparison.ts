import type { Bound, Comparison } from '../model/condition.ts';
import { comparedRange } from '../rules/axis.ts';
import { dayNumber } from '../rules/range.ts';
import type { IssueLog } from './issue-log.ts';
import { present } from './present.ts';
import type { Located } from './yaml/located.ts';
import { MapReader } from './yaml/map-reader.ts';
import { shorten } from './yaml/read-scalar.ts';

const RELATIVE_DAY = /^today(?: ?([+-]) ?(\d{1,5}))?$/;

/** Reads `{ gte: 16, lt: 60 }` or `{ gte: today-30 }`; the bounds must be of the question's own kind. */
export function readComparison(node: Located, kind: 'number' | 'date', log: IssueLog): Comparison | undefined {
  const reader = MapReader.over(node, '比较', log);
  if (!reader) return undefined;
  const bound = (key: string) => {
    const value = reader.optional(key);
    return value && readBound(value, kind, log);
  };
  const compare: Comparison = present({ lt: bound('lt'), lte: bound('lte'), gt: bound('gt'), gte: bound('gte') });
  const written = ['lt', 'lte', 'gt', 'gte'].filter((key) => reader.has(key)).length;
  reader.close();
  if (written === 0)
    log.error(reader.at, 'empty-comparison', '比较里没有界限；请写 gte（不小于）、gt、lt（小于）或 lte。');
  if (written === 0 || Object.keys(compare).length < written) return undefined;
  if (!isEmptyRange(compare)) return compare;
  log.error(reader.at, 'empty-range', '没有一个数能同时满足这些界限；请看看大于和小于是不是写反了。');
  return undefined;
}

/** One bound: a whole number, a date, or a day counted from today. */
export function readBound(node: Located, kind: 'number' | 'date', log: IssueLog): Bound | undefined {
  if (kind === 'number') {
    if (node.kind === 'number' && Number.isSafeInteger(node.value)) return node.value as number;
    log.error(node.at, 'wrong-bound', `这道题的答案是整数，“${quoteOf(node)}”不是；请写成 16 这样。`);
    return undefined;
  }
  const text = node.kind === 'text' ? String(node.value).trim() : '';
  if (dayNumber(text) !== undefined) return text;
  const relative = RELATIVE_DAY.exec(text);
  if (relative) return { today: Number(`${relative[1] ?? ''}${relative[2] ?? '0'}`) };
  const message = `这道题的答案是日期，“${quoteOf(node)}”不是；请写成 2026-01-01 或 today-30 这样。`;
  log.error(node.at, 'wrong-bound', message);
  return undefined;
}

/** Words of a node for a message. */
export function quoteOf(node: Located): string {
  return 'written' in node ? shorten(node.written.trim()) : '……';
}

/** Bounds relative to today and fixed dates can meet on some days only, so a mixture is never called empty. */
function isEmptyRange(compare: Comparison): boolean {
  const relative = Object.values(compare).map((bound: Bound) => typeof bound === 'object');
  if (new Set(relative).size > 1) return false;
  const range = comparedRange(compare, '2000-01-01');
  return range.from >= range.to;
}
