// For tests only: the one place that says how many cases a property test tries.

const variable = 'ONETRIP_RUNS';

/**
 * Settings of a property test that tries `count` cases. Where ONETRIP_RUNS names a share such as 0.1, only that
 * share of them is tried and always the same ones: a mutation run repeats every test a thousand times, and what it
 * finds must not hang on chance.
 */
export function runs(count: number): { readonly numRuns: number; readonly seed?: number } {
  const share = process.env[variable];
  if (share === undefined) return { numRuns: count };
  return { numRuns: Math.max(1, Math.ceil(count * Number(share))), seed: 20_261_122 };
}
