import { createEngine } from '@onetrip/engine';
import type { Engine } from '@onetrip/engine';
import { readKnowledge } from '@onetrip/engine/knowledge';
import { knowledgeFolder } from './paths.ts';

let engine: Engine | undefined;

/** The engine over the delivered knowledge; read once, since it never changes. */
export function demoEngine(): Engine {
  if (engine === undefined) {
    const read = readKnowledge(knowledgeFolder);
    const errors = read.issues.filter((issue) => issue.severity === 'error');
    if (read.knowledge === undefined)
      throw new Error(`knowledge does not compile:\n${errors.map((e) => e.message).join('\n')}`);
    engine = createEngine(read.knowledge);
  }
  return engine;
}
