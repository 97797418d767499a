import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createRandom } from '../bench/random-item.ts';
import { demoEngine } from '../support/demo-engine.ts';
import { auditTalks, withDatabase } from './audit.ts';
import { startServer } from './server-process.ts';
import { holdTalks } from './talks.ts';

/** The machine may be busy. */
const PATIENCE = 300_000;
const SEED = 5;
const STORM = { mostCopies: 5, dropped: 0.2, late: 0.1 };

it(
  'ends 500 conversations as without faults when messages are doubled, delayed and left without an answer',
  { timeout: PATIENCE },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'onetrip-storm-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'onetrip.db');
    const server = await startServer({ env: { DATABASE: file } });
    onTestFinished(() => server.kill());
    let changed = 0;
    let acknowledged = 0;
    const talks = await holdTalks(demoEngine(), {
      count: 500,
      atOnce: 16,
      world: (index) => ({
        address: () => Promise.resolve(server.address),
        random: createRandom(SEED + index),
        acknowledged: () => (acknowledged += 1),
        refused: () => undefined,
        changed: () => (changed += 1),
        weather: STORM,
      }),
    });
    await server.stop();
    const audit = await withDatabase(file, (database) => auditTalks(database, demoEngine(), talks));
    expect({ ...audit, changed: audit.changed + changed }).toEqual({
      lost: 0,
      doubled: 0,
      changed: 0,
      receipts: 0,
      different: 0,
    });
    expect(talks).toHaveLength(500);
    expect(acknowledged).toBeGreaterThan(1500);
  },
);
