import { createEngine } from '@onetrip/engine';
import type { Engine } from '@onetrip/engine';
import { readKnowledge } from '@onetrip/engine/knowledge';
import { knowledgeFolder } from './paths.ts';

/**
 * The engine over the delivered knowledge.
 *
 * @throws When the knowledge does not compile; the message lists all that is wrong.
 */
export async function demoEngine(): Promise<Engine> {
  const { knowledge, issues } = await readKnowledge(knowledgeFolder);
  if (knowledge === undefined) {
    const errors = issues.filter((issue) => issue.severity === 'error');
    throw new Error(errors.map(({ file, line, message }) => `${file}:${String(line)} ${message}`).join('\n'));
  }
  return createEngine(knowledge);
}
