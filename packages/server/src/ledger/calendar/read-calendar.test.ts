import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readCalendar } from './read-calendar.ts';

const EXAMPLE = {
  source: '示例市放假安排（虚构）',
  until: '2030-12-31',
  closed: [{ from: '2030-10-01', to: '2030-10-07', why: '国庆节' }],
  open: [{ on: '2030-10-12', why: '国庆节调休' }],
};

describe('a calendar file', () => {
  test('is read as it is written', () => {
    expect(readCalendar(fileWith(JSON.stringify(EXAMPLE)))).toEqual(EXAMPLE);
  });

  test('that is missing or no JSON is said to be so', () => {
    expect(readCalendar('/nowhere/calendar.json')).toEqual({ code: 'calendar-not-found' });
    expect(readCalendar(fileWith('{'))).toEqual({ code: 'calendar-not-json' });
  });

  test.each([
    ['a day that does not exist', { until: '2030-02-30' }, 'until'],
    ['another year numbering', { until: '1930-01-01' }, 'until'],
    [
      'a holiday that ends before it begins',
      { closed: [{ from: '2030-10-07', to: '2030-10-01', why: '国庆节' }] },
      'closed.0',
    ],
    ['a holiday of years', { closed: [{ from: '2030-01-01', to: '2033-01-01', why: '国庆节' }] }, 'closed.0'],
    ['a holiday without a name', { closed: [{ from: '2030-10-01', to: '2030-10-07', why: '' }] }, 'closed.0.why'],
    ['a word nobody knows', { weekend: [] }, 'weekend'],
  ])('with %s is refused where it is wrong', (_, part, path) => {
    const fault = readCalendar(fileWith(JSON.stringify({ ...EXAMPLE, ...part })));
    expect(fault).toMatchObject({ code: 'calendar-invalid', errors: [{ path }] });
  });
});

function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const path = join(folder, 'calendar.json');
  writeFileSync(path, text);
  return path;
}
