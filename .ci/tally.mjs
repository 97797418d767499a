import { readFileSync } from 'node:fs';

/**
 * What one runner did, read from the report it wrote itself. A runner that crashed, wrote no report, ran nothing or
 * ended badly for a reason its report does not hold counts as one failure, so that nothing can fail in silence.
 *
 * @param {string} name
 * @param {string} path the report: vitest's JSON, or { passed, failed, skipped }
 * @param {{ ok: boolean, why: string }} run how the runner ended
 * @returns {{ passed: number, failed: number, skipped: number, reasons: string[] }}
 */
export function readReport(name, path, run) {
  let counts;
  try {
    counts = countsOf(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { passed: 0, failed: 1, skipped: 0, reasons: [`${name}: wrote no report (${run.why || 'ended well'})`] };
  }
  const { passed, failed, skipped, brokenFiles, unfinished } = counts;
  const reasons = failed > 0 ? [`${name}: ${failed} failed`] : [];
  if (brokenFiles > 0) reasons.push(`${name}: ${brokenFiles} test files could not be run`);
  if (unfinished > 0) reasons.push(`${name}: ${unfinished} tests never ended`);
  let more = brokenFiles + unfinished;
  if (failed + more === 0 && !run.ok) {
    more = 1;
    reasons.push(`${name}: no test failed, yet the runner did (${run.why})`);
  } else if (passed + failed + more === 0) {
    more = 1;
    reasons.push(`${name}: no test was run`);
  }
  return { passed, failed: failed + more, skipped, reasons };
}

function countsOf(report) {
  const counts = 'numTotalTests' in report ? countsOfVitest(report) : countsOfBrowser(report);
  const numbers = [counts.passed, counts.failed, counts.skipped, counts.brokenFiles, counts.unfinished];
  if (!numbers.every((number) => Number.isInteger(number) && number >= 0)) throw new TypeError('not a report');
  return counts;
}

function countsOfVitest(report) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  const { numPassedTests: passed, numFailedTests: failed, numTotalTests: total } = report;
  const skipped = report.numPendingTests + report.numTodoTests;
  // A worker that dies takes along the tests it had not come to.
  return { passed, failed, skipped, brokenFiles: broken.length, unfinished: total - passed - failed - skipped };
}

function countsOfBrowser({ passed, failed, skipped = 0 }) {
  return { passed, failed, skipped, brokenFiles: 0, unfinished: 0 };
}

/**
 * The last line of a test run: all runners' numbers, and one failure for every check that failed.
 *
 * @param {readonly { passed: number, failed: number, skipped: number }[]} results
 * @param {readonly string[]} failedChecks
 */
export function lastLine(results, failedChecks) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const failed = sum('failed') + failedChecks.length;
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
