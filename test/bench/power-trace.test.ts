import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { acknowledgedBy } from './power-record.ts';
import type { DiskEvent } from './power-trace.ts';
import { readTrace } from './power-trace.ts';

const home = mkdtempSync(join(tmpdir(), 'onetrip-trace-'));
const folder = '/data';
const socket = '25<TCP:[127.0.0.1:80->127.0.0.1:5]>';

afterAll(() => {
  rmSync(home, { recursive: true });
});

describe('a log of system calls', () => {
  test('tells what was done to the files of the folder, and nothing of others', async () => {
    const events = await traced(
      `9 mkdir(${hex('/data')}, 0777) = 0`,
      `9 openat(AT_FDCWD<${raw('/')}>, ${hex('/data/db')}, O_RDWR|O_CREAT, 0644) = 3<${raw('/data/db')}>`,
      `9 pwrite64(3<${raw('/data/db')}>, ${hex('ab')}, 2, 512) = 2`,
      `9 pwrite64(4<${raw('/other/db')}>, ${hex('ab')}, 2, 512) = 2`,
      `9 write(1<${raw('/dev/null')}>, ${hex('DATABASE /data/db')}, 17) = 17`,
      `9 ftruncate(3<${raw('/data/db')}>, 4) = 0`,
      `9 fsync(3<${raw('/data/db')}>) = 0`,
      `9 fsync(5<${raw('/data')}>) = 0`,
      `9 unlink(${hex('/data/db')}) = 0`,
      `9 unlink(${hex('/data/none')}) = -1 ENOENT (No such file or directory)`,
    );
    expect(events).toEqual([
      { kind: 'folder-made' },
      { kind: 'open', file: 'db' },
      { kind: 'write', file: 'db', at: 512, bytes: Buffer.from('ab') },
      { kind: 'resize', file: 'db', size: 4 },
      { kind: 'sync', file: 'db' },
      { kind: 'sync-names' },
      { kind: 'remove', file: 'db' },
    ]);
  });

  test('is put together again where the call of another thread cuts one in two', async () => {
    const events = await traced(
      `9 pwrite64(3<${raw('/data/db')}>, ${hex('ab')}, 2, 0 <unfinished ...>`,
      `10 read(6<${raw('/other')}>,  <unfinished ...>`,
      `9 <... pwrite64 resumed>)          = 1`,
    );
    expect(events).toEqual([{ kind: 'write', file: 'db', at: 0, bytes: Buffer.from('a') }]);
  });

  test('counts no sync that failed', async () => {
    expect(await traced(`9 fsync(3<${raw('/data/db')}>) = -1 EIO (Input/output error)`)).toEqual([]);
  });

  test('knows a turn by its request and the bytes of its answer, from the first of them on', async () => {
    const asked = 'POST /api/consultations/c1/turns HTTP/1.1\r\n\r\n{"turn":"t1","input":{}}';
    const events = await traced(
      `9 read(${socket}, ${hex(asked.slice(0, 50))}, 65536) = 50`,
      `9 read(${socket}, ${hex(asked.slice(50))}, 65536) = ${String(asked.length - 50)}`,
      `9 writev(${socket}, [{iov_base=${hex('HTTP/1.1 200 OK\r\n\r\n')}, iov_len=19}, {iov_base=${hex('{"a"')}, iov_len=4}], 2) = 23`,
      `9 fsync(3<${raw('/data/db')}>) = 0`,
      `9 write(${socket}, ${hex(':1}')}, 3) = 3`,
    );
    expect(events.map(({ kind }) => kind)).toEqual(['answer', 'sync']);
    const [answer] = events;
    if (answer?.kind !== 'answer') throw new Error('The answer is missing.');
    expect(acknowledgedBy(answer)).toMatchObject({ id: 'c1', turn: 't1' });
    expect(Buffer.concat(answer.pieces).toString()).toMatch(/\{"a":1\}$/);
  });

  test.each([
    ['a call that nothing is known of', `9 fallocate(3<${raw('/data/db')}>, 0, 0, 4096) = 0`, /Nothing is known/],
    ['a renamed file', `9 rename(${hex('/data/a')}, ${hex('/data/b')}) = 0`, /Nothing is known/],
    [
      'a file emptied while it is opened',
      `9 open(${hex('/data/a')}, O_RDWR|O_CREAT|O_TRUNC, 0644) = 3`,
      /Nothing is known/,
    ],
    [
      'a file written through memory',
      `9 mmap(NULL, 9, PROT_WRITE, MAP_SHARED, 3<${raw('/data/db')}>, 0) = 0x7`,
      /through memory/,
    ],
    ['bytes that were cut off', `9 pwrite64(3<${raw('/data/db')}>, ${hex('ab')}..., 9, 0) = 9`, /cut off/],
  ])('is refused for %s', async (_, line, message) => {
    await expect(traced(line)).rejects.toThrow(message);
  });

  test('is refused when two threads touch the disk', async () => {
    const one = `fsync(3<${raw('/data/db')}>) = 0`;
    await expect(traced(`9 ${one}`, `10 ${one}`)).rejects.toThrow(/Two threads/);
  });
});

async function traced(...lines: readonly string[]): Promise<readonly DiskEvent[]> {
  const log = join(home, 'log');
  writeFileSync(log, lines.join('\n'));
  return readTrace(log, folder);
}

function hex(words: string): string {
  return `"${raw(words)}"`;
}

/** As strace writes it. */
function raw(words: string): string {
  return [...Buffer.from(words)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}
