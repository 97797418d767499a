import { createReadStream } from 'node:fs';
import { basename, dirname } from 'node:path';
import { createInterface } from 'node:readline';

/** What a server did to the files of its folder, and whom it answered meanwhile. */
export type DiskEvent =
  | { readonly kind: 'open'; readonly file: string }
  | { readonly kind: 'write'; readonly file: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'resize'; readonly file: string; readonly size: number }
  | { readonly kind: 'remove'; readonly file: string }
  | { readonly kind: 'sync'; readonly file: string }
  | { readonly kind: 'sync-names' }
  | { readonly kind: 'folder-made' }
  | { readonly kind: 'folder-kept' }
  | Answered;

/** A request over HTTP and its answer; it stands where the first byte of the answer left the server. */
export interface Answered {
  readonly kind: 'answer';
  readonly asked: string;
  readonly pieces: Buffer[];
}

/** The calls that `strace` must write down for `readTrace`; an unknown one on the folder is refused. */
export const TRACED = [
  ...['open', 'openat', 'openat2', 'creat', 'mkdir', 'mkdirat', 'mmap', 'read', 'write', 'writev', 'sendto', 'sendmsg'],
  ...['pwrite64', 'pwritev', 'pwritev2', 'truncate', 'ftruncate', 'fallocate', 'copy_file_range', 'sendfile'],
  ...['fsync', 'fdatasync', 'sync_file_range', 'msync', 'syncfs', 'sync', 'io_uring_enter'],
  ...['rename', 'renameat', 'renameat2', 'link', 'linkat', 'symlink', 'symlinkat', 'unlink', 'unlinkat', 'rmdir'],
] as const;

/** One system call, whole again when another thread's cut it in two. */
interface Call {
  readonly thread: string;
  readonly name: string;
  readonly words: string;
  readonly result: number;
  readonly line: string;
}

/**
 * Reads what `strace -f -yy -xx` wrote of one process: what it did to the files of one folder and what it answered, in
 * the order of its calls.
 *
 * @throws When the folder's files were touched by a call that nothing is known of here, or by two threads: then the
 * order of the log would not be the order of the disk.
 */
export async function readTrace(log: string, folder: string): Promise<readonly DiskEvent[]> {
  const reader = new TraceReader(folder);
  const begun = new Map<string, string>();
  for await (const line of createInterface({ input: createReadStream(log, 'latin1') })) {
    const call = wholeCall(line, begun);
    if (call) reader.take(call);
  }
  return reader.events;
}

