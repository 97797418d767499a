import { join } from 'node:path';
import { ROOT } from './house.mjs';
import { runCommand } from './run-command.mjs';

const bin = (path) => [process.execPath, join(ROOT, 'node_modules', path)];
const typeCheck = (folder) => ({
  name: `types of ${folder}`,
  command: [...bin('typescript/bin/tsc'), '-p', `${folder}/tsconfig.json`],
  advice: 'The types disagree at the lines above.',
});

/** Everything that is checked without running the product, the quickest first. */
const CHECKS = [
  {
    name: 'format',
    command: [...bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
    advice: 'Run: npx pnpm format',
  },
  {
    name: 'floors',
    command: [
      ...bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '--output-type',
      'err-long',
      'packages',
      'test',
    ],
    advice: 'Imports go down only; .dependency-cruiser.mjs says which floor is where.',
  },
  {
    name: 'browser door',
    command: [process.execPath, '.ci/check-browser-door.mjs'],
    advice: 'What a page loads may not need Node. Keep it behind @onetrip/engine/knowledge.',
  },
  {
    name: 'knowledge',
    command: [process.execPath, '.ci/knowledge.mjs', 'check'],
    advice: 'docs/writing-items.md explains the format and every rule.',
  },
  ...['.ci', 'packages/engine', 'packages/server', 'packages/widget', 'packages/bot', 'test'].map(typeCheck),
  {
    name: 'lint',
    command: [...bin('eslint/bin/eslint.js'), '--max-warnings', '0', '.'],
    advice: 'eslint.config.mjs and CONTRIBUTING.md say why.',
  },
];

/**
 * Runs every check, shows the whole output of each that fails, and answers with the names of those.
 *
 * @returns {Promise<string[]>}
 */
export async function runChecks() {
  const failed = [];
  for (const { name, command, advice } of CHECKS) {
    const done = await runCommand(command, { quiet: true, cwd: ROOT, minutes: 10 });
    console.log(`${done.ok ? 'ok    ' : 'FAILED'}  ${name}  (${done.seconds.toFixed(1)} s)`);
    if (done.ok) continue;
    failed.push(name);
    console.log(`\n${done.output.trim()}\n\n${advice} (${done.why})\n`);
  }
  return failed;
}
