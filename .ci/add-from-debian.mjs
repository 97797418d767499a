import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.mjs';

/**
 * Installs Debian packages where that is possible without asking: as root, on a machine that has apt-get. Whoever calls
 * looks again afterwards whether it helped.
 *
 * @param {readonly string[]} names
 * @param {string} what needs them
 */
export async function addFromDebian(names, what) {
  if (process.getuid?.() !== 0 || onPath('apt-get').length === 0) return;
  console.log(`Installing ${names.join(' and ')} for ${what}…`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...names]]) {
    const done = await runCommand(['apt-get', ...args], { quiet: true, env, minutes: 10 });
    if (!done.ok) {
      console.error(done.output.split('\n').slice(-20).join('\n'));
      console.error(`apt-get ${args[0]} failed (${done.why}).`);
      return;
    }
  }
}

/** @param {string} command */
export function onPath(command) {
  const folders = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':');
  return folders.map((folder) => join(folder, command)).filter((path) => existsSync(path));
}
