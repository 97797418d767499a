import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LEFT_OUT = new Set(['node_modules', 'dist', '.cache', '.reports', 'coverage', 'test', 'test-support']);
const TEST = /\.(test|fixture|oracle)\.m?ts$/;

/**
 * A short name for the present content of some files and folders: the same content, the same name. Tests are left
 * out, since no build depends on them.
 *
 * @param {string} root the folder the paths start from
 * @param {readonly string[]} paths files or folders; one that does not exist counts as such
 */
export function contentHash(root, paths) {
  const hash = createHash('sha256');
  for (const path of [...paths].sort()) addPath(hash, root, path);
  return hash.digest('hex').slice(0, 32);
}

function addPath(hash, root, path) {
  const full = join(root, path);
  if (!existsSync(full)) {
    hash.update(`missing ${path}\0`);
    return;
  }
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) {
      if (!LEFT_OUT.has(name) && !TEST.test(name)) addPath(hash, root, `${path}/${name}`);
    }
    return;
  }
  hash.update(`file ${path}\0`);
  hash.update(createHash('sha256').update(readFileSync(full)).digest());
}
