import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from './house.mjs';

/**
 * Loads a TypeScript module and all it imports. Node 20 runs no TypeScript, so the module is bundled into one file
 * first, and that file is removed once it is loaded.
 *
 * @param {string} entry path below the root
 */
export async function loadBundle(entry) {
  const name = entry.replace(/\W+/g, '-');
  const file = join(ROOT, 'node_modules', '.cache', 'onetrip', `${name}-${process.pid}.mjs`);
  // The YAML library asks for a module of Node in the old way.
  const banner = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`;
  mkdirSync(join(file, '..'), { recursive: true });
  try {
    await build({
      absWorkingDir: ROOT,
      entryPoints: [entry],
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      outfile: file,
      banner: { js: banner },
      logLevel: 'warning',
    });
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(file, { force: true });
  }
}
