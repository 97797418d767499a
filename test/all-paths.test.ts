import { describe, expect, it } from 'vitest';
import { demoEngine } from './support/demo-engine.ts';
import { noticeFaults } from './support/notice-faults.ts';
import { walkPaths } from './support/walk-paths.ts';

const engine = demoEngine();
const today = '2026-11-22';

/** 不清楚 is followed to every pair of questions; three of them in one path change nothing that two do not. */
const unsureAtMost = 2;

describe('every path through every service item', () => {
  it.each(engine.knowledge.items.map(({ id }) => id))(
    '%s ends in a complete notice, and no question is wasted',
    (item) => {
      const walk = walkPaths(engine, [item], { today, unsureAtMost });
      expect(walk.faults.slice(0, 20)).toEqual([]);
      const faults = new Set([...walk.notices.values()].flatMap(noticeFaults));
      expect([...faults]).toEqual([]);
      expect(walk.paths).toBeGreaterThan(0);
      console.log(`${item}: ${String(walk.paths)} paths, ${String(walk.notices.size)} different notices`);
    },
  );
});
