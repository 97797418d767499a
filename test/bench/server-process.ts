import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** A server in a process of its own, whose processor time and memory can be read. */
export interface ServerProcess {
  readonly address: string;
  readonly child: ChildProcess;
  /** Microseconds of processor time that it has used so far. */
  cpuMicros(): number;
  /** Megabytes it holds in memory. */
  megabytes(): number;
  stop(): Promise<void>;
}

/** Starts a server and waits until it says where it listens. */
export async function startProcess(
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, command, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await firstAddress(child);
  const { pid } = child;
  return {
    address,
    child,
    cpuMicros: () => cpuOf(Number(pid)),
    megabytes: () => memoryOf(Number(pid)),
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function firstAddress(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The server has no output to read.');
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (found !== undefined) {
      child.stdout.resume();
      return found;
    }
  }
  throw new Error('The server ended before it listened.');
}

/** Linux counts processor time in hundredths of a second. */
export const MICROS_PER_TICK = 10_000;

function cpuOf(pid: number): number {
  // The scheduler's own account of each thread is exact to the nanosecond; that of the process counts in hundredths of
  // a second. Node's threads live as long as the process.
  const threads = `/proc/${String(pid)}/task`;
  const nanos = readdirSync(threads).map((thread) =>
    Number(readFileSync(`${threads}/${thread}/schedstat`, 'utf8').split(' ')[0]),
  );
  return nanos.reduce((sum, one) => sum + one, 0) / 1000;
}

function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
