import { defineConfig } from 'vitest/config';

// One file at a time: the browser, the server and the walk through all paths would only slow each other down.
export default defineConfig({
  test: {
    name: 'crossing',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    globalSetup: ['support/build-once.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    maxWorkers: 1,
  },
});
