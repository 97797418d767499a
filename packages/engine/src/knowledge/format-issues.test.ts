import { describe, expect, it } from 'vitest';
import { formatIssues } from './format-issues.ts';
import type { Issue } from '../model/issue.ts';

const issue: Issue = {
  code: 'unknown-source',
  severity: 'error',
  file: 'items/identity/card.yaml',
  line: 2,
  column: 17,
  message: '没有叫“card-lay”的来源；您是不是想写“card-law”？',
};

describe('formatIssues', () => {
  it('shows the place, the line and a caret under the fault', () => {
    const files = new Map([[issue.file, 'fees:\n  - { source: card-lay }\n']]);
    expect(formatIssues([{ ...issue, column: 15 }], files))
      .toBe(`items/identity/card.yaml:2:15  error  unknown-source  ${issue.message}
      - { source: card-lay }
                  ^
1 个错误，0 个提醒`);
  });

  it('puts the caret right behind characters of double width', () => {
    const files = new Map([[issue.file, '\r\n户口本，abc: x\r\n']]);
    const [, shown, caret] = formatIssues([{ ...issue, column: 5 }], files).split('\n');
    expect(shown).toBe('    户口本，abc: x');
    expect(caret).toBe(`    ${'  '.repeat(4)}^`);
  });

  it('cuts a window out of a very long line', () => {
    const files = new Map([[issue.file, `\n${'a'.repeat(500)}X${'b'.repeat(500)}`]]);
    const [, shown = '', caret = ''] = formatIssues([{ ...issue, column: 501 }], files).split('\n');
    expect(shown.length).toBeLessThan(110);
    expect(shown[caret.indexOf('^')]).toBe('X');
  });

  it('counts what there is, and says so when there is nothing', () => {
    const warning = { ...issue, severity: 'warning' } as const;
    expect(formatIssues([issue, warning, warning], new Map()).split('\n').at(-1)).toBe('1 个错误，2 个提醒');
    expect(formatIssues([], new Map())).toBe('0 个错误，0 个提醒');
  });
});
