import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, afterAll, describe, expect, test } from 'vitest';
import { realEngine } from './test-support/real-engine.ts';

const SERVE = fileURLToPath(new URL('serve.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'onetrip-serve-'));
const knowledge = join(folder, 'knowledge.json');
const running: ChildProcess[] = [];

/** A process of its own takes a while to start on a busy machine. */
const PATIENCE = 60_000;

beforeAll(() => {
  writeFileSync(knowledge, JSON.stringify(realEngine().knowledge));
});

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the server', { timeout: PATIENCE }, () => {
  test('prints where it is, serves the page and the API, and ends with 0 when told to', async () => {
    const { child, address } = await start();
    const page = await (await fetch(`${address}/`)).text();
    expect(page).toContain('<onetrip-guide api="/api">');
    const opened = await post(`${address}/api/consultations`, '{"channel":"web"}');
    expect(opened.status).toBe(201);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('ends with 0 on Ctrl+C as well', async () => {
    const { child } = await start();
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('refuses a body that does not end, without waiting for its end, and goes on serving', async () => {
    const { address } = await start();
    const head = await sendEndless(Number(new URL(address).port));
    expect(head).toMatch(/^HTTP\/1\.1 413 /);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
  });
});

describe('a server that cannot start', { timeout: PATIENCE }, () => {
  test('because its port is taken says so and what to do, in both languages', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const ended = await runToEnd({ PORT: String(port) });
    taken.close();
    expect(ended.code).toBe(1);
    expect(ended.errors).toContain(`端口 ${String(port)} 已经有别的程序在用`);
    expect(ended.errors).toContain(`Port ${String(port)} is taken by another program`);
    expect(ended.errors).not.toMatch(/\n\s+at /);
  });

  test('because there is no knowledge says where it looked', async () => {
    const missing = join(folder, 'missing.json');
    const ended = await runToEnd({ KNOWLEDGE: missing });
    expect(ended).toMatchObject({ code: 1 });
    expect(ended.errors).toContain(`找不到知识文件：${missing}`);
  });

  test('because the knowledge is another file says that it cannot read it', async () => {
    const other = join(folder, 'other.json');
    writeFileSync(other, '{"name":"not knowledge"}');
    const ended = await runToEnd({ KNOWLEDGE: other });
    expect(ended).toMatchObject({ code: 1 });
    expect(ended.errors).toContain('读不懂知识文件');
  });

  test('because of a port that is no port quotes it', async () => {
    const ended = await runToEnd({ PORT: 'http' });
    expect(ended).toMatchObject({ code: 1 });
    expect(ended.errors).toContain('PORT 不能用：“http”');
  });
});

function run(env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', SERVE], {
    env: {
      ...process.env,
      KNOWLEDGE: knowledge,
      DATABASE: join(mkdtempSync(join(folder, 'data-')), 'onetrip.db'),
      PORT: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  return child;
}

/** Starts a server on a free port and waits for the lines that it prints when it listens. */
async function start(): Promise<{ child: ChildProcess; address: string }> {
  const child = run({});
  const printed: string[] = [];
  for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
    printed.push(line);
    if (line.includes('Press Ctrl+C')) break;
  }
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed.join('\n'))?.[0] ?? '';
  expect(printed.join('\n')).toContain(`${address}/healthz`);
  return { child, address };
}

async function runToEnd(env: Record<string, string>): Promise<{ code: number; errors: string }> {
  const child = run(env);
  let errors = '';
  child.stderr?.on('data', (data: Buffer) => (errors += data.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, errors };
}

function post(address: string, body: string): Promise<Response> {
  return fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
}

/** Sends the beginning of a chunked body, twice as much as is allowed, and gives the answer to it. */
async function sendEndless(port: number): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    'POST /api/consultations HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n' +
      `Transfer-Encoding: chunked\r\n\r\n3e80\r\n${'x'.repeat(0x3e80)}\r\n`,
  );
  const [data] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return data.toString();
}
