import { readFileSync } from 'node:fs';
import type { Knowledge } from '@onetrip/engine';
import { readKnowledge } from '@onetrip/engine/knowledge';

/** The knowledge, or every reason why there is none. */
export type LoadedKnowledge =
  { readonly ok: true; readonly knowledge: Knowledge } | { readonly ok: false; readonly faults: readonly string[] };

/**
 * Loads what `KNOWLEDGE` names: a compiled file, the same that the server reads, or a folder of YAML.
 *
 * @throws The system's error when there is no such file or folder.
 */
export async function loadKnowledge(path: string): Promise<LoadedKnowledge> {
  if (path.endsWith('.json')) return { ok: true, knowledge: JSON.parse(readFileSync(path, 'utf8')) as Knowledge };
  const { knowledge, issues } = await readKnowledge(path);
  if (knowledge !== undefined) return { ok: true, knowledge };
  const errors = issues.filter((issue) => issue.severity === 'error');
  return {
    ok: false,
    faults: errors.map(({ file, line, column, message }) => `${file}:${String(line)}:${String(column)} ${message}`),
  };
}
