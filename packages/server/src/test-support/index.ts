// For tests and benches that stand above the server; no part of the product.
export { quickCheck } from './quick-check.ts';
export { startPostgres } from './start-postgres.ts';
export type { RunningPostgres } from './start-postgres.ts';
