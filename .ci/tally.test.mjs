import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lastLine, readReport } from './tally.mjs';

const WELL = { ok: true, why: '' };
const BADLY = { ok: false, why: 'exit code 1' };

let folder;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tally-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function reported(content, run = WELL) {
  const path = join(folder, 'report.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return readReport('engine', path, run);
}

const vitestReport = (numbers, files = []) => ({
  numTotalTests: Object.values(numbers).reduce((total, number) => total + number, 0),
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: files,
  ...numbers,
});

test('the numbers of vitest are taken over as they are', () => {
  const counts = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 };
  const files = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }];
  expect(reported(vitestReport(counts, files), BADLY)).toMatchObject({ passed: 7, failed: 1, skipped: 2 });
});

test('the numbers of the browser runner are taken over as they are', () => {
  expect(reported({ passed: 3, failed: 0, skipped: 1 })).toEqual({ passed: 3, failed: 0, skipped: 1, reasons: [] });
});

test('a test file that cannot be loaded is a failure', () => {
  const files = [{ status: 'failed', assertionResults: [] }];
  expect(reported(vitestReport({ numPassedTests: 5 }, files), BADLY)).toMatchObject({ passed: 5, failed: 1 });
});

test('tests that a dying worker took along are failures', () => {
  const result = reported({ ...vitestReport({ numPassedTests: 5, numFailedTests: 1 }), numTotalTests: 8 }, BADLY);
  expect(result).toMatchObject({ passed: 5, failed: 3, reasons: ['engine: 1 failed', 'engine: 2 tests never ended'] });
});

test('a runner that writes no report is a failure, however it ended', () => {
  expect(readReport('engine', join(folder, 'none.json'), WELL)).toMatchObject({ passed: 0, failed: 1 });
});

test.each(['', '{"passed": 3', '[]', '{"passed": "3", "failed": 0}', '{"passed": -1, "failed": 0}', 'null'])(
  'a report that reads %j is a failure',
  (content) => {
    expect(reported(content)).toMatchObject({ passed: 0, failed: 1 });
  },
);

test('a runner that ends badly after only good tests is a failure', () => {
  const result = reported(vitestReport({ numPassedTests: 5 }), BADLY);
  expect(result).toMatchObject({ passed: 5, failed: 1 });
  expect(result.reasons).toEqual(['engine: no test failed, yet the runner did (exit code 1)']);
});

test('a runner that ran nothing is a failure', () => {
  expect(reported(vitestReport({}))).toMatchObject({ passed: 0, failed: 1 });
});

test('the last line adds up the runners and every failed check', () => {
  const results = [
    { passed: 3, failed: 1, skipped: 0 },
    { passed: 4, failed: 0, skipped: 0 },
  ];
  expect(lastLine(results, ['lint', 'floors'])).toBe('7 passed, 3 failed');
});

test('the last line names skipped tests only when there are some', () => {
  expect(lastLine([{ passed: 3, failed: 0, skipped: 2 }], [])).toBe('3 passed, 0 failed, 2 skipped');
});
