import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { SecretFinder } from './secret-finder.ts';
import { temporaryPath } from './temporary-database.ts';

test('finds exactly the secrets that stand in bytes, wherever they stand', () => {
  const word = fc.array(fc.constantFrom('1', '2', '１'), { minLength: 4, maxLength: 6 }).map((parts) => parts.join(''));
  const text = fc.array(fc.constantFrom('1', '2', '１', '\0', 'é'), { maxLength: 60 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 20 }), text, (secrets, said) => {
      const found = new SecretFinder(secrets).in(Buffer.from(said));
      expect([...found].sort()).toEqual(secrets.filter((secret) => said.includes(secret)).sort());
    }),
  );
});

test('tells where below a folder they stand, and nothing of the places without any', () => {
  const folder = dirname(temporaryPath());
  for (const [path, content] of [
    ['log', 'a 13800138000'],
    ['data/base/1/2', '13800138000 13900139000'],
    ['data/base/1/3', '13800138000'],
    ['data/pg_wal/1', '1380013800'],
  ] as const) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const { found, bytes } = new SecretFinder(['13800138000', '13900139000']).below(folder);
  expect(found).toEqual({ log: 1, 'data/base': 2 });
  expect(bytes).toBe(57);
});

test('refuses a secret so short that it stands everywhere', () => {
  expect(() => new SecretFinder(['138'])).toThrow('3 bytes');
});
