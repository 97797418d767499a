import { compileKnowledge } from './compile-knowledge.ts';
import type { Compiled, CompileOptions } from './compile-knowledge.ts';
import { readFolder } from './read-folder.ts';

/**
 * Compiles a knowledge folder on disk.
 *
 * @throws when the folder cannot be read; whatever is wrong inside its files is an issue.
 * @example
 * const { knowledge, issues } = await readKnowledge('knowledge', { region: 'demo-city', today: '2026-11-22' });
 */
export async function readKnowledge(folder: string, options: CompileOptions = {}): Promise<Compiled> {
  return compileKnowledge(await readFolder(folder), options);
}
