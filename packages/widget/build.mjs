// Bundles the elements for browsers: dist/onetrip-guide.js and dist/onetrip-desk.js, with what they share and the
// engine in chunks of their own. The engine is fetched only by an element that has `knowledge`.
import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { minifyStyles } from './build/minify-styles.mjs';
import { seeThroughDoor } from './build/see-through-door.mjs';

/**
 * What a page may have to load, gzip, in bytes. With the engine, 60 kB is the goal and not yet reached: xstate and
 * fuse.js alone are 22 kB.
 */
const FIRST_VIEW_MOST = 35_000;
const DESK_MOST = 50_000;
const ENGINE_MOST = 120_000;

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const throughDoor = await seeThroughDoor();

/** Reads our own sources; others are esbuild's business. */
const ownSources = {
  name: 'own-sources',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]packages[\\/]widget[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const source = throughDoor(await readFile(path, 'utf8'));
      return { loader: 'ts', contents: path.endsWith('.styles.ts') ? await minifyStyles(source, path) : source };
    });
  },
};

await rm(here('dist'), { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: here('.'),
  entryPoints: { 'onetrip-guide': 'src/guide/define.ts', 'onetrip-desk': 'src/desk/define.ts' },
  outdir: 'dist',
  chunkNames: 'onetrip-[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  charset: 'utf8',
  plugins: [ownSources],
  sourcemap: 'external',
  // Listing any condition drops esbuild's own `module`, and without it xstate comes as CommonJS, a third larger.
  conditions: ['module', 'browser', 'production'],
  tsconfig: 'tsconfig.json',
  metafile: true,
  logLevel: 'warning',
});

const outputs = Object.entries(metafile.outputs).filter(([path]) => path.endsWith('.js'));
const sizes = new Map(
  await Promise.all(outputs.map(async ([path]) => [path, gzipSync(await readFile(here(path)), { level: 9 }).length])),
);

/** The output itself and all that it imports, lazily too when asked. */
function reach(path, lazily, seen = new Set()) {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const { path: next, kind } of metafile.outputs[path].imports) {
    if (kind === 'import-statement' || lazily) reach(next, lazily, seen);
  }
  return seen;
}

const weigh = (paths) => [...paths].reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0);
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

const weights = [
  ['guide, first view', weigh(reach('dist/onetrip-guide.js', false)), FIRST_VIEW_MOST],
  ['guide with the engine', weigh(reach('dist/onetrip-guide.js', true)), ENGINE_MOST],
  ['desk', weigh(reach('dist/onetrip-desk.js', false)), DESK_MOST],
  ['desk with the engine', weigh(reach('dist/onetrip-desk.js', true)), ENGINE_MOST],
];
for (const [name, bytes, most] of weights) console.log(`${name}: ${kB(bytes)} gzip (at most ${kB(most)})`);
if (weights.some(([, bytes, most]) => bytes > most)) {
  console.error('The widget has outgrown its promise. See docs/embedding.md before raising a number here.');
  process.exitCode = 1;
}
