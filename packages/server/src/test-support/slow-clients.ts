import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const PROCESS = fileURLToPath(new URL('slow-clients-process.ts', import.meta.url));

/** Clients that hold connections and send next to nothing, in a process of their own. */
export interface SlowClients {
  /** How many are connected now, and how often one was cut off; each dials again a second later. */
  counts(): { readonly open: number; readonly cut: number };
  /** Waits until their counts are as wished. */
  until(wished: (counts: { readonly open: number; readonly cut: number }) => boolean): Promise<void>;
  stop(): Promise<void>;
}

/** Sends so many slow clients to a server. */
export function startSlowClients(address: string, count: number): SlowClients {
  const command = ['--import', 'tsx', PROCESS, address, String(count)];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const lines = createInterface({ input: child.stdout });
  let counts = { open: 0, cut: 0 };
  lines.on('line', (line) => (counts = JSON.parse(line) as typeof counts));
  return {
    counts: () => counts,
    until: async (wished) => {
      while (!wished(counts)) await Promise.race([once(lines, 'line'), failOn(ended)]);
    },
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function failOn(ended: Promise<unknown>): Promise<never> {
  await ended;
  throw new Error('The slow clients ended by themselves.');
}
