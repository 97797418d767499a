import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadKnowledge } from './load-knowledge.ts';

const small = fileURLToPath(new URL('./test-support/knowledge', import.meta.url));

describe('loadKnowledge', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onetrip-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('gives the same knowledge from its folder and from its compiled file', async () => {
    const compiled = await loadKnowledge(small);
    if (!compiled.ok) throw new Error(compiled.faults.join('\n'));
    const file = join(folder, 'knowledge.json');
    writeFileSync(file, JSON.stringify(compiled.knowledge));
    expect(await loadKnowledge(file)).toEqual(compiled);
  });

  it('names file, line and column of each fault', async () => {
    writeFileSync(join(folder, 'sources.yaml'), '- { id: rule, grade: law }\n');
    const loaded = await loadKnowledge(folder);
    expect(loaded.ok ? [] : loaded.faults).toContainEqual(expect.stringMatching(/^sources\.yaml:1:\d+ /u));
  });

  it('fails on a path where nothing is', async () => {
    await expect(loadKnowledge(join(folder, 'nothing'))).rejects.toThrow('ENOENT');
  });
});
