import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ROOT } from './house.mjs';
import { inSmallHouse } from './small-house.mjs';

/** A house in which every arrow goes down, one file on each floor. */
const SOUND = {
  'packages/engine/src/model/item.ts': 'export interface Item { readonly id: string }\n',
  'packages/engine/src/text/sentences.ts': "export const hello = '您好';\n",
  'packages/engine/src/words/normalise.ts': 'export const normalise = (text: string): string => text;\n',
  'packages/engine/src/rules/decide.ts':
    "import type { Item } from '../model/item.ts';\nexport const decide = (item: Item): string => item.id;\n",
  'packages/engine/src/search/find.ts':
    "import { normalise } from '../words/normalise.ts';\nexport const find = (words: string): string => normalise(words);\n",
  'packages/engine/src/knowledge/load.ts':
    "import { readFileSync } from 'node:fs';\nimport { decide } from '../rules/decide.ts';\nexport const load = (path: string): string => decide({ id: readFileSync(path, 'utf8') });\n",
  'packages/engine/src/knowledge/index.ts': "export { load } from './load.ts';\n",
  'packages/engine/src/dialogue/talk.ts':
    "import { find } from '../search/find.ts';\nexport const talk = (words: string): string => find(words);\n",
  'packages/engine/src/notice/write.ts':
    "import { hello } from '../text/sentences.ts';\nexport const write = (): string => hello;\n",
  'packages/engine/src/engine.ts':
    "import { talk } from './dialogue/talk.ts';\nimport { write } from './notice/write.ts';\nexport const createEngine = (): string => talk(write());\n",
  'packages/engine/src/index.ts':
    "export { createEngine } from './engine.ts';\nexport type { Item } from './model/item.ts';\n",
  'packages/widget/src/guide.ts':
    "import { createEngine } from '@onetrip/engine';\nexport const guide = (): string => createEngine();\n",
  'packages/server/src/app.ts':
    "import { readFileSync } from 'node:fs';\nimport { createEngine } from '@onetrip/engine';\nimport { load } from '@onetrip/engine/knowledge';\nexport const app = (): string => createEngine() + load('x') + readFileSync('x', 'utf8');\n",
  'packages/bot/src/bot.ts':
    "import { createEngine } from '@onetrip/engine';\nexport const bot = (): string => createEngine();\n",
  'test/support.ts': "import { createEngine } from '@onetrip/engine';\nexport const consult = createEngine;\n",
};

/** What the real check finds in a house: how it ends, and which file breaks which rule. */
function checkFloors(files) {
  return inSmallHouse(files, (root) => {
    const cruiser = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
    const run = (type) =>
      spawnSync(process.execPath, [cruiser, '--config', '--output-type', type, 'packages', 'test'], {
        cwd: root,
        encoding: 'utf8',
      });
    const { violations } = JSON.parse(run('json').stdout).summary;
    return { status: run('err').status, broken: violations.map(({ rule, from }) => `${rule.name}: ${from}`) };
  });
}

test('a house in which every import goes down is sound', async () => {
  expect(await checkFloors(SOUND)).toEqual({ status: 0, broken: [] });
});

