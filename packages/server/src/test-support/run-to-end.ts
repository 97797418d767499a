import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SERVE = fileURLToPath(new URL('../serve.ts', import.meta.url));

/** How a server process ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly printed: string;
  readonly errors: string;
}

/**
 * Runs the real server in a process of its own until it ends by itself.
 *
 * @param within a command that runs it with less than everybody may: `['setpriv', '--bounding-set=-chown']`
 */
export async function runToEnd(env: Readonly<Record<string, string>>, within: readonly string[] = []): Promise<Ended> {
  const [command = '', ...words] = [...within, process.execPath, '--import', 'tsx', SERVE];
  const child = spawn(command, words, {
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { printed: '', errors: '' };
  child.stdout.on('data', (data: Buffer) => (said.printed += data.toString()));
  child.stderr.on('data', (data: Buffer) => (said.errors += data.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}
