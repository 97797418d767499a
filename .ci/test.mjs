import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { runChecks } from './checks.mjs';
import { demandNode, giveUp, ROOT } from './house.mjs';
import { install } from './install.mjs';
import { ensurePostgresTools } from './postgres-tools.mjs';
import { ensureReverseProxy } from './reverse-proxy.mjs';
import { runCommand } from './run-command.mjs';
import { SUITES } from './suites.mjs';
import { lastLine, readReport } from './tally.mjs';

demandNode();
const { suites, withChecks } = choose(process.argv.slice(2));
await install('everything');
const env = suites.some(({ needsBrowser }) => needsBrowser) ? { CHROMIUM_PATH: await ensureBrowser() } : {};
if (suites.some(({ name }) => name === 'server')) await ensurePostgresTools();
if (suites.some(({ name }) => name === 'test')) await ensureReverseProxy();
await build();

const failedChecks = withChecks ? await runChecks() : [];
const results = await runSuites(suites);

console.log('');
for (const check of failedChecks) console.log(`Failed check: ${check}`);
for (const reason of results.flatMap(({ reasons }) => reasons)) console.log(`Failed: ${reason}`);
console.log(lastLine(results, failedChecks));
process.exit(failedChecks.length > 0 || results.some(({ failed }) => failed > 0) ? 1 : 0);

/** Everything, or only what is named: npm test -- engine server checks. */
function choose(names) {
  const known = ['checks', ...SUITES.map(({ name }) => name)];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) giveUp(`There is no part “${unknown}” to test.`, `Choose from: ${known.join(', ')}.`);
  const all = names.length === 0;
  return {
    suites: SUITES.filter(({ name }) => all || names.includes(name)),
    withChecks: all || names.includes('checks'),
  };
}

async function runSuites(chosen) {
  const reports = join(ROOT, '.reports');
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const results = [];
  for (const { name, command, cwd, report } of chosen) {
    console.log(`\n── ${name} ──`);
    // On a busy machine the longest takes some fifteen minutes.
    const run = await runCommand(command, { cwd, env: { ...env, CI: 'true' }, minutes: 30 });
    results.push(readReport(name, report, run));
  }
  return results;
}
