import { defineConfig } from 'vitest/config';

// The tests that hold the rules and the stop logic, and no others: a mutation run repeats them for every mutant.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['src/rules/**/*.test.ts', 'src/dialogue/**/*.test.ts'],
    environment: 'node',
    // Few cases, and always the same: see src/test-support/runs.ts.
    env: { ONETRIP_RUNS: '0.1' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
