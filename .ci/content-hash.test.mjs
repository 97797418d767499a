import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentHash } from './content-hash.mjs';

let root;
const hash = () => contentHash(root, ['src', 'one.txt']);
const write = (path, content) => writeFileSync(join(root, path), content);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hash-'));
  mkdirSync(join(root, 'src', 'deep'), { recursive: true });
  write('src/a.ts', 'a');
  write('src/deep/b.ts', 'b');
  write('one.txt', '1');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('the same content has the same name', () => {
  const before = hash();
  write('src/a.ts', 'a');
  expect(hash()).toBe(before);
});

test.each([
  ['a changed file', () => write('src/deep/b.ts', 'B')],
  ['a new file', () => write('src/c.ts', '')],
  ['a file that moved', () => renameSync(join(root, 'src/a.ts'), join(root, 'src/z.ts'))],
  ['a file that is gone', () => rmSync(join(root, 'one.txt'))],
])('%s gives another name', (_what, change) => {
  const before = hash();
  change();
  expect(hash()).not.toBe(before);
});

test('a new test gives the same name, since no build depends on it', () => {
  const before = hash();
  write('src/a.test.ts', 'test');
  expect(hash()).toBe(before);
});
