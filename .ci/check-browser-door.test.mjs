import { expect, test } from 'vitest';
import { checkBrowserDoor } from './check-browser-door.mjs';
import { inSmallHouse } from './small-house.mjs';

const DOOR = 'packages/engine/src/index.ts';
const check = (files) => inSmallHouse(files, (root) => checkBrowserDoor(root, DOOR));

test('a door behind which nothing needs Node is sound', async () => {
  const found = await check({
    [DOOR]: "export { add } from './rules/add.ts';\n",
    'packages/engine/src/rules/add.ts': 'export const add = (a: number, b: number): number => a + b;\n',
  });
  expect(found.problems).toEqual([]);
  expect(found.bytes).toBeGreaterThan(0);
});

test.each(['node:fs', 'fs', 'node:fs/promises', 'node:crypto', 'yaml', 'opencc-js', 'pinyin-pro'])(
  '%s two files behind the door is found, with the way to it',
  async (name) => {
    const found = await check({
      [DOOR]: "export { read } from './notice/read.ts';\n",
      'packages/engine/src/notice/read.ts': "import { deep } from '../rules/deep.ts';\nexport const read = deep;\n",
      'packages/engine/src/rules/deep.ts': `import * as all from '${name}';\nexport const deep = (): unknown => all;\n`,
    });
    expect(found.problems).toEqual([
      `${name} is reached from the browser door: ${DOOR} → packages/engine/src/notice/read.ts → packages/engine/src/rules/deep.ts → ${name}`,
    ]);
  },
);

test('all that is wrong behind the door is told in one run', async () => {
  const found = await check({ [DOOR]: "import 'node:fs';\nimport 'node:os';\nimport 'yaml';\n" });
  expect(found.problems).toHaveLength(3);
});

test('an import that leads nowhere is a problem, not a sound door', async () => {
  const found = await check({ [DOOR]: "export { lost } from './nowhere.ts';\n" });
  expect(found.problems).toEqual([`${DOOR}:1 Could not resolve "./nowhere.ts"`]);
});

test('a type taken from the Node-only side leaves the door sound', async () => {
  const found = await check({
    [DOOR]: "import type { Stats } from 'node:fs';\nexport const size = (of: Stats): number => of.size;\n",
  });
  expect(found.problems).toEqual([]);
});
