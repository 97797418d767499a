import { fileURLToPath } from 'node:url';
import type { Engine } from '@onetrip/engine';
import { createEngine } from '@onetrip/engine';
import { readKnowledge } from '@onetrip/engine/knowledge';

const folder = fileURLToPath(new URL('../../../../knowledge', import.meta.url));
const { knowledge, issues } = await readKnowledge(folder);

if (!knowledge) throw new Error(`The knowledge does not compile: ${issues.map(({ message }) => message).join('\n')}`);
const engine = createEngine(knowledge);

/** The engine over this repository's own knowledge, as the server runs it. It is pure, so all tests share one. */
export function realEngine(): Engine {
  return engine;
}
