import type { RunningPostgres } from '@onetrip/server/test-support';
import { freePorts, startPostgres } from '@onetrip/server/test-support';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createRandom } from '../bench/random-item.ts';
import { demoEngine } from '../support/demo-engine.ts';
import { auditTalks, withDatabase } from './audit.ts';
import type { Talk, World } from './citizen.ts';
import { hasReverseProxy, startReverseProxy } from './reverse-proxy.ts';
import type { ServerProcess } from './server-process.ts';
import { startServer } from './server-process.ts';
import { holdTalks } from './talks.ts';

const SEED = 7;
const PATIENCE = 300_000;
/** Each of the three is restarted so often. */
const ROUNDS = 2;
const engine = demoEngine();
const withProxy = hasReverseProxy();
let postgres: RunningPostgres | undefined;

beforeAll(async () => {
  if (withProxy) postgres = await startPostgres();
});

afterAll(() => postgres?.end());

// What restarting looks like from outside can only be seen through the reverse proxy that is delivered.
describe.skipIf(!withProxy)('three servers behind the reverse proxy of deploy/', { timeout: PATIENCE }, () => {
  it('are restarted one after another, and nobody who talks meets a refusal or a broken connection', async () => {
    const url = (await postgres?.newDatabase()) ?? '';
    const ports = await freePorts(3);
    const start = (port: number): Promise<ServerProcess> =>
      startServer({ env: { DATABASE_URL: url, PORT: String(port), DRAIN_SECONDS: '1' } });
    const servers = await Promise.all(ports.map(start));
    const proxy = await startReverseProxy(ports);
    onTestFinished(async () => {
      await proxy.end();
      for (const server of servers) await server.kill();
    });

    const met: string[] = [];
    const world = (index: number): World => ({
      address: () => Promise.resolve(proxy.address),
      random: createRandom(SEED + index),
      acknowledged: () => undefined,
      refused: ({ status, body }) => met.push(`${String(status)} ${body}`),
      broken: () => met.push('a broken connection'),
      changed: ({ turn }) => met.push(`another answer to ${turn}`),
    });
    const codes: (number | null)[] = [];
    let restarting = true;
    const restarts = (async () => {
      for (let turn = 0; turn < ROUNDS * ports.length; turn += 1) {
        const place = turn % ports.length;
        codes.push((await servers[place]?.stop()) ?? null);
        servers[place] = await start(ports[place] ?? 0);
      }
      restarting = false;
    })();
    const talks: Talk[] = [];
    while (restarting) talks.push(...(await holdTalks(engine, { count: 24, atOnce: 8, world })));
    await restarts;

    expect(met).toEqual([]);
    expect(codes).toEqual(Array.from({ length: ROUNDS * ports.length }, () => 0));
    const audit = await withDatabase(url, (database) => auditTalks(database, engine, talks));
    expect(audit).toEqual({ lost: 0, doubled: 0, changed: 0, receipts: 0, different: 0 });
    // The servers really were away: the proxy has asked others instead.
    expect(proxy.log()).toMatch(/connect\(\) failed|prematurely closed|no live upstreams/);
  });
});
