import { spawn } from 'node:child_process';

/** Children still running, so that stopping this process never leaves one behind. */
const running = new Set();
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

function stopAll() {
  for (const child of running) killGroup(child, 'SIGTERM');
  process.exit(130);
}

/** Signals are ours only while a command runs: at any other time they mean something else. */
function watch(child) {
  if (running.size === 0) for (const signal of SIGNALS) process.on(signal, stopAll);
  running.add(child);
}

function unwatch(child) {
  running.delete(child);
  if (running.size === 0) for (const signal of SIGNALS) process.off(signal, stopAll);
}

/**
 * Runs a command to its end and says how it went. Never throws: a command that cannot be started, is killed or
 * takes too long is a command that failed.
 *
 * @param {readonly string[]} command the program and its arguments
 * @param {object} [options]
 * @param {boolean} [options.quiet] keep the output back; it is in the answer, to be shown when something failed
 * @param {Record<string, string>} [options.env] added to this process's own
 * @param {string} [options.cwd]
 * @param {number} [options.minutes] after which the command and all it started is killed; default 15
 * @returns {Promise<{ ok: boolean, code: number, output: string, seconds: number, why: string }>}
 */
export function runCommand([program, ...args], { quiet = false, env = {}, cwd, minutes = 15 } = {}) {
  const started = performance.now();
  const output = [];
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      // A group of its own, so that a browser started by a runner goes when the runner is killed.
      detached: process.platform !== 'win32',
      shell: process.platform === 'win32',
    });
    watch(child);
    let why = '';
    const clock = setTimeout(() => {
      why = `stopped after ${minutes} minutes`;
      killGroup(child, 'SIGKILL');
    }, minutes * 60_000);
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => output.push(chunk));
    const end = (code, reason) => {
      clearTimeout(clock);
      unwatch(child);
      resolve({
        ok: code === 0 && why === '',
        code,
        output: Buffer.concat(output).toString('utf8'),
        seconds: (performance.now() - started) / 1000,
        why: why || reason,
      });
    };
    child.on('error', (error) => end(127, error.message));
    child.on('close', (code, signal) =>
      end(code ?? 1, signal ? `ended by ${signal}` : code ? `exit code ${code}` : ''),
    );
  });
}

function killGroup(child, signal) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // Already gone, which is what was wanted.
  }
}
