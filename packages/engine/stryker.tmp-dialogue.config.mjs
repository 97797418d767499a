/**
 * The mutation run: changes the rules and the stop logic in every small way it knows, and demands that a test fails
 * for at least nine changes in ten. Run by `pnpm mutate`, from the root.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: [
    'packages/engine/src/rules/**/*.ts',
    '!packages/engine/src/**/*.test.ts',
    '!packages/engine/src/**/*.oracle.ts',
    'packages/engine/src/dialogue/{machine,take-step}.ts',
  ],
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  // That configuration names the tests already.
  vitest: { configFile: 'packages/engine/vitest.tmp-dialogue.config.mjs', related: false },
  coverageAnalysis: 'perTest',
  // Only what the tests need is copied to where they run.
  ignorePatterns: ['**', '!packages/engine/src/**', '!packages/engine/*.{json,mjs}', '!package.json', '!tsconfig.base.json'],
  tempDirName: '.cache/mutation/sandbox',
  incremental: true,
  incrementalFile: '.cache/mutation/incremental-dialogue.json',
  concurrency: 2,
  // A busy machine is slow; only a mutant that never ends may run into this.
  timeoutMS: 10_000,
  timeoutFactor: 4,
  reporters: ['clear-text', 'html', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: '.cache/mutation/dialogue/index.html' },
  jsonReporter: { fileName: '.cache/mutation/dialogue/mutation.json' },
  thresholds: { high: 95, low: 92, break: 0 },
  disableTypeChecks: false,
  allowConsoleColors: false,
};
