import type { DiskEvent } from './power-trace.ts';

/** What a drive writes whole or not at all. */
const SECTOR = 512;

/** What became of everything that was not yet synced when the power went. */
export interface Luck {
  /** Share of it that had arrived, from 0 to 1. */
  readonly share: number;
  /** Whether writes arrive whole; else sector by sector. */
  readonly whole: boolean;
  /** Whether room that a file had just been given, and nothing was written to, holds junk; else zeros. */
  readonly junk: boolean;
  readonly random: () => number;
}

/** Which syncs the drive kept its word on. Unless it is all of them, turns must be lost. */
export type Syncs = 'kept' | 'without-the-last' | 'ignored';

/** Draws what became of it: now nothing, now all, now all but a little, now anything. */
export function drawLuck(random: () => number): Luck {
  const mood = random();
  const share = [0, 0, 1, 0.02, 0.98, 0.9, random(), random(), random(), random()][Math.floor(mood * 10)] ?? 0;
  return { share, whole: random() < 0.5, junk: random() < 0.25, random };
}

type Change =
  | { readonly kind: 'write'; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'resize'; readonly size: number };

/** What is certainly on the disk, and what was done since. */
interface Kept {
  readonly bytes: Buffer;
  readonly changes: readonly Change[];
}

/** A file apart from its name, as it would be without a power cut and as it is kept. */
class DiskFile {
  #bytes: Buffer = Buffer.alloc(0);
  #size = 0;
  #synced: Buffer = Buffer.alloc(0);
  #changes: Change[] = [];
  #before: Kept = { bytes: Buffer.alloc(0), changes: [] };

  change(change: Change): void {
    this.#changes.push(change);
    const size = sizeAfter(change, this.#size);
    if (size > this.#bytes.length) this.#bytes = grown(this.#bytes, size * 2, undefined);
    // What is cut off does not come back when the file grows again.
    if (size < this.#size) this.#bytes.fill(0, size, this.#size);
    if (change.kind === 'write') change.bytes.copy(this.#bytes, change.at);
    this.#size = size;
  }

  sync(): void {
    this.#before = { bytes: this.#synced, changes: this.#changes };
    this.#synced = Buffer.from(this.now());
    this.#changes = [];
  }

  now(): Buffer {
    return this.#bytes.subarray(0, this.#size);
  }

  after(luck: Luck, isLastSyncMissing: boolean): Buffer {
    const { bytes, changes } = this.#before;
    return isLastSyncMissing
      ? afterCut({ bytes, changes: [...changes, ...this.#changes] }, luck)
      : afterCut({ bytes: this.#synced, changes: this.#changes }, luck);
  }
}

/**
 * One folder of a disk: what a power cut may leave of it.
 *
 * A synced file is as it was at its last sync. Of what came later, any sectors may be there and any may not, whatever
 * their order was; the size is any that the file has had since. A name is kept when the folder was synced; of the names
 * changed since, each may be any that it was.
 */
export class Disk {
  readonly #syncs: Syncs;
  /** For each name, what it meant at the folder's last sync and since; the last one is what it means now. */
  readonly #names = new Map<string, (DiskFile | undefined)[]>();

  #lastSynced: DiskFile | undefined;

  constructor(syncs: Syncs) {
    this.#syncs = syncs;
  }

  /** Does what the server did. */
  take(event: DiskEvent): void {
    switch (event.kind) {
      case 'open':
        if (!this.#find(event.file)) this.#rename(event.file, new DiskFile());
        return;
      case 'remove':
        this.#rename(event.file, undefined);
        return;
      case 'write':
      case 'resize':
        this.#demand(event.file).change(event);
        return;
      case 'sync':
        this.#sync(this.#demand(event.file));
        return;
      case 'sync-names':
        if (this.#syncs !== 'ignored')
          for (const meanings of this.#names.values()) meanings.splice(0, meanings.length - 1);
        return;
      case 'answer':
      case 'folder-made':
      case 'folder-kept':
        return;
    }
  }

  /** The files as a killed process leaves them. */
  now(): ReadonlyMap<string, Buffer> {
    return filesOf([...this.#names].map(([name, meanings]) => [name, meanings.at(-1)?.now()]));
  }

  /** The files as a power cut at this moment may leave them. */
  after(luck: Luck): ReadonlyMap<string, Buffer> {
    return filesOf(
      [...this.#names].map(([name, meanings]) => {
        const arrived = meanings[arrivedOf(meanings.length - 1, luck)];
        const isLastSyncMissing = this.#syncs === 'without-the-last' && arrived === this.#lastSynced;
        return [name, arrived?.after(luck, isLastSyncMissing)];
      }),
    );
  }

  #sync(file: DiskFile): void {
    if (this.#syncs === 'ignored') return;
    file.sync();
    this.#lastSynced = file;
  }

  #find(name: string): DiskFile | undefined {
    return this.#names.get(name)?.at(-1);
  }

  #demand(name: string): DiskFile {
    const file = this.#find(name);
    if (!file) throw new Error(`“${name}” is written to and was never made.`);
    return file;
  }

  #rename(name: string, file: DiskFile | undefined): void {
    const meanings = this.#names.get(name);
    if (meanings) meanings.push(file);
    else this.#names.set(name, [undefined, file]);
  }
}

function filesOf(all: readonly (readonly [string, Buffer | undefined])[]): ReadonlyMap<string, Buffer> {
  return new Map(all.flatMap(([name, bytes]) => (bytes ? [[name, bytes]] : [])));
}

/** How many of so many steps in a row had arrived. */
function arrivedOf(count: number, { share, random }: Luck): number {
  if (share === 0 || share === 1) return share * count;
  return Math.floor(random() * (count + 1));
}

function sizeAfter(change: Change, size: number): number {
  return change.kind === 'resize' ? change.size : Math.max(size, change.at + change.bytes.length);
}

function afterCut({ bytes: synced, changes }: Kept, luck: Luck): Buffer {
  const sizes = [synced.length];
  for (const change of changes) {
    const before = sizes.at(-1) ?? 0;
    const size = sizeAfter(change, before);
    if (size !== before) sizes.push(size);
  }
  const arrived = sizes.slice(0, arrivedOf(sizes.length - 1, luck) + 1);
  const room = Math.max(...sizes);
  const bytes = grown(synced, room, luck.junk ? luck.random : undefined);
  let full = synced.length;
  let steps = 0;
  for (const change of changes) {
    const size = sizeAfter(change, full);
    if (size !== full) steps += 1;
    if (change.kind === 'write') writeSome(bytes, change, luck);
    else if (size < full && steps < arrived.length) bytes.fill(0, size);
    full = size;
  }
  return bytes.subarray(0, arrived.at(-1));
}

function writeSome(target: Buffer, { at, bytes }: { at: number; bytes: Buffer }, { share, whole, random }: Luck): void {
  const isThere = (): boolean => share === 1 || (share > 0 && random() < share);
  if (whole) {
    if (isThere()) bytes.copy(target, at);
    return;
  }
  for (let from = at; from < at + bytes.length;) {
    const to = Math.min(at + bytes.length, (Math.floor(from / SECTOR) + 1) * SECTOR);
    if (isThere()) bytes.copy(target, from, from - at, to - at);
    from = to;
  }
}

function grown(bytes: Buffer, size: number, junk: (() => number) | undefined): Buffer {
  const larger = Buffer.alloc(Math.max(size, bytes.length));
  if (junk) larger.fill(Buffer.from(Array.from({ length: 64 }, () => Math.floor(junk() * 256))));
  bytes.copy(larger);
  return larger;
}
