import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { realEngine, startSlowClients } from '@onetrip/server/test-support';
import { percentile, rounded } from './cpu-time.ts';
import { startProcess } from './server-process.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const SLOW = 2000;
const requests = 2000;
const CREATIONS = 100_000;
const atOnce = 32;
/** All from one address, as a proxy in front reports it. */
const FROM = { 'X-Forwarded-For': '203.0.113.9' };

/** How long somebody waits who asks in one go, while 2,000 slow clients hold connections; and what a flood leaves behind. */
export async function benchSlow(): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-slow-'));
  const knowledge = join(folder, 'knowledge.json');
  writeFileSync(knowledge, JSON.stringify(realEngine().knowledge));
  execFileSync(process.execPath, [root('packages/server/build.mjs')]);
  const server = await startProcess([root('packages/server/dist/serve.js')], {
    ...{ KNOWLEDGE: knowledge, DATABASE: join(folder, 'onetrip.db'), PORT: '0', LOG_LEVEL: 'error' },
    TRUSTED_PROXIES: '127.0.0.1',
  });
  await waits(server.address, requests / 2);
  const quiet = await waits(server.address, requests);
  const slow = startSlowClients(server.address, SLOW);
  await slow.until(({ open }) => open === SLOW);
  const among = await waits(server.address, requests);
  const { open, cut } = slow.counts();
  await slow.stop();
  say('alone', quiet);
  say(`among ${String(open)} slow clients (${String(cut)} cut off so far)`, among);
  // The first time the heap grows to what so much at once needs; the second time shows what stays behind.
  const first = await openMany(server.address, server.megabytes);
  const second = await openMany(server.address, server.megabytes);
  for (const { opened, megabytes } of [first, second]) {
    const grown = `${String(rounded(megabytes))} MB more`;
    console.log(`${String(CREATIONS)} tries to open from one address: ${String(opened)} let through, ${grown}`);
  }
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  return {
    p99Millis: rounded(percentile(among, 0.99)),
    p99AloneMillis: rounded(percentile(quiet, 0.99)),
    slow: open,
    floodMegabytes: rounded(first.megabytes),
    secondFloodMegabytes: rounded(second.megabytes),
    floodOpened: first.opened,
    load: rounded(loadavg()[0] ?? 0),
  };
}

function say(where: string, millis: readonly number[]): void {
  const [middle, most] = [percentile(millis, 0.5), percentile(millis, 0.99)].map((value) => String(rounded(value)));
  console.log(`${where}: p50 ${middle ?? ''} ms, p99 ${most ?? ''} ms of ${String(millis.length)} requests`);
}

/** Opens consultations one after the other, every second one on a new connection; gives the wait for each answer. */
async function waits(address: string, count: number): Promise<readonly number[]> {
  const kept = new Agent({ keepAlive: true, maxSockets: 1 });
  const millis: number[] = [];
  for (let asked = 0; asked < count; asked += 1) {
    const began = performance.now();
    const status = await post(`${address}/api/consultations`, asked % 2 === 0 ? kept : new Agent());
    millis.push(performance.now() - began);
    if (status !== 201) throw new Error(`A request was answered with ${String(status)}.`);
  }
  kept.destroy();
  return millis;
}

/** Floods the server from one address and gives what it lets through, and by how much its memory grows. */
async function openMany(
  address: string,
  megabytes: () => number,
): Promise<{ readonly opened: number; readonly megabytes: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const before = megabytes();
  let left = CREATIONS;
  let opened = 0;
  const worker = async (): Promise<void> => {
    while (left-- > 0) {
      const status = await post(`${address}/api/consultations`, agent, FROM);
      if (status === 201) opened += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  agent.destroy();
  return { opened, megabytes: megabytes() - before };
}

async function post(address: string, agent: Agent, more: Readonly<Record<string, string>> = {}): Promise<number> {
  const headers = { 'Content-Type': 'application/json', ...more };
  const asked = request(address, { method: 'POST', agent, headers });
  asked.end('{}');
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  return answer.statusCode ?? 0;
}
