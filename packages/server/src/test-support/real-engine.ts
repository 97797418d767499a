import { fileURLToPath } from 'node:url';
import type { Engine } from '@onetrip/engine';
import { createEngine } from '@onetrip/engine';
import { readKnowledge } from '@onetrip/engine/knowledge';

const folder = fileURLToPath(new URL('../../../../knowledge', import.meta.url));
const { knowledge, issues } = await readKnowledge(folder);

/** The engine over this repository's own knowledge, as the server runs it. */
export function realEngine(): Engine {
  if (!knowledge) throw new Error(`The knowledge does not compile: ${issues.map(({ message }) => message).join('\n')}`);
  return createEngine(knowledge);
}
