// Bundles the server for Node: the engine and what only the engine needs go in, the server's own npm
// dependencies stay outside.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { dependencies } = JSON.parse(readFileSync(here('package.json'), 'utf8'));

const options = {
  entryPoints: [here('src/serve.ts'), here('src/backup.ts'), here('src/catalogue.ts')],
  outdir: here('dist'),
  bundle: true,
  platform: 'node',
  target: 'node20.11',
  format: 'esm',
  sourcemap: true,
  external: Object.keys(dependencies).filter((name) => !name.startsWith('@onetrip/')),
  logLevel: 'warning',
};

try {
  await build(options);
} catch {
  // esbuild has already said what is wrong and where.
  process.exitCode = 1;
}
