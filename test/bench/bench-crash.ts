import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '@onetrip/engine';
import type { Knowledge } from '@onetrip/engine';
import { crash } from '../durability/crash.ts';
import { repository } from '../support/paths.ts';
import { percentile, rounded } from './cpu-time.ts';

const kills = 1000;
const citizens = 8;
const seed = 20261122;

/** A thousand times `kill -9` under load: what was lost, doubled or changed, and how soon the server was there again. */
export async function benchCrash(): Promise<Record<string, number>> {
  execFileSync(process.execPath, [join(repository, '.ci', 'build.mjs')], { cwd: repository, stdio: 'inherit' });
  const knowledge = readFileSync(join(repository, 'knowledge', 'dist', 'knowledge.json'), 'utf8');
  const engine = createEngine(JSON.parse(knowledge) as Knowledge);
  const progress = (kill: number): void => {
    if (kill % 50 === 0) console.log(`${String(kill)} kills`);
  };
  const { talks, turns, lost, doubled, changed, receipts, different, ready, file } = await crash(engine, {
    kills,
    citizens,
    mostTurns: 40,
    seed,
    progress,
  });
  console.log(`seed ${String(seed)}, ${String(citizens)} citizens at a time, ${String(talks)} conversations`);
  console.log(`${String(turns)} turns acknowledged, each looked up and sent again after the next kill`);
  console.log(`quick_check: ${file}; conversations that differ from a run without faults: ${String(different)}`);
  return {
    kills,
    turns,
    lost,
    doubled,
    changed,
    receipts,
    different,
    readyMillis: rounded(percentile(ready, 0.5)),
    readyMillisMost: rounded(Math.max(...ready)),
  };
}
