import { spawnSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createRandom } from '../bench/random-item.ts';
import { demoEngine } from '../support/demo-engine.ts';
import { auditTalks, withDatabase } from './audit.ts';
import type { Acknowledged, Talk, World } from './citizen.ts';
import type { Sent } from './send.ts';
import { send } from './send.ts';
import type { ServerProcess } from './server-process.ts';
import { startServer } from './server-process.ts';
import type { TalksOptions } from './talks.ts';
import { holdTalks } from './talks.ts';

const PATIENCE = 300_000;
const engine = demoEngine();
const faultless = { lost: 0, doubled: 0, changed: 0, receipts: 0, different: 0 };

/** A mount of the test's own, which nobody else sees and which is gone with its process. */
const OWN_MOUNTS = ['unshare', process.getuid?.() === 0 ? '-m' : '-rm'];
const mayMount = spawnSync('unshare', [...OWN_MOUNTS.slice(1), 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;
const mayLimit = spawnSync('prlimit', ['--version']).status === 0;

describe('a running server', { timeout: PATIENCE }, () => {
  it.skipIf(!mayMount)('keeps every turn it acknowledges on a full disk, and goes on when there is room', async () => {
    const folder = temporaryFolder();
    const server = await start(folder, inMount(folder, 'mount -t tmpfs -o size=32m none "$0"'));
    const seen = join('/proc', String(server.pid), 'root', folder);
    const filler = join(seen, 'filler');
    await goesOn(server, join(seen, 'onetrip.db'), {
      break: () => fillUp(filler),
      mend: () => rmSync(filler),
    });
  });

  it.skipIf(!mayLimit)(
    'keeps every turn it acknowledges when its files may not grow, and goes on when they may',
    async () => {
      const folder = temporaryFolder();
      const server = await start(folder);
      const file = join(folder, 'onetrip.db');
      const limit = (most: string): unknown => spawnSync('prlimit', ['--pid', String(server.pid), `--fsize=${most}:`]);
      await goesOn(server, file, {
        break: () => limit(String(statSync(`${file}-wal`).size)),
        mend: () => limit('unlimited'),
      });
    },
  );

  it('acknowledges nothing it has not kept when its file is overwritten under its feet', async () => {
    const folder = temporaryFolder();
    const server = await start(folder);
    const file = join(folder, 'onetrip.db');
    const before = meet(server);
    // More than the server remembers of the file, so that it must look there again.
    await holdTalks(engine, { count: 150, atOnce: 8, world: before.world });
    const handle = openSync(file, 'r+');
    const size = statSync(file).size;
    for (let at = 4096; at < size; at += 4096) writeSync(handle, Buffer.alloc(4096, 0xaa), 0, 4096, at);
    closeSync(handle);
    const answers = await Promise.all(before.acknowledged.slice(0, 100).map((taken) => again(server, taken)));
    const refused = answers.filter((answer) => answer?.status !== 200);
    expect(new Set(refused.map((answer) => answer?.status))).toEqual(new Set([503]));
    for (const answer of refused) expect(JSON.parse(answer?.body ?? '')).toMatchObject({ code: 'not-kept' });
    expect(before.changes()).toBe(0);
    expect(server.errors()).not.toMatch(/uncaught/iu);
  });

  it.skipIf(!mayLimit)(
    'loses nothing while no file handle is left, and answers everybody when there are some again',
    async () => {
      const folder = temporaryFolder();
      const server = await start(folder);
      const first = meet(server);
      await holdTalks(engine, { count: 2, atOnce: 1, world: first.world });
      const open = readdirSync(`/proc/${String(server.pid)}/fd`).length;
      spawnSync('prlimit', ['--pid', String(server.pid), `--nofile=${String(open + 10)}:`]);
      const crowd = Array.from({ length: 40 }, () => connect(Number(new URL(server.address).port), '127.0.0.1'));
      for (const socket of crowd) socket.on('error', () => undefined);
      await pause(300);
      const talking = holdTalks(engine, { count: 10, atOnce: 2, world: first.world });
      await pause(1000);
      crowd.forEach((socket: Socket) => socket.destroy());
      spawnSync('prlimit', ['--pid', String(server.pid), '--nofile=1000:']);
      const talks = await talking;
      expect(await server.stop()).toBe(0);
      const file = join(folder, 'onetrip.db');
      expect(await withDatabase(file, (database) => auditTalks(database, engine, talks))).toEqual(faultless);
    },
  );
});

describe('a server that cannot start', { timeout: PATIENCE }, () => {
  it.skipIf(!mayMount)('because the disk is full says so and what to do', async () => {
    const folder = temporaryFolder();
    const told = await refusal(folder, inMount(folder, 'mount -t tmpfs -o size=32k none "$0"'));
    expect(told).toContain('磁盘满了');
    expect(told).toContain('The disk is full');
  });

  it.skipIf(!mayMount)('because the folder is read-only says so and what to do', async () => {
    const folder = temporaryFolder();
    const readOnly = inMount(folder, 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0"');
    expect(await refusal(folder, readOnly)).toMatch(/只读|权限/u);
  });

  it.skipIf(!mayMount)('because the file is read-only says so and what to do', async () => {
    const folder = temporaryFolder();
    const server = await start(folder);
    await server.stop();
    const readOnly = inMount(folder, 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0"');
    expect(await refusal(folder, readOnly)).toMatch(/只读|权限/u);
  });

  it('because the file is damaged names the backup', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'onetrip.db'), Buffer.alloc(100_000, 0xaa));
    const told = await refusal(folder);
    expect(told).toContain('从备份恢复');
    expect(told).toContain('Restore it from a backup');
  });
});

/** What breaks the storage of a running server, and what puts it right again. */
interface Trouble {
  readonly break: () => unknown;
  readonly mend: () => unknown;
}

/** Citizens talk through the trouble: they hear clear refusals, and lose nothing. */
async function goesOn(server: ServerProcess, file: string, trouble: Trouble): Promise<void> {
  const meeting = meet(server);
  const before = await holdTalks(engine, { count: 20, atOnce: 8, world: meeting.world });
  trouble.break();
  const talking = talksUntil(() => meeting.refusals.length >= 20, meeting.world);
  while (meeting.refusals.length < 20) await pause(20);
  trouble.mend();
  const talks = [...before, ...(await talking)];
  for (const { status, type, retryAfter, body } of meeting.refusals) {
    expect({ status, type }).toEqual({ status: 503, type: 'application/problem+json' });
    expect(retryAfter).toMatch(/^\d+$/u);
    expect(JSON.parse(body)).toMatchObject({ code: 'not-kept' });
  }
  const audit = await withDatabase(copyOf(file), (database) => auditTalks(database, engine, talks));
  expect({ ...audit, changed: audit.changed + meeting.changes() }).toEqual(faultless);
  expect(talks.length).toBeGreaterThanOrEqual(80);
}

/**
 * Citizens come until enough of them were refused: a journal that was folded just before the trouble has room of its own,
 * into which the first of them still fit.
 */
async function talksUntil(isEnough: () => boolean, world: TalksOptions['world']): Promise<readonly Talk[]> {
  const held: Talk[] = [];
  do held.push(...(await holdTalks(engine, { count: 60, atOnce: 8, world })));
  while (!isEnough());
  return held;
}

/** The file as it stands, out of a mount that only its server sees; nobody is writing. */
function copyOf(file: string): string {
  const copy = join(temporaryFolder(), 'copy.db');
  copyFileSync(file, copy);
  copyFileSync(`${file}-wal`, `${copy}-wal`);
  return copy;
}

function meet(server: ServerProcess) {
  const refusals: Sent[] = [];
  const acknowledged: Acknowledged[] = [];
  let changes = 0;
  const world = (index: number): World => ({
    address: () => Promise.resolve(server.address),
    random: createRandom(index),
    acknowledged: (taken) => acknowledged.push(taken),
    refused: (sent) => refusals.push(sent),
    changed: () => (changes += 1),
  });
  return { world, refusals, acknowledged, changes: () => changes };
}

function again(server: ServerProcess, { id, turn, input }: Acknowledged): Promise<Sent | undefined> {
  return send(server.address, `/api/consultations/${id}/turns`, { turn, input });
}

async function start(folder: string, under: readonly string[] = []): Promise<ServerProcess> {
  const server = await startServer({ env: { DATABASE: join(folder, 'onetrip.db') }, under });
  onTestFinished(() => server.kill());
  return server;
}

/** What a server says that does not start: one sentence in each language, and no stack. */
async function refusal(folder: string, under: readonly string[] = []): Promise<string> {
  const starting = startServer({ env: { DATABASE: join(folder, 'onetrip.db') }, under });
  const told = await starting.then(
    async (server) => {
      await server.kill();
      return 'It started.';
    },
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );
  expect(told).not.toMatch(/\n\s+at /u);
  return told;
}

/** Words before a command that give it a mount of its own on a folder. */
function inMount(folder: string, mount: string): readonly string[] {
  return [...OWN_MOUNTS, 'sh', '-c', `${mount} && exec "$@"`, folder];
}

function fillUp(file: string): void {
  const handle = openSync(file, 'w');
  try {
    for (let size = 65_536; size >= 512; size /= 8) writeUntilFull(handle, Buffer.alloc(size));
  } finally {
    closeSync(handle);
  }
}

function writeUntilFull(handle: number, piece: Buffer): void {
  try {
    while (writeSync(handle, piece) === piece.length);
  } catch {
    // Full, as far as pieces of this size go.
  }
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-faulty-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
