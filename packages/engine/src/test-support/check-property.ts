// For tests only: the properties whose failures are kept, so that what failed once is tried first ever after.
import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { runs } from './runs.ts';

/** Where a property failed: fast-check's seed, and which of its cases it was. */
interface KeptFailure {
  readonly seed: number;
  readonly run: number;
}

type KeptFailures = Readonly<Record<string, readonly KeptFailure[]>>;

const keptFile = new URL('kept-failures.json', import.meta.url);

/** More than these are tried only where nothing is being mutated: a mutation run repeats every test a thousand times. */
const mostWhileMutating = 300;

/**
 * Tries a property on `count` cases, after every case on which it has failed before. A new failure is written into
 * kept-failures.json beside this file, to be committed with what mends it.
 */
export function checkProperty<T>(name: string, property: fc.IProperty<T>, count: number, file: URL = keptFile): void {
  const isMutating = runs(1).seed !== undefined;
  for (const { seed, run } of readKept(file)[name] ?? []) {
    fc.assert(property, { seed, path: String(run), numRuns: 1, endOnFailure: true });
  }
  const settings = runs(isMutating ? Math.min(count, mostWhileMutating) : count);
  const details = fc.check(property, settings);
  if (!details.failed) return;
  // The first number of the path is the case; those after it only lead to a smaller one that fails as well.
  if (!isMutating)
    keep(name, { seed: details.seed, run: Number(details.counterexamplePath?.split(':')[0] ?? 0) }, file);
  throw new Error(`${name}: ${fc.defaultReportMessage(details) ?? 'failed'}`, { cause: details.errorInstance });
}

function readKept(file: URL): KeptFailures {
  return JSON.parse(readFileSync(file, 'utf8')) as KeptFailures;
}

function keep(name: string, failure: KeptFailure, file: URL): void {
  const kept = readKept(file);
  writeFileSync(file, `${JSON.stringify({ ...kept, [name]: [...(kept[name] ?? []), failure] }, undefined, 2)}\n`);
}
