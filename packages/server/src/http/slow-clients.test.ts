import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Reply } from '@onetrip/engine';
import { describe, expect, onTestFinished, test } from 'vitest';
import { realEngine } from '../test-support/real-engine.ts';
import { startSlowClients } from '../test-support/slow-clients.ts';
import type { SlowClients } from '../test-support/slow-clients.ts';
import { CONNECTION_LIMITS } from './connection-limits.ts';

const SERVE = fileURLToPath(new URL('../serve.ts', import.meta.url));
const SLOW = 2000;
/** Some are always dialling again, because their time was up. */
const CLIENTS = 2300;
/** Three processes start and two thousand connections are made before anything is asked. */
const PATIENCE = 120_000;

describe('two thousand clients that send drop by drop', { timeout: PATIENCE }, () => {
  test('keep nobody waiting who asks in one go, whether on a new connection or on one that was kept', async () => {
    const address = await startServer();
    const slow = slowClients(address);
    await slow.until(({ open }) => open >= SLOW);
    await holdTalks(address);
    // They were there all the while.
    expect(slow.counts().open).toBeGreaterThan(SLOW / 2);
  });

  test('lock nobody out of a server whose system gives it a thousand file handles', async () => {
    const address = await startServer(1024);
    const slow = slowClients(address);
    await slow.until(({ open, cut }) => open > 800 && cut > SLOW / 4);
    await holdTalks(address);
  });
});

function slowClients(address: string): SlowClients {
  const slow = startSlowClients(address, CLIENTS);
  onTestFinished(() => slow.stop());
  return slow;
}

/** Holds conversations that ask for everything in one go; each answer is what it is on a quiet day. */
async function holdTalks(address: string): Promise<void> {
  const kept = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let held = 0; held < 10; held += 1) {
    await holdTalk(address, kept);
    await holdTalk(address, new Agent());
  }
  kept.destroy();
}

async function holdTalk(address: string, agent: Agent): Promise<void> {
  const opened = await post(agent, `${address}/api/consultations`, { items: ['resident-id-card'] });
  expect(opened.status).toBe(201);
  let { reply } = opened.body;
  for (let turn = 1; reply.kind === 'ask'; turn += 1) {
    const { id: question, options } = reply.question;
    const input = { kind: 'answer', question, value: options[0]?.value ?? '' };
    const path = `${address}/api/consultations/${opened.body.id}/turns`;
    const taken = await post(agent, path, { turn: `t${String(turn)}`, input });
    expect(taken.status).toBe(200);
    ({ reply } = taken.body);
  }
  expect(reply.kind).toBe('notice');
}

interface Answer {
  readonly status: number | undefined;
  readonly body: { readonly id: string; readonly reply: Reply };
}

/** Gives up where the server would give a slow client up: nobody who asks in one go waits until then. */
async function post(agent: Agent, address: string, body: object): Promise<Answer> {
  const signal = AbortSignal.timeout(CONNECTION_LIMITS.headersTimeout);
  const headers = { 'Content-Type': 'application/json' };
  const asked = request(address, { method: 'POST', agent, headers, signal });
  asked.end(JSON.stringify(body));
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const pieces: Buffer[] = [];
  for await (const piece of answer) pieces.push(piece as Buffer);
  return { status: answer.statusCode, body: JSON.parse(Buffer.concat(pieces).toString()) as Answer['body'] };
}

/** Starts the real server in a process of its own, with so many file handles. */
async function startServer(handles?: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-slow-'));
  const knowledge = join(folder, 'knowledge.json');
  writeFileSync(knowledge, JSON.stringify(realEngine().knowledge));
  const env = {
    ...process.env,
    KNOWLEDGE: knowledge,
    DATABASE: join(folder, 'onetrip.db'),
    PORT: '0',
    LOG_LEVEL: 'error',
  };
  const node = `exec "$0" --import tsx "$1"`;
  const line = handles === undefined ? node : `ulimit -n ${String(handles)}; ${node}`;
  const child = spawn('sh', ['-c', line, process.execPath, SERVE], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await once(child, 'close');
    rmSync(folder, { recursive: true, force: true });
  });
  return addressOf(child);
}

async function addressOf(child: ChildProcess): Promise<string> {
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  for await (const line of lines) {
    const address = /http:\/\/127\.0\.0\.1:\d+(?=\/$)/.exec(line)?.[0];
    if (address !== undefined) {
      child.stdout?.resume();
      return address;
    }
  }
  throw new Error('The server ended before it listened.');
}
