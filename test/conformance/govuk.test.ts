import { join } from 'node:path';
import { createEngine } from '@onetrip/engine';
import { readKnowledge } from '@onetrip/engine/knowledge';
import { afterAll, describe, expect, it } from 'vitest';
import { measureFlow } from './measure-flow.ts';
import type { Flow, Measured } from './measure-flow.ts';
import { recorded } from './recorded-paths.ts';

const flows: readonly Flow[] = [
  { flow: 'towing-rules', today: '2015-01-01' },
  { flow: 'inherits-someone-dies-without-will', today: '2015-01-01' },
  { flow: 'uk-benefits-abroad', today: '2015-01-01' },
  { flow: 'register-a-birth', today: '2015-01-01' },
  { flow: 'marriage-abroad', today: '2016-10-01' },
];

const { knowledge, issues } = await readKnowledge(join(import.meta.dirname, 'flows'));
const errors = issues.filter(({ severity }) => severity === 'error');

describe('the GOV.UK flows as knowledge', () => {
  it('compile without an error', () => {
    expect(errors).toEqual([]);
  });
});

describe.skipIf(!recorded)('what GOV.UK answered (skipped where its records are not at hand)', () => {
  const known = new Map<string, Measured>();
  const measured = (flow: Flow): Measured => {
    if (knowledge === undefined) throw new Error('The flows do not compile.');
    const before = known.get(flow.flow) ?? measureFlow(createEngine(knowledge), flow);
    known.set(flow.flow, before);
    return before;
  };

  describe.each(flows)('$flow', (flow) => {
    it('ends in the recorded outcome on every path', () => {
      const { otherOutcomes, sameOutcome, paths } = measured(flow);
      expect(otherOutcomes).toEqual([]);
      expect(sameOutcome).toBe(paths);
    });

    it('says the same where the recorded texts are the same, and something else where they differ', () => {
      const { confused, toldApart, texts } = measured(flow);
      expect(confused).toEqual([]);
      expect(toldApart).toBe(texts);
    });

    it('asks nothing that was never answered on a path, and nothing that changes no text', () => {
      expect(measured(flow).faults).toEqual([]);
    });

    it('asks no more questions than GOV.UK, whichever way they are averaged', () => {
      const { theirs, ours } = measured(flow);
      expect(ours.mean).toBeLessThanOrEqual(theirs.mean);
      expect(ours.expected).toBeLessThanOrEqual(theirs.expected + 1e-9);
    });
  });

  afterAll(() => {
    console.log(table(known));
  });
});

/** The comparison as it stands in README.md. */
function table(known: ReadonlyMap<string, Measured>): string {
  const rows = [...known].map(([flow, { paths, sameOutcome, texts, toldApart, theirs, ours }]) => [
    flow,
    ...[paths, `${sameOutcome} of ${paths}`, `${toldApart} of ${texts}`].map(String),
    ...[theirs.mean, ours.mean, theirs.expected, ours.expected].map((count) => count.toFixed(3)),
  ]);
  const head = [
    'flow',
    'paths',
    'outcomes same',
    'texts told apart',
    'theirs, mean',
    'ours, mean',
    'theirs, expected',
    'ours, expected',
  ];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
