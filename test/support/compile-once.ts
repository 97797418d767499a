import { readKnowledge } from '@onetrip/engine/knowledge';
import type { Knowledge } from '@onetrip/engine';
import type { TestProject } from 'vitest/node';
import { knowledgeFolder } from './paths.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly knowledge: Knowledge;
  }
}

/**
 * Compiles the delivered knowledge once for all files of a run; proving it takes longer than most tests.
 *
 * @throws When it does not compile; the message lists all that is wrong.
 */
export default async function compileOnce(project: TestProject): Promise<void> {
  const { knowledge, issues } = await readKnowledge(knowledgeFolder);
  if (knowledge === undefined) {
    const errors = issues.filter((issue) => issue.severity === 'error');
    throw new Error(errors.map(({ file, line, message }) => `${file}:${String(line)} ${message}`).join('\n'));
  }
  project.provide('knowledge', knowledge);
}
