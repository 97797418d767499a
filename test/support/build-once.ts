import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from '@onetrip/engine';
import type { TestProject } from 'vitest/node';
import { repository } from './paths.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly knowledge: Knowledge;
  }
}

/**
 * Builds once for all files of a run what is out of date: the page must run the engine that is tested beside it, and
 * proving the knowledge takes longer than most tests.
 *
 * @throws When something does not build; its own words stand above.
 */
export default function buildOnce(project: TestProject): void {
  execFileSync(process.execPath, [join(repository, '.ci', 'build.mjs')], { cwd: repository, stdio: 'inherit' });
  const compiled = readFileSync(join(repository, 'knowledge', 'dist', 'knowledge.json'), 'utf8');
  project.provide('knowledge', JSON.parse(compiled) as Knowledge);
}