/** What it is that breaks, the rule that must say so, the file below packages/, and what is in it. */
const FAULTS = [
  [
    'the front door may not reach up to the list of exports',
    'floor-engine',
    'engine/src/engine.ts',
    "import './index.ts';",
  ],
  ['sentences may not reach up to rules', 'floor-text', 'engine/src/text/up.ts', "import '../rules/decide.ts';"],
  ['errors may not reach up to words', 'floor-errors', 'engine/src/errors.ts', "import './words/normalise.ts';"],
  ['the product needs no test', 'product-needs-no-test', 'bot/src/leaf.ts', "import './some.test.ts';"],
  [
    'a package that only another manifest names is found',
    'declared-package',
    'bot/src/borrowed.ts',
    "import 'esbuild';",
  ],
  ['rules may not reach up to search', 'floor-rules', 'engine/src/rules/up.ts', "import '../search/find.ts';"],
  ['words may not reach up to rules', 'floor-words', 'engine/src/words/up.ts', "import '../rules/decide.ts';"],
  [
    'model may not reach up to rules, even for a type',
    'floor-model',
    'engine/src/model/up.ts',
    "import type { decide } from '../rules/decide.ts';\nexport type Decide = typeof decide;",
  ],
  ['search may not reach up to dialogue', 'floor-search', 'engine/src/search/up.ts', "import '../dialogue/talk.ts';"],
  [
    'knowledge may not reach up to search',
    'floor-knowledge',
    'engine/src/knowledge/up.ts',
    "import '../search/find.ts';",
  ],
  [
    'notice and dialogue do not know each other',
    'floor-notice',
    'engine/src/notice/side.ts',
    "import '../dialogue/talk.ts';",
  ],
  [
    'dialogue and notice do not know each other',
    'floor-dialogue',
    'engine/src/dialogue/side.ts',
    "import '../notice/write.ts';",
  ],
  ['no floor may reach up to the front door', 'floor-rules', 'engine/src/rules/up-2.ts', "import '../engine.ts';"],
  [
    'a test on a low floor may not reach up either',
    'floor-rules',
    'engine/src/rules/up.test.ts',
    "import '../engine.ts';",
  ],
  [
    'a new folder of the engine must first be given a floor',
    'a-floor-for-every-file',
    'engine/src/attic/box.ts',
    "import '../model/item.ts';",
  ],
  [
    'a channel enters the engine by its door',
    'engine-door',
    'server/src/short-cut.ts',
    "import '../../engine/src/rules/decide.ts';",
  ],
  [
    'the server does not know the widget',
    'channel-server',
    'server/src/side.ts',
    "import '../../widget/src/guide.ts';",
  ],
  ['the widget does not know the bot', 'channel-widget', 'widget/src/side.ts', "import '../../bot/src/bot.ts';"],
  ['the bot does not know the server', 'channel-bot', 'bot/src/side.ts', "import '../../server/src/app.ts';"],
  [
    'the engine does not know a channel',
    'engine-below-channels',
    'engine/src/engine-up.ts',
    "import '../../bot/src/bot.ts';",
  ],
  ['no package leans on a test', 'nothing-imports-test', 'bot/src/lean.ts', "import '../../../test/support.ts';"],
  ['no file enters its own folder by the door', 'own-door', 'engine/src/knowledge/again.ts', "import './index.ts';"],
  [
    'no file enters its own package by the door',
    'own-package-door',
    'widget/src/parts/again.ts',
    "import '../index.ts';",
  ],
  ['the engine needs no Node', 'no-node-in-engine', 'engine/src/rules/read.ts', "import 'node:fs';"],
  ['the widget needs no Node', 'no-node-in-widget', 'widget/src/read.ts', "import 'node:path';"],
  [
    'the widget may not enter by the Node-only door',
    'browser-door',
    'widget/src/read-2.ts',
    "import '@onetrip/engine/knowledge';",
  ],
  ['an import that leads nowhere is found', 'resolvable', 'bot/src/lost.ts', "import './nowhere.ts';"],
  ['a package that no manifest names is found', 'resolvable', 'bot/src/lost-2.ts', "import 'left-pad';"],
];

/** Faults of two files each: whichever the circle is entered by, the rule must say so. */
const CIRCLES = {
  'packages/engine/src/rules/left.ts':
    "import { right } from './right.ts';\nexport const left = (): string => right();\n",
  'packages/engine/src/rules/right.ts':
    "import { left } from './left.ts';\nexport const right = (): string => left();\n",
  'packages/engine/src/model/egg.ts':
    "import type { Hen } from './hen.ts';\nexport interface Egg { readonly of: Hen }\n",
  'packages/engine/src/model/hen.ts':
    "import type { Egg } from './egg.ts';\nexport interface Hen { readonly of: Egg }\n",
};

/** One house with every fault in it: each stands in a file of its own. */
let ruin;
beforeAll(async () => {
  const faults = FAULTS.map(([, , path, content]) => [`packages/${path}`, `${content}\n`]);
  const door = { 'packages/widget/src/index.ts': 'export {};\n', 'packages/bot/src/some.test.ts': 'export {};\n' };
  ruin = await checkFloors({ ...SOUND, ...door, ...CIRCLES, ...Object.fromEntries(faults) });
});

test('a house with a fault does not pass', () => {
  expect(ruin.status).toBeGreaterThan(0);
});

test.each(FAULTS)('%s', (_title, rule, path) => {
  expect(ruin.broken).toContain(`${rule}: packages/${path}`);
});

test('two files that need each other are a circle', () => {
  expect(ruin.broken.join()).toMatch(/no-circle: packages\/engine\/src\/rules\/(left|right)\.ts/);
});

test('a circle of types is a circle', () => {
  expect(ruin.broken.join()).toMatch(/no-circle: packages\/engine\/src\/model\/(egg|hen)\.ts/);
});

test('every rule of the floors has a fault that proves it', async () => {
  const { default: config } = await import('../.dependency-cruiser.mjs');
  const proved = new Set(ruin.broken.map((line) => line.split(':')[0]));
  expect([...proved].sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
});
