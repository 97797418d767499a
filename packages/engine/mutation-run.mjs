/**
 * The settings of a mutation run over one floor: it changes the code in every small way it knows, and demands that a
 * test of the same floor fails for at least nine changes in ten. `pnpm mutate` runs every floor that has such a run.
 *
 * @param {string} floor the folder under src/
 * @param {string[]} files what is changed, under that folder
 * @returns {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export function mutationRun(floor, files) {
  const folder = `packages/engine/src/${floor}`;
  return {
    mutate: [...files.map((file) => `${folder}/${file}`), `!${folder}/**/*.test.ts`, `!${folder}/**/*.oracle.ts`],
    plugins: ['@stryker-mutator/vitest-runner', '@stryker-mutator/typescript-checker'],
    // What does not compile reaches nobody, and needs no test.
    checkers: ['typescript'],
    tsconfigFile: `packages/engine/tsconfig.${floor}.json`,
    testRunner: 'vitest',
    vitest: { configFile: `packages/engine/vitest.${floor}.config.mjs`, related: false },
    coverageAnalysis: 'perTest',
    // Only what the tests need is copied to where they run.
    ignorePatterns: [
      '**',
      '!packages/engine/src/**',
      '!packages/engine/*.{json,mjs}',
      '!package.json',
      '!tsconfig.base.json',
    ],
    tempDirName: '.cache/mutation/sandbox',
    incremental: true,
    incrementalFile: `.cache/mutation/${floor}.json`,
    concurrency: 2,
    // A busy machine is slow; only a mutant that never ends may run into this.
    timeoutMS: 10_000,
    timeoutFactor: 4,
    reporters: ['clear-text', 'html', 'json', 'progress-append-only'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    htmlReporter: { fileName: `.reports/mutation/${floor}.html` },
    jsonReporter: { fileName: `.reports/mutation/${floor}.json` },
    thresholds: { high: 95, low: 92, break: 90 },
    disableTypeChecks: false,
    allowConsoleColors: false,
  };
}

/**
 * The tests that a mutation run repeats for every change: those of the floor, with few cases and always the same.
 *
 * @param {string} floor the folder under src/
 */
export function mutationTests(floor) {
  return {
    test: {
      root: import.meta.dirname,
      include: [`src/${floor}/**/*.test.ts`],
      environment: 'node',
      // See src/test-support/runs.ts.
      env: { ONETRIP_RUNS: '0.1' },
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
}
