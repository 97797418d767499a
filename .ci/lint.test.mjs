import { join } from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import { ROOT } from './house.mjs';

const eslint = new ESLint({ cwd: ROOT });

/** The rules that a text breaks when it stands where an existing file stands, so that its types can be known. */
async function brokenRules(path, text) {
  const [{ messages }] = await eslint.lintText(text, { filePath: join(ROOT, path) });
  return messages.map(({ ruleId, message }) => ruleId ?? message);
}

const ENGINE = 'packages/engine/src/engine.ts';
const PORT = 'packages/widget/src/port/port.ts';
const SCRIPT = '.ci/house.mjs';

test('a small documented function is sound', async () => {
  const text = '/** Adds what two windows charge. */\nexport const add = (a: number, b: number): number => a + b;\n';
  expect(await brokenRules(ENGINE, text)).toEqual([]);
});

const lines = (count) => "console.log('');\n".repeat(count);

const FAULTS = [
  ['any', '@typescript-eslint/no-explicit-any', ENGINE, '/** Says yes. */\nexport const yes = (a: any): boolean => a;'],
  ['an exported thing without a docstring', 'jsdoc/require-jsdoc', ENGINE, 'export const one = 1;'],
  ['an exported type without a docstring', 'jsdoc/require-jsdoc', ENGINE, 'export interface One { readonly one: 1 }'],
  ['a docstring that says nothing', 'jsdoc/require-description', ENGINE, '/** */\nexport const one = 1;'],
  ['a door that exports all it finds', 'no-restricted-syntax', ENGINE, "export * from './model/notice.ts';"],
  [
    'a type imported as a value',
    '@typescript-eslint/consistent-type-imports',
    ENGINE,
    "import { Notice } from './model/notice.ts';\n/** One. */\nexport type One = Notice;",
  ],
  ['a clock in the engine', 'no-restricted-syntax', ENGINE, '/** Now. */\nexport const now = new Date();'],
  ['another clock in the engine', 'no-restricted-syntax', ENGINE, '/** Now. */\nexport const now = Date.now();'],
  ['chance in the engine', 'no-restricted-syntax', ENGINE, '/** Luck. */\nexport const luck = Math.random();'],
  ['the process in the engine', 'no-restricted-globals', ENGINE, '/** Who. */\nexport const who = process.pid;'],
  ['the network in the engine', 'no-restricted-globals', ENGINE, "void fetch('/');"],
  [
    'markup taken from knowledge',
    'no-restricted-imports',
    PORT,
    "import { unsafeHTML } from 'lit/directives/unsafe-html.js';\nunsafeHTML('');",
  ],
  ['markup put in by hand', 'no-restricted-syntax', PORT, "document.body.innerHTML = '';"],
  [
    'a way into another package past its door',
    'no-restricted-imports',
    PORT,
    "import '../../../engine/src/engine.ts';",
  ],
  [
    'a picture without words',
    'lit-a11y/alt-text',
    PORT,
    'import { html } from \'lit\';\n/** A picture. */\nexport const picture = html`<img src="a.png" />`;',
  ],
  ['a file of more than 400 lines', 'max-lines', SCRIPT, lines(401)],
  ['a function of more than 60 lines', 'max-lines-per-function', SCRIPT, `export function long() {\n${lines(60)}}`],
  ['five parameters', 'max-params', SCRIPT, 'export const five = (a, b, c, d, e) => [a, b, c, d, e];'],
  ['a word that stands for nothing', 'no-undef', SCRIPT, 'nothing();'],
  ['work that was put off', 'no-warning-comments', SCRIPT, '// TODO later'],
];

test.each(FAULTS)('%s is found', async (_what, rule, path, text) => {
  expect(await brokenRules(path, `${text}\n`)).toContain(rule);
});

test('a comment cannot switch a rule off', async () => {
  const text = '/* eslint-disable */\nexport const one = 1;\n';
  expect(await brokenRules(ENGINE, text)).toContain('jsdoc/require-jsdoc');
});
