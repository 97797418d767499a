import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './house.mjs';

const MANIFESTS = ['engine', 'widget', 'server', 'bot'].map((name) => `packages/${name}/package.json`);

/**
 * Builds a house of a few files with the real house's rules, shows it to `visit`, and takes it down again. The tests of
 * the rules seed one fault in it and expect it to be found.
 *
 * @template T
 * @param {Record<string, string>} files content by path
 * @param {(root: string) => T | Promise<T>} visit
 */
export async function inSmallHouse(files, visit) {
  const root = mkdtempSync(join(tmpdir(), 'small-house-'));
  try {
    for (const path of [
      ...MANIFESTS,
      'test/package.json',
      'package.json',
      '.dependency-cruiser.mjs',
      'tsconfig.base.json',
    ]) {
      cpSync(join(ROOT, path), join(root, path));
    }
    for (const folder of ['packages/widget', 'packages/server', 'packages/bot', 'test']) linkEngine(root, folder);
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction');
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    return await visit(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function linkEngine(root, folder) {
  const scope = join(root, folder, 'node_modules', '@onetrip');
  mkdirSync(scope, { recursive: true });
  symlinkSync(join(root, 'packages', 'engine'), join(scope, 'engine'), 'junction');
}
