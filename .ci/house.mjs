import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's own folder, wherever it was cloned to and wherever a command was started. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** The root package.json. */
export const MANIFEST = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8'));

/**
 * Says what went wrong and what to do about it, and ends the process as failed.
 *
 * @returns {never}
 */
export function giveUp(what, advice) {
  console.error(`\n${what}\n${advice}`);
  process.exit(1);
}

/** Ends the process with a clear sentence where Node is too old to run anything here. */
export function demandNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 11)) return;
  giveUp(`OneTrip needs Node 20.11 or newer; this is Node ${process.versions.node}.`, 'Install Node 20 LTS or newer.');
}
