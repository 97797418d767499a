// `pnpm bench engine|questions|server`: what needs no process of its own is bundled as the product is, so that what is
// measured is what is shipped.
import { join } from 'node:path';
import { demandNode, ROOT } from './house.mjs';
import { loadBundle } from './load-bundle.mjs';
import { runCommand } from './run-command.mjs';

const BUNDLED = { engine: 'benchEngine', questions: 'benchQuestions' };

demandNode();
const [name = ''] = process.argv.slice(2);
const bench = BUNDLED[name];
if (bench === undefined) {
  const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const { ok } = await runCommand([process.execPath, tsx, 'test/bench/bench.ts', name], { cwd: ROOT });
  process.exitCode = ok ? 0 : 1;
} else {
  const loaded = await loadBundle(`test/bench/bench-${name}.ts`);
  console.log(JSON.stringify(await loaded[bench]()));
}
