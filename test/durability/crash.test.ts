import { expect, it } from 'vitest';
import { demoEngine } from '../support/demo-engine.ts';
import { crash } from './crash.ts';

it('loses, doubles and changes no acknowledged turn in 20 kills under load', { timeout: 300_000 }, async () => {
  const figures = await crash(demoEngine(), { kills: 20, citizens: 8, mostTurns: 40, seed: 20261122 });
  const { lost, doubled, changed, receipts, different, file, turns, ready } = figures;
  expect({ lost, doubled, changed, receipts, different, file }).toEqual({
    lost: 0,
    doubled: 0,
    changed: 0,
    receipts: 0,
    different: 0,
    file: 'ok',
  });
  // Enough turns were under way for a kill to hit some of them.
  expect(turns).toBeGreaterThan(100);
  expect(ready).toHaveLength(20);
});
