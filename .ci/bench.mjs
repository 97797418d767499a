// `pnpm bench engine|questions|server`: what needs no process of its own is bundled as the product is, so that what is
// measured is what is shipped.
import { join } from 'node:path';
import { demandNode, giveUp, ROOT } from './house.mjs';
import { loadBundle } from './load-bundle.mjs';
import { runCommand } from './run-command.mjs';

const BUNDLED = { engine: 'benchEngine', questions: 'benchQuestions' };

demandNode();
const [name = ''] = process.argv.slice(2);
const bench = BUNDLED[name];
if (bench === undefined) {
  const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  // A thousand kills take an hour on a busy machine.
  const limits = { cwd: ROOT, minutes: 150 };
  const { ok, why } = await runCommand([process.execPath, tsx, 'test/bench/bench.ts', name], limits);
  if (!ok) giveUp(`The bench ended early (${why}).`, 'What it printed before tells how far it came.');
} else {
  const loaded = await loadBundle(`test/bench/bench-${name}.ts`);
  console.log(JSON.stringify(await loaded[bench]()));
}
