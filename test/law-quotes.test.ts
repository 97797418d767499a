import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoEngine } from './support/demo-engine.ts';
import { repository } from './support/paths.ts';

/** Texts of laws, kept beside the repository by those who check quotations; not part of it. */
const folder = join(repository, '..', 'shared', 'domain', 'laws');
const laws = existsSync(folder)
  ? readdirSync(folder).map((file) => ({ file, words: plain(readFileSync(join(folder, file), 'utf8')) }))
  : [];

const quoted = demoEngine().knowledge.sources.filter((source) => source.grade === 'law' && source.quote !== undefined);

describe.skipIf(laws.length === 0)('quotes of law (skipped where the texts of the laws are not at hand)', () => {
  it.each(quoted.map((source) => ({ id: source.id, source })))('$id stands word for word in its law', ({ source }) => {
    const title = plain(source.title)
      .replace(/^《|》$/gu, '')
      .replace(/^中华人民共和国/u, '');
    const named = laws.filter(({ file }) => plain(file).includes(title));
    const found = (named.length > 0 ? named : laws).filter(({ words }) => words.includes(plain(source.quote ?? '')));
    expect(
      found.map(({ file }) => file),
      source.quote,
    ).not.toEqual([]);
  });

  it('finds quotes to check', () => {
    expect(quoted.length).toBeGreaterThan(0);
  });
});

/** White space differs from print to print; nothing else may. */
function plain(text: string): string {
  return text.replace(/\s+/gu, '');
}
