import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './content-hash.mjs';
import { giveUp, MANIFEST, ROOT } from './house.mjs';
import { runCommand } from './run-command.mjs';

const MARKER = join(ROOT, 'node_modules', '.onetrip-installed.json');

/** What a server needs: about twenty packages instead of eight hundred. */
const SERVE_ONLY = [
  '--prod',
  '--filter',
  'onetrip',
  '--filter',
  '@onetrip/server...',
  '--filter',
  '@onetrip/widget...',
];

/**
 * Brings the packages that are needed, and does nothing when they are there already.
 *
 * pnpm comes by npx in the one version that package.json names, so that node and npm are enough to begin with.
 *
 * @param {'serve' | 'everything'} extent
 */
export async function install(extent) {
  const manifests = contentHash(ROOT, ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...packageManifests()]);
  const before = readMarker();
  // What a developer has installed is never cut down to what a server needs.
  const wanted = before?.extent === 'serve' || !existsSync(join(ROOT, 'node_modules')) ? extent : 'everything';
  if (before?.manifests === manifests && (before.extent === wanted || before.extent === 'everything')) return;

  console.log(wanted === 'serve' ? 'Installing what the server needs…' : 'Installing all packages…');
  rmSync(MARKER, { force: true });
  const command = ['npx', '--yes', MANIFEST.packageManager, 'install', '--frozen-lockfile', '--reporter=append-only'];
  const done = await runCommand([...command, ...(wanted === 'serve' ? SERVE_ONLY : [])], {
    quiet: true,
    cwd: ROOT,
    // Without a terminal pnpm would rather stop than replace a folder of its own.
    env: { CI: 'true' },
  });
  if (!done.ok) {
    console.error(done.output);
    giveUp(
      `The packages could not be installed (${done.why}).`,
      'Check that this machine reaches the npm registry (npm ping) and that package.json and pnpm-lock.yaml agree.',
    );
  }
  writeFileSync(MARKER, JSON.stringify({ extent: wanted, manifests }));
}

function readMarker() {
  try {
    return JSON.parse(readFileSync(MARKER, 'utf8'));
  } catch {
    return undefined;
  }
}

function packageManifests() {
  const packages = readdirSync(join(ROOT, 'packages')).map((name) => `packages/${name}/package.json`);
  return [...packages, 'test/package.json'];
}
