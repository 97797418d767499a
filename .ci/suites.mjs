import { join } from 'node:path';
import { ROOT } from './house.mjs';

const REPORTS = join(ROOT, '.reports');

const vitest = (name, project = name) => ({
  name,
  needsBrowser: name === 'test',
  report: join(REPORTS, `${name}.json`),
  cwd: ROOT,
  command: [
    process.execPath,
    join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(REPORTS, `${name}.json`)}`,
  ],
});

/** Every runner, one after the other: two heavy ones at a time make each other slow and then late. */
export const SUITES = [
  vitest('house'),
  vitest('engine'),
  vitest('server'),
  vitest('bot'),
  {
    name: 'widget',
    needsBrowser: true,
    report: join(REPORTS, 'widget.json'),
    cwd: join(ROOT, 'packages', 'widget'),
    command: [
      process.execPath,
      join(ROOT, 'packages', 'widget', 'node_modules', '@web', 'test-runner', 'dist', 'bin.js'),
    ],
  },
  vitest('test', 'crossing'),
];
