import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileKnowledge } from './compile-knowledge.ts';
import { readKnowledge } from './read-knowledge.ts';
import { smallFolder } from './test-support/small-folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onetrip-read-'));
  for (const [file, text] of smallFolder()) write(file, text);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

describe('readKnowledge', () => {
  it('gives for a folder what compiling its texts gives', async () => {
    expect(await readKnowledge(folder)).toEqual(compileKnowledge(smallFolder()));
  });

  it('reads over what is no knowledge: notes, compiled files, translations', async () => {
    write('README.md', '- {');
    write('dist/knowledge.json', '{');
    write('locales/en/card.yaml', 'title: Card');
    expect((await readKnowledge(folder)).issues).toEqual([]);
  });

  it('warns of a YAML file that stands where nobody reads it', async () => {
    write('items/card.yaml', 'id: card');
    write('sources.yml', '- {');
    const { knowledge, issues } = await readKnowledge(folder);
    expect(issues.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'items/card.yaml unknown-file',
      'sources.yml unknown-file',
    ]);
    expect(knowledge).toBeDefined();
  });

  it('follows no link out of the folder', async () => {
    symlinkSync('/', join(folder, 'items', 'everything'));
    expect((await readKnowledge(folder)).issues).toEqual([]);
  });

  it('throws when there is no such folder', async () => {
    await expect(readKnowledge(join(folder, 'nowhere'))).rejects.toThrow('ENOENT');
  });
});
