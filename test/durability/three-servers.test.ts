import { setTimeout as pause } from 'node:timers/promises';
import type { RunningPostgres } from '@onetrip/server/test-support';
import { startPostgres } from '@onetrip/server/test-support';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createRandom } from '../bench/random-item.ts';
import { demoEngine } from '../support/demo-engine.ts';
import { auditTalks, withDatabase } from './audit.ts';
import type { World } from './citizen.ts';
import type { Sent } from './send.ts';
import type { ServerProcess } from './server-process.ts';
import { startServer } from './server-process.ts';
import { holdTalks } from './talks.ts';

const SEED = 3;
const PATIENCE = 300_000;
const engine = demoEngine();
const faultless = { lost: 0, doubled: 0, changed: 0, receipts: 0, different: 0 };
let postgres: RunningPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.end());

describe('three servers on one PostgreSQL', { timeout: PATIENCE }, () => {
  it('end 500 conversations as without faults, each turn at another server, while one after another is killed', async () => {
    const { url, servers } = await startThree();
    const meeting = meet(servers);
    const killer = new Killer(url, servers);
    const world = (index: number): World => ({ ...meeting.world(index), acknowledged: () => killer.count() });
    const talks = await holdTalks(engine, { count: 500, atOnce: 12, world });
    await killer.end();
    const audit = await withDatabase(url, (database) => auditTalks(database, engine, talks));
    expect({ ...audit, changed: audit.changed + meeting.changes() }).toEqual(faultless);
    expect(talks).toHaveLength(500);
    expect(killer.kills).toBeGreaterThan(10);
  });

  it('say clearly that nothing is kept while PostgreSQL is stopped for ten seconds, and go on by themselves', async () => {
    const { url, servers } = await startThree();
    const meeting = meet(servers);
    const talking = holdTalks(engine, { count: 100, atOnce: 6, world: meeting.world });
    await pause(500);
    await postgres.stop();
    await pause(10_000);
    await postgres.start();
    const talks = await talking;
    const audit = await withDatabase(url, (database) => auditTalks(database, engine, talks));
    expect({ ...audit, changed: audit.changed + meeting.changes() }).toEqual(faultless);
    expect(talks).toHaveLength(100);
    const [refusal] = meeting.refusals;
    expect(meeting.refusals.length).toBeGreaterThan(20);
    expect(new Set(meeting.refusals.map(({ status }) => status))).toEqual(new Set([503]));
    expect(refusal).toMatchObject({ type: 'application/problem+json', retryAfter: expect.stringMatching(/^\d+$/) });
    expect(JSON.parse(refusal?.body ?? '{}')).toMatchObject({ code: 'not-kept', status: 503 });
    for (const server of servers) expect(await server.stop()).toBe(0);
  });
});

/** Turns after which the next server is killed: all along, and no more often on a slow machine. */
const TURNS_PER_KILL = 100;

/** Kills one server after another and starts it again, while the others go on. */
class Killer {
  kills = 0;
  readonly #url: string;
  readonly #servers: ServerProcess[];
  #turns = 0;
  #killing: Promise<void> = Promise.resolve();

  constructor(url: string, servers: ServerProcess[]) {
    this.#url = url;
    this.#servers = servers;
  }

  count(): void {
    this.#turns += 1;
    if (this.#turns % TURNS_PER_KILL === 0) this.#killing = this.#killing.then(() => this.#kill());
  }

  end(): Promise<void> {
    return this.#killing;
  }

  async #kill(): Promise<void> {
    const place = this.kills % this.#servers.length;
    this.kills += 1;
    await this.#servers[place]?.kill();
    this.#servers[place] = await startServer({ env: { DATABASE_URL: this.#url } });
  }
}

async function startThree(): Promise<{ readonly url: string; readonly servers: ServerProcess[] }> {
  const url = await postgres.newDatabase();
  const servers = await Promise.all([1, 2, 3].map(() => startServer({ env: { DATABASE_URL: url } })));
  onTestFinished(async () => {
    for (const server of servers) await server.kill();
  });
  return { url, servers };
}

/** Sends each message of a conversation, copies and repetitions too, to another server than the one before. */
function meet(servers: readonly ServerProcess[]) {
  const refusals: Sent[] = [];
  let changes = 0;
  const world = (index: number): World => {
    let sent = index;
    return {
      address: () => Promise.resolve(servers[(sent += 1) % servers.length]?.address ?? ''),
      random: createRandom(SEED + index),
      acknowledged: () => undefined,
      refused: (answer) => refusals.push(answer),
      changed: () => (changes += 1),
      weather: { mostCopies: 1.2, dropped: 0, late: 0.05 },
    };
  };
  return { world, refusals, changes: () => changes };
}
