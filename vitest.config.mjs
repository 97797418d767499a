import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// The widget is missing on purpose: its tests run in a real browser, by packages/widget/web-test-runner.config.mjs.
const packages = ['engine', 'server', 'bot'].map((name) => ({
  test: { name, root: `packages/${name}`, include: ['src/**/*.test.ts'], environment: 'node' },
}));

const house = { test: { name: 'house', root: '.ci', include: ['**/*.test.mjs'], testTimeout: 60_000 } };

const crossing = existsSync('test/vitest.config.ts') ? ['test/vitest.config.ts'] : [];

export default defineConfig({ test: { projects: [...packages, house, ...crossing] } });
