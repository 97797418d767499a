import type { Issue } from '../model/issue.ts';

/**
 * Issues as a list for people: one line each with file, line and column, then the source line with a caret, and
 * the count at the end.
 */
export function formatIssues(issues: readonly Issue[], files: ReadonlyMap<string, string>): string {
  const lines = new Map([...files].map(([file, text]) => [file, text.replace(/^\uFEFF/, '').split(/\r?\n/)]));
  const parts = issues.map((issue) => formatIssue(issue, lines.get(issue.file)?.[issue.line - 1]));
  return [...parts, countIssues(issues)].join('\n');
}

function formatIssue(issue: Issue, source: string | undefined): string {
  const { file, line, column, severity, code, message } = issue;
  const head = `${file}:${line}:${column}  ${severity}  ${code}  ${message}`;
  if (source === undefined || source.trim() === '') return head;
  const { shown, before } = excerpt(source, column - 1);
  return `${head}\n    ${shown}\n    ${blankLike(before)}^`;
}

/** A window around the fault: a line of a thousand characters helps nobody. */
function excerpt(source: string, index: number): { readonly shown: string; readonly before: string } {
  const from = index > 60 ? index - 40 : 0;
  const shown = source.slice(from, from + 100).replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, ' ');
  return { shown, before: shown.slice(0, index - from) };
}

/** Spaces as wide as the text: a Han character takes two columns of a terminal. */
function blankLike(text: string): string {
  return text
    .replace(/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/g, '  ')
    .replace(/[^ ]/g, ' ');
}

function countIssues(issues: readonly Issue[]): string {
  const errors = issues.filter((issue) => issue.severity === 'error').length;
  return `${errors} 个错误，${issues.length - errors} 个提醒`;
}
