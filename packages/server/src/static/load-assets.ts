import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Asset } from './asset.ts';
import { createAsset } from './asset.ts';

/**
 * Reads a folder into assets below a path prefix; a folder that is not there gives none.
 *
 * Everything is read once: a request can name only what is in the list, so no path leads out of the folder.
 * `desk.html` is served at `/desk` and `index.html` at its folder.
 */
export function loadAssets(folder: string, prefix: string): readonly Asset[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const below = file.slice(folder.length).replaceAll('\\', '/').replace(/^\//, '');
      return createAsset(servedPath(`${prefix}/${below}`), entry.name, new Uint8Array(readFileSync(file)));
    });
}

function servedPath(path: string): string {
  return path.replace(/\/index\.html$/, '/').replace(/\.html$/, '');
}