function wholeCall(line: string, begun: Map<string, string>): Call | undefined {
  const [, thread = '', rest = ''] = /^(\d+) +(.*)$/s.exec(line) ?? [];
  if (rest.endsWith('<unfinished ...>')) {
    begun.set(thread, rest.slice(0, -'<unfinished ...>'.length));
    return undefined;
  }
  const resumed = /^<\.\.\. \w+ resumed>/.exec(rest)?.[0];
  const whole = resumed === undefined ? rest : `${begun.get(thread) ?? ''}${rest.slice(resumed.length)}`;
  const name = /^\w+(?=\()/.exec(whole)?.[0];
  if (name === undefined) return undefined;
  const end = /\)\s+= (-?\w+)[^"]*$/.exec(whole);
  const result = Number(end?.[1] ?? NaN);
  return { thread, name, words: whole.slice(name.length + 1, end?.index).trimEnd(), result, line: whole.slice(0, 400) };
}

class TraceReader {
  readonly events: DiskEvent[] = [];
  readonly #folder: string;
  readonly #talks = new Map<string, { asked: Buffer[]; answer?: Answered }>();
  #thread: string | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  take(call: Call): void {
    const { name, words } = call;
    if (/^\d+<(?:TCP|UNIX)/.test(words)) this.#talk(call);
    else if (name === 'read') return;
    else if (call.result < 0 || Number.isNaN(call.result)) return;
    else if (name === 'mmap') this.#map(call);
    else if (/^\d+</.test(words)) this.#touch(call, pathOfDescriptor(words));
    else this.#name(call, pathsIn(words));
  }

  #add(call: Call, event: DiskEvent): void {
    this.#thread ??= call.thread;
    if (this.#thread !== call.thread) throw new Error(`Two threads touch the disk or answer: ${call.line}`);
    this.events.push(event);
  }

  /** Requests are what was read since the answer before. */
  #talk(call: Call): void {
    const { name, words, result } = call;
    const connection = /^\d+<.*?\]>/.exec(words)?.[0];
    if (connection === undefined || result <= 0 || !/^(read|write|writev|sendto|sendmsg)$/.test(name)) return;
    const bytes = bytesIn(call);
    const talk = this.#talks.get(connection);
    if (name === 'read') {
      if (talk && !talk.answer) talk.asked.push(bytes);
      else this.#talks.set(connection, { asked: [bytes] });
    } else if (talk?.answer) {
      talk.answer.pieces.push(bytes);
    } else if (talk) {
      talk.answer = { kind: 'answer', asked: Buffer.concat(talk.asked).toString('utf8'), pieces: [bytes] };
      this.#add(call, talk.answer);
    }
  }

  #map(call: Call): void {
    const path = /, \d+<((?:\\x..)*)>/.exec(call.words)?.[1];
    const file = path === undefined ? undefined : this.#fileOf(decoded(path).toString());
    // What is written through memory leaves no call behind.
    if (file !== undefined && call.words.includes('MAP_SHARED'))
      throw new Error(`Written through memory: ${call.line}`);
  }

  /** A call on an open file. */
  #touch(call: Call, path: string): void {
    const isSync = call.name === 'fsync' || call.name === 'fdatasync';
    if (isSync && path === this.#folder) this.#add(call, { kind: 'sync-names' });
    if (isSync && path === dirname(this.#folder)) this.#add(call, { kind: 'folder-kept' });
    const file = this.#fileOf(path);
    if (file === undefined) return;
    const last = Number(/, (\d+)$/.exec(call.words)?.[1]);
    if (isSync) this.#add(call, { kind: 'sync', file });
    else if (call.name === 'pwrite64') this.#add(call, { kind: 'write', file, at: last, bytes: bytesIn(call) });
    else if (call.name === 'ftruncate') this.#add(call, { kind: 'resize', file, size: last });
    else throw new Error(`Nothing is known here of what this does to the disk: ${call.line}`);
  }

  /** A call on names. */
  #name(call: Call, paths: readonly string[]): void {
    if (call.name === 'mkdir' && paths[0] === this.#folder) this.#add(call, { kind: 'folder-made' });
    const files = paths.flatMap((path) => this.#fileOf(path) ?? []);
    const [file] = files;
    if (file === undefined) return;
    const isOpen = call.name.startsWith('open') && !call.words.includes('O_TRUNC');
    if (isOpen && call.words.includes('O_CREAT')) this.#add(call, { kind: 'open', file });
    else if (call.name.startsWith('unlink')) this.#add(call, { kind: 'remove', file });
    else if (!isOpen) throw new Error(`Nothing is known here of what this does to the disk: ${call.line}`);
  }

  /** Its name in the folder; not of the index of the WAL, which SQLite makes anew after a power cut. */
  #fileOf(path: string): string | undefined {
    if (dirname(path) !== this.#folder || path.endsWith('-shm')) return undefined;
    return basename(path);
  }
}

function pathOfDescriptor(words: string): string {
  return decoded(/^\d+<((?:\\x..)*)/.exec(words)?.[1] ?? '').toString();
}

function pathsIn(words: string): readonly string[] {
  return [...words.matchAll(/"((?:\\x..)*)"/g)].map(([, path = '']) => decoded(path).toString());
}

function bytesIn(call: Call): Buffer {
  if (call.words.includes('"...')) throw new Error(`strace cut off what was written: ${call.line}`);
  const all = Buffer.concat([...call.words.matchAll(/"((?:\\x..)*)"/g)].map(([, bytes = '']) => decoded(bytes)));
  return all.subarray(0, call.result);
}

function decoded(escaped: string): Buffer {
  return Buffer.from(escaped.replaceAll('\\x', ''), 'hex');
}
