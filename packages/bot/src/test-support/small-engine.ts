import { fileURLToPath } from 'node:url';
import { createEngine } from '@onetrip/engine';
import type { Engine } from '@onetrip/engine';
import { readKnowledge } from '@onetrip/engine/knowledge';

const folder = fileURLToPath(new URL('./knowledge', import.meta.url));

/** The real engine over a knowledge of two items, small enough to foresee every answer. */
export async function smallEngine(): Promise<Engine> {
  const { knowledge, issues } = await readKnowledge(folder);
  if (knowledge === undefined) throw new Error(JSON.stringify(issues, undefined, 1));
  return createEngine(knowledge);
}
