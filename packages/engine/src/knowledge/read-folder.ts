import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The texts of all YAML files below a folder, by their path below it, always with forward slashes. */
export async function readFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const visit = async (below: string): Promise<void> => {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) await visit(path);
      else if (/\.ya?ml$/.test(entry.name)) files.set(path, await readFile(join(folder, path), 'utf8'));
    }
  };
  await visit('');
  return files;
}
