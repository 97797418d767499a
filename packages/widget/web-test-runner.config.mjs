// Component tests in a real browser. CHROMIUM_PATH names the browser; the report is read by the house's test script.
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Counts the tests of every file into `.reports/widget.json`. */
function tallyReporter() {
  return {
    async stop({ sessions }) {
      const tally = { passed: 0, failed: 0, skipped: 0 };
      for (const { testResults, errors, passed } of sessions) {
        const tests = testsOf(testResults);
        tally.passed += tests.filter((test) => test.passed).length;
        tally.skipped += tests.filter((test) => test.skipped).length;
        tally.failed += tests.filter((test) => !test.passed && !test.skipped).length;
        // A file that does not load has no tests to fail.
        if (!passed && (errors.length > 0 || tests.length === 0)) tally.failed += 1;
      }
      await mkdir(here('../../.reports'), { recursive: true });
      await writeFile(here('../../.reports/widget.json'), `${JSON.stringify(tally)}\n`);
    },
  };
}

function testsOf(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : [];
}

export default {
  files: 'src/**/*.test.ts',
  rootDir: here('../..'),
  nodeResolve: { exportConditions: ['browser', 'production'] },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: here('tsconfig.json') })],
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--disable-dev-shm-usage',
        ],
      },
    }),
  ],
  concurrency: 1,
  testFramework: { config: { timeout: '15000' } },
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), tallyReporter()],
};
