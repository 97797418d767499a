import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { repository } from '../support/paths.ts';

/** The server as it is delivered: bundled, in a process of its own. */
export interface ServerProcess {
  readonly address: string;
  readonly pid: number;
  /** Milliseconds from its start to its first answer. */
  readonly readyMillis: number;
  /** What it has written on standard error so far. */
  errors(): string;
  /** Ends it as a power switch would: `kill -9`. */
  kill(): Promise<void>;
  /** Ends it as an operator would, and gives its exit code. */
  stop(): Promise<number | null>;
}

/** How to start it. */
export interface StartOptions {
  readonly env: Readonly<Record<string, string>>;
  /** Words before `node`, for a shell that takes something away first; it must `exec`. */
  readonly under?: readonly string[];
}

const SERVE = join(repository, 'packages', 'server', 'dist', 'serve.js');

/**
 * Starts a server on a free port and waits for its first answer.
 *
 * @throws When it ends before it listens; the message is what it wrote.
 */
export async function startServer({ env, under = [] }: StartOptions): Promise<ServerProcess> {
  const began = performance.now();
  const [program = process.execPath, ...words] = [...under, process.execPath, SERVE];
  const child = spawn(program, words, {
    env: { ...process.env, PORT: '0', TRUSTED_PROXIES: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const ended = once(child, 'close');
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    await ended;
    return child.exitCode;
  };
  const address = await firstAddress(child.stdout);
  if (address === undefined) {
    await ended;
    throw new Error(errors);
  }
  await fetch(`${address}/healthz`);
  return {
    address,
    pid: Number(child.pid),
    readyMillis: performance.now() - began,
    errors: () => errors,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
}

function firstAddress(output: NodeJS.ReadableStream): Promise<string | undefined> {
  return new Promise((resolve) => {
    let printed = '';
    // Read to the end, listening or not: a pipe that nobody reads holds up the one who writes.
    output.on('data', (data: Buffer) => {
      printed += data.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+(?=\D)/.exec(printed)?.[0];
      if (found !== undefined) resolve(found);
    });
    output.on('end', () => resolve(undefined));
  });
}
