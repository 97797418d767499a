import { builtinModules } from 'node:module';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { ROOT } from './house.mjs';

/** What a page may enter by. */
const DOORS = [
  'packages/engine/src/index.ts',
  'packages/widget/src/guide/define.ts',
  'packages/widget/src/desk/define.ts',
];

/** Packages that only the compiling of knowledge may need: a parser and two dictionaries, too heavy for a page. */
const NODE_ONLY = ['yaml', 'opencc-js', 'pinyin-pro'];
const BUILTINS = new Set(builtinModules);

/**
 * Bundles a door as a page would load it and says what is reachable from it that should not be: a module of Node, a
 * package of the compiler, or an import that leads nowhere. Each with the way from the door to it.
 *
 * @param {string} root
 * @param {string} door path below root
 * @returns {Promise<{ problems: string[], bytes: number, gzip: number }>}
 */
export async function checkBrowserDoor(root, door) {
  const offences = [];
  try {
    const made = await build({
      absWorkingDir: resolve(root),
      entryPoints: [door],
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      logLevel: 'silent',
      metafile: true,
      plugins: [noticeOffences(offences)],
    });
    const code = made.outputFiles[0].contents;
    const problems = offences.map(({ path, importer }) => {
      const way = wayTo(made.metafile.inputs, door, relative(resolve(root), importer).replaceAll('\\', '/'));
      return `${path} is reached from the browser door: ${[...way, path].join(' → ')}`;
    });
    return { problems, bytes: code.length, gzip: gzipSync(code).length };
  } catch (error) {
    const texts = error.errors?.map(({ text, location }) => `${location?.file ?? door}:${location?.line ?? 1} ${text}`);
    const reached = offences.map(({ path, importer }) => `${path} is imported by ${relative(resolve(root), importer)}`);
    return { problems: [...reached, ...(texts ?? [String(error)])], bytes: 0, gzip: 0 };
  }
}

/** Notes an offence and goes on, so that all of them are told in one run. */
function noticeOffences(offences) {
  return {
    name: 'notice-offences',
    setup(bundler) {
      bundler.onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
        const name = path.replace(/^node:/, '');
        const isNode = path.startsWith('node:') || BUILTINS.has(name.split('/')[0]);
        const isHeavy = NODE_ONLY.some((heavy) => path === heavy || path.startsWith(`${heavy}/`));
        if (kind === 'entry-point' || (!isNode && !isHeavy)) return undefined;
        offences.push({ path, importer });
        return { path, external: true };
      });
    },
  };
}

/** The shortest way of imports from the door to a file. */
function wayTo(inputs, door, file) {
  const cameFrom = new Map([[door, undefined]]);
  for (const path of cameFrom.keys()) {
    for (const { path: next } of inputs[path]?.imports ?? []) if (!cameFrom.has(next)) cameFrom.set(next, path);
  }
  const way = [];
  for (let at = file; at !== undefined; at = cameFrom.get(at)) way.unshift(at);
  return way;
}

async function main() {
  let failed = false;
  for (const door of DOORS) {
    const { problems, bytes, gzip } = await checkBrowserDoor(ROOT, door);
    for (const problem of problems) console.error(problem);
    failed ||= problems.length > 0;
    if (problems.length === 0) console.log(`${door}: ${bytes} bytes, ${gzip} with gzip, nothing of Node in it`);
  }
  process.exitCode = failed ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main();
