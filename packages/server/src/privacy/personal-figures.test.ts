import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMATS, inMessage } from '../test-support/personal-numbers.ts';
import { cleanSentences } from '../test-support/clean-sentences.ts';
import { maskPersonal } from './mask-personal.ts';
import { isResidentId } from './resident-id.ts';

/** Beside the repository; not part of it. */
const QUERIES = fileURLToPath(new URL('../../../../../shared/queries/dev.tsv', import.meta.url));
const RUNS = 10_000;
const seed = 20261122;

describe(`of ${RUNS.toLocaleString('en')} messages with a personal number`, () => {
  test('at least 995 in 1,000 keep nothing of it, in each of twelve formats', () => {
    const formats = Object.entries(FORMATS);
    expect(formats).toHaveLength(12);
    const missed = formats.flatMap(([format, number]) =>
      fc
        .sample(inMessage(number), { numRuns: Math.ceil(RUNS / formats.length), seed })
        .filter((message) => !/〔[^〕]+〕/.test(maskPersonal(message)) || holdsNumber(maskPersonal(message)))
        .map((message) => `${format}: ${message}`),
    );
    console.log(`recall ${String(100 - (100 * missed.length) / RUNS)} %`);
    expect(missed.length / RUNS, missed.slice(0, 20).join('\n')).toBeLessThanOrEqual(0.005);
  });
});

/** Seven digits or more in a row are no date and no hour of the words around. */
function holdsNumber(masked: string): boolean {
  return /\d{7,}/.test(masked.replace(/[ -]/g, '').replace('20261122', ''));
}

describe('clean sentences', () => {
  test('of the knowledge and of offices: at most 1 in 1,000 is changed', () => {
    const sentences = cleanSentences();
    const changed = sentences.filter((sentence) => maskPersonal(sentence) !== sentence);
    console.log(`${String(sentences.length)} clean sentences, ${String(changed.length)} changed`);
    expect(sentences.length).toBeGreaterThanOrEqual(10_000);
    expect(changed.length / sentences.length, changed.slice(0, 20).join('\n')).toBeLessThanOrEqual(0.001);
  });

  test.skipIf(!existsSync(QUERIES))(
    'that citizens sent, where a collection of them is at hand: at most 1 in 1,000',
    () => {
      const queries = readFileSync(QUERIES, 'utf8')
        .split('\n')
        .map((line) => line.split('\t')[0] ?? '');
      const changed = queries.filter((query) => maskPersonal(query) !== query);
      expect(queries.length).toBeGreaterThan(100);
      expect(changed.length / queries.length, changed.join('\n')).toBeLessThanOrEqual(0.001);
    },
  );
});

test('of a million random rows of eighteen digits at most 41 pass for a resident id', () => {
  // Provinces, days and one check digit in eleven: 0.45 · 91,311 / 10⁸ · 1/11, which makes 37 of a million.
  let state = seed;
  const digit = (): string => {
    // Park and Miller, so that every run draws the same rows.
    state = (state * 48_271) % 2_147_483_647;
    return String(Math.floor((state / 2_147_483_647) * 10));
  };
  let passed = 0;
  for (let at = 0; at < 1_000_000; at += 1) {
    if (isResidentId(Array.from({ length: 18 }, digit).join(''))) passed += 1;
  }
  console.log(`${String(passed)} of a million random numbers pass for a resident id`);
  expect(passed).toBeGreaterThan(0);
  expect(passed).toBeLessThanOrEqual(41);
});
