import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createApp } from '../app.ts';
import { openDatabase } from '../storage/open-database.ts';
import { realEngine } from '../test-support/real-engine.ts';
import { temporaryPath } from '../test-support/temporary-database.ts';
import { testClock } from '../test-support/test-clock.ts';

const OPENINGS = 100_000;
/** Milliseconds; the machine may be busy. */
const PATIENCE = 300_000;

test(
  'a hundred thousand openings from one address are refused but for some, and cost a row each and little memory',
  async () => {
    const database = await openDatabase(temporaryPath());
    const clock = testClock();
    const app = createApp({ engine: realEngine(), database, clock });
    const open = async (remoteAddress: string): Promise<number> => {
      const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' };
      return (await app.request('/api/consultations', init, { incoming: { socket: { remoteAddress } } })).status;
    };
    // All there is to load, and as many as are remembered, before anything is counted.
    for (let index = 0; index < 20_000; index += 1) await open('127.0.0.1');
    const before = heapMegabytes();
    const rowsBefore = await rows();
    const statuses = new Map<number, number>();
    for (let index = 0; index < OPENINGS; index += 1) {
      const status = await open('203.0.113.9');
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      // A thousand each second.
      clock.pass(1);
    }
    const accepted = statuses.get(201) ?? 0;
    expect([...statuses.keys()].sort()).toEqual([201, 429]);
    expect(accepted).toBeLessThan(17_000);
    expect((await rows()) - rowsBefore).toBe(accepted);
    expect(heapMegabytes() - before).toBeLessThan(20);
    // Nobody else notices.
    expect(await open('198.51.100.7')).toBe(201);
    await database.close();

    async function rows(): Promise<number> {
      const { count } = database.reader.fn;
      const row = await database.reader
        .selectFrom('consultations')
        .select(count<number>('id').as('count'))
        .executeTakeFirstOrThrow();
      return Number(row.count);
    }
  },
  PATIENCE,
);

function heapMegabytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
