import { defineConfig } from 'vitest/config';

/** Long enough that a busy machine fails no test; a hang is still found. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000 };

// The widget is missing on purpose: its tests run in a real browser, by packages/widget/web-test-runner.config.mjs.
const packages = ['engine', 'server', 'bot'].map((name) => ({
  test: { name, root: `packages/${name}`, include: ['src/**/*.test.ts'], environment: 'node', ...patience },
}));

const house = { test: { name: 'house', root: '.ci', include: ['**/*.test.mjs'], ...patience } };

export default defineConfig({ test: { projects: [...packages, house, 'test/vitest.config.ts'] } });
