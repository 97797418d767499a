import { describe, expect, test } from 'vitest';
import { createRandom } from './random-item.ts';
import type { DiskEvent } from './power-trace.ts';
import type { Luck, Syncs } from './power-states.ts';
import { Disk, drawLuck } from './power-states.ts';

const nothing: Luck = { share: 0, whole: true, junk: false, random: createRandom(1) };
const everything: Luck = { ...nothing, share: 1 };

describe('after a power cut', () => {
  test('a file is as it was at its last sync when nothing later arrived', () => {
    const disk = diskAfter(made('db'), write(0, 'old'), sync('db'), write(0, 'new'), write(3, 'er'));
    expect(text(disk.after(nothing))).toBe('old');
    expect(text(disk.after(everything))).toBe('newer');
    expect(text(disk.now())).toBe('newer');
  });

  test('any sector written since may be there without any other', () => {
    const disk = diskAfter(made('db'), write(0, 'a'.repeat(1024)), sync('db'), write(256, 'b'.repeat(512)));
    const left = statesOf(disk, 200);
    const [a, b] = ['a'.repeat(256), 'b'.repeat(256)];
    expect(left).toEqual(new Set([a + a + a + a, a + b + a + a, a + a + b + a, a + b + b + a]));
  });

  test('a file that grew is as large as it was at some moment since, and what did not arrive is empty', () => {
    const disk = diskAfter(made('db'), write(0, 'a'), sync('db'), write(1, 'b'), write(2, 'c'));
    expect(statesOf(disk, 400)).toEqual(new Set(['a', 'ab', 'a\0', 'abc', 'ab\0', 'a\0c', 'a\0\0']));
  });

  test('a file that was cut off may be whole, and what was cut off does not come back', () => {
    const disk = diskAfter(made('db'), write(0, 'abc'), sync('db'), resize(1), write(2, 'z'));
    expect(text(disk.now())).toBe('a\0z');
    expect(statesOf(disk, 400)).toEqual(new Set(['abc', 'abz', 'a', 'a\0z', 'a\0\0']));
  });

  test('what was synced stays, whatever else arrives', () => {
    const disk = diskAfter(made('db'), write(0, 'kept'), sync('db'), write(4, 'x'.repeat(5000)));
    for (const left of statesOf(disk, 100, true)) expect(left.startsWith('kept')).toBe(true);
  });

  test('a new file may be missing until its folder is synced, however often it was synced itself', () => {
    const disk = new Disk('kept');
    const events: DiskEvent[] = [{ kind: 'open', file: 'db' }, write(0, 'a'), sync('db')];
    for (const event of events) disk.take(event);
    expect(disk.after(nothing).size).toBe(0);
    expect(text(disk.after(everything))).toBe('a');
    disk.take({ kind: 'sync-names' });
    expect(text(disk.after(nothing))).toBe('a');
  });

  test('a removed file may still be there until its folder is synced', () => {
    const disk = diskAfter(made('db'), write(0, 'a'), sync('db'), [{ kind: 'remove', file: 'db' }]);
    expect(text(disk.after(nothing))).toBe('a');
    expect(disk.after(everything).size).toBe(0);
    disk.take({ kind: 'sync-names' });
    expect(disk.after(nothing).size).toBe(0);
  });

  test('a disk that does not keep the last sync has what the one before it kept, and all of other files', () => {
    const events = [write(0, 'one'), sync('db'), write(0, 'two'), sync('db'), write(0, 'six')];
    const disk = diskOf('without-the-last', made('db'), made('wal'), ...events);
    expect(text(disk.after(nothing))).toBe('one');
    expect(text(disk.after(everything))).toBe('six');
    disk.take(sync('wal'));
    expect(text(disk.after(nothing))).toBe('two');
  });

  test('a disk that keeps no sync may have nothing', () => {
    const disk = diskOf('ignored', made('db'), write(0, 'one'), sync('db'));
    expect(disk.after(nothing).size).toBe(0);
  });
});

type Step = DiskEvent | readonly DiskEvent[];

function diskAfter(...steps: readonly Step[]): Disk {
  return diskOf('kept', ...steps);
}

function diskOf(syncs: Syncs, ...steps: readonly Step[]): Disk {
  const disk = new Disk(syncs);
  for (const event of steps.flat()) disk.take(event);
  return disk;
}

function made(file: string): readonly DiskEvent[] {
  return [{ kind: 'open', file }, { kind: 'sync-names' }];
}

function write(at: number, words: string): DiskEvent {
  return { kind: 'write', file: 'db', at, bytes: Buffer.from(words) };
}

function resize(size: number): DiskEvent {
  return { kind: 'resize', file: 'db', size };
}

function sync(file: string): DiskEvent {
  return { kind: 'sync', file };
}

function statesOf(disk: Disk, count: number, withJunk = false): ReadonlySet<string> {
  const random = createRandom(7);
  const draw = (): Luck => (withJunk ? drawLuck(random) : { ...drawLuck(random), junk: false });
  return new Set(Array.from({ length: count }, () => text(disk.after(draw()))));
}

function text(files: ReadonlyMap<string, Buffer>): string {
  return files.get('db')?.toString('latin1') ?? 'no file';
}
