import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, afterAll, describe, expect, test } from 'vitest';
import { publishedKnowledge } from './test-support/published-knowledge.ts';
import { realEngine } from './test-support/real-engine.ts';
import { isSignedWith, webhookReceiver } from './test-support/webhook-receiver.ts';

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

  test('prints its settings, and of a secret only that it is set', async () => {
    const { printed } = await start({ METRICS_TOKEN: 'abcdefghijklmnop', RETENTION_DAYS: '30' });
    expect(printed).toMatch(/^ {2}RETENTION_DAYS +30$/m);
    expect(printed).toMatch(/^ {2}METRICS_TOKEN +（已设置 set）$/m);
    expect(printed).not.toContain('abcdefghijklmnop');
  });

  test('takes a new knowledge file while it runs, and keeps the old one when the new one is broken', async () => {
    const file = join(folder, 'changing.json');
    copyFileSync(knowledge, file);
    const { child, address } = await start({ KNOWLEDGE: file });
    const first = await versionAt(address);
    writeFileSync(file, publishedKnowledge('新厅'));
    while ((await versionAt(address)) === first) await wait(50);
    const second = await versionAt(address);
    writeFileSync(file, '{}');
    child.kill('SIGHUP');
    for await (const line of createInterface({ input: child.stderr ?? process.stdin })) {
      if (line.includes('not-a-knowledge-file')) break;
    }
    expect(await versionAt(address)).toBe(second);
  });

  test('tells the address in WEBHOOK_URL of an entry, even when it was killed before it could', async () => {
    const receiver = await webhookReceiver();
    const secret = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
    const settings = {
      DATABASE: join(mkdtempSync(join(folder, 'data-')), 'onetrip.db'),
      ...{ WEBHOOK_URL: receiver.url, WEBHOOK_SECRET: secret, WEBHOOK_ALLOW: '127.0.0.1' },
    };
    // This one may not reach the receiver.
    const { child, address } = await start({ ...settings, WEBHOOK_ALLOW: '' });
    const { id } = (await (await post(`${address}/api/consultations`, '{}')).json()) as { readonly id: string };
    const turn = JSON.stringify({ turn: '1', input: { kind: 'ask-for-clerk' } });
    expect((await post(`${address}/api/consultations/${id}/turns`, turn)).status).toBe(200);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(receiver.received).toEqual([]);
    await start(settings);
    await expect.poll(() => receiver.received.length, { timeout: PATIENCE, interval: 100 }).toBe(1);
    const [message] = receiver.received;
    expect(JSON.parse(message?.body ?? '')).toMatchObject({ type: 'ledger.opened', data: { kind: 'handoff', seq: 1 } });
    expect(message?.body).not.toContain(id);
    expect(message && isSignedWith(secret, message)).toBe(true);
  }, 150_000);

  test('told to stop, finishes the request under way, closes idle connections and takes no new ones', async () => {
    const { child, address } = await start();
    const port = Number(new URL(address).port);
    const idle = connect(port, '127.0.0.1');
    await once(idle, 'connect');
    idle.write('GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n');
    await once(idle, 'data');
    const busy = connect(port, '127.0.0.1');
    await once(busy, 'connect');
    busy.write(
      'POST /api/consultations HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{',
    );
    // The server has read the head once it answers what came after it.
    await fetch(`${address}/healthz`);
    child.kill('SIGTERM');
    await once(idle, 'close');
    await expect(fetch(`${address}/healthz`)).rejects.toThrow('fetch failed');
    busy.write('}');
    const [answer] = (await once(busy, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 201 /);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('told to stop twice, ends at once', async () => {
    const { child, address } = await start({ DRAIN_SECONDS: '300' });
    child.kill('SIGTERM');
    for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
      if (line.includes('Stopping')) break;
    }
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([1, null]);
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

  test('because nobody has signed the knowledge says what to do', async () => {
    const key = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    const ended = await runToEnd({ KNOWLEDGE_KEY: key });
    expect(ended).toMatchObject({ code: 1 });
    expect(ended.errors).toContain('请用 pnpm knowledge sign 签名');
  });

  test('because of several settings quotes all of them', async () => {
    const ended = await runToEnd({ PORT: 'http', LOG_LEVEL: 'loud' });
    expect(ended).toMatchObject({ code: 1 });
    expect(ended.errors).toContain('PORT 不能用：“http”');
    expect(ended.errors).toContain('LOG_LEVEL 不能用：“loud”');
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
async function start(env: Record<string, string> = {}) {
  const child = run(env);
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
    lines.push(line);
    if (line.includes('Press Ctrl+C')) break;
  }
  const printed = lines.join('\n');
  const address = /http:\/\/127\.0\.0\.1:\d+(?=\/$)/m.exec(printed)?.[0] ?? '';
  expect(printed).toContain(`${address}/healthz`);
  return { child, address, printed };
}

async function versionAt(address: string): Promise<string> {
  const alive = (await (await fetch(`${address}/healthz`)).json()) as {
    readonly knowledge: { readonly version: string };
  };
  return alive.knowledge.version;
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
