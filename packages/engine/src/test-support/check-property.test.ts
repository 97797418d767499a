import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkProperty } from './check-property.ts';

let file: URL;

beforeEach(() => {
  file = pathToFileURL(join(mkdtempSync(join(tmpdir(), 'onetrip-')), 'kept.json'));
  writeFileSync(file, '{}');
});

/** A property that fails on the larger half of the numbers, and writes down what it was tried on. */
function smallNumbers(tried: number[], limit: number) {
  return fc.property(fc.nat(1_000), (number) => {
    tried.push(number);
    expect(number).toBeLessThan(limit);
  });
}

describe('a property', () => {
  it('that holds keeps nothing', () => {
    checkProperty('small', smallNumbers([], 2_000), 50, file);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({});
  });

  it('is tried first on the case on which it failed before', () => {
    const first: number[] = [];
    expect(() => checkProperty('small', smallNumbers(first, 500), 50, file)).toThrow('small: Property failed');
    const failed = first.find((number) => number >= 500);
    const again: number[] = [];
    checkProperty('small', smallNumbers(again, 2_000), 50, file);
    expect(again[0]).toBe(failed);
    expect(again).toHaveLength(51);
  });

  it('keeps its failures apart from those of others', () => {
    expect(() => checkProperty('small', smallNumbers([], 500), 50, file)).toThrow();
    const tried: number[] = [];
    checkProperty('other', smallNumbers(tried, 2_000), 50, file);
    expect(tried).toHaveLength(50);
  });
});
