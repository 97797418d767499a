import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { contentHash } from './content-hash.mjs';
import { giveUp, ROOT } from './house.mjs';
import { runCommand } from './run-command.mjs';

const ENGINE = ['packages/engine/src', 'packages/engine/package.json', 'pnpm-lock.yaml'];

/** In the order they need each other. A step runs when its sources changed or what it makes is not there. */
const STEPS = [
  {
    name: 'knowledge',
    title: 'Compiling the knowledge',
    command: [process.execPath, '.ci/knowledge.mjs', 'build'],
    sources: [...ENGINE, 'knowledge', '.ci/knowledge.mjs'],
    makes: ['knowledge/dist/knowledge.json'],
    advice: [
      'A line that names a file of knowledge/ says what to do there; docs/writing-items.md explains the format.',
      'A stack trace is a fault of packages/engine/src/knowledge.',
    ].join('\n'),
  },
  {
    name: 'widget',
    title: 'Building the widget',
    command: [process.execPath, 'packages/widget/build.mjs'],
    sources: [...ENGINE, 'packages/widget'],
    makes: ['packages/widget/dist'],
    advice: 'The lines above name the file of packages/widget or packages/engine that does not build.',
  },
  {
    name: 'server',
    title: 'Building the server',
    command: [process.execPath, 'packages/server/build.mjs'],
    sources: [...ENGINE, 'packages/server'],
    makes: ['packages/server/dist'],
    advice: 'The lines above name the file of packages/server or packages/engine that does not build.',
  },
];

/** Builds what is out of date: the compiled knowledge, the widget and the server. Ends the process when one fails. */
export async function build() {
  for (const step of STEPS) {
    const marker = join(ROOT, '.cache', 'built', step.name);
    const sources = contentHash(ROOT, step.sources);
    if (isUpToDate(step, marker, sources)) continue;

    console.log(`${step.title}…`);
    rmSync(marker, { force: true });
    const done = await runCommand(step.command, { quiet: true, cwd: ROOT, minutes: 5 });
    if (!done.ok) {
      console.error(done.output);
      giveUp(`${step.title} failed (${done.why}).`, step.advice);
    }
    mkdirSync(dirname(marker), { recursive: true });
    writeFileSync(marker, sources);
  }
}

function isUpToDate(step, marker, sources) {
  if (!existsSync(marker) || readFileSync(marker, 'utf8') !== sources) return false;
  return step.makes.every((path) => existsSync(join(ROOT, path)));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await build();
