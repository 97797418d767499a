import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from 'recheck';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const packages = fileURLToPath(new URL('../../..', import.meta.url));
/** Fuzzing the longest pattern takes seconds; a machine that is busy must not turn that into another verdict. */
const PATIENCE = { timeout: 120_000 };
const LONGEST = 300_000;

/** What a file says in patterns: the literals, and what is put together at run time. */
function patternsOf(file: string): { readonly literals: readonly string[]; readonly built: readonly string[] } {
  const literals: string[] = [];
  const built: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) literals.push(node.text);
    const isBuilt = (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp';
    if (isBuilt) built.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return { literals, built };
}

function sourcesOf(name: string): readonly string[] {
  return readdirSync(join(packages, name, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.(?:test|fixture|oracle))\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('test-support'));
}

async function verdictOn(literal: string): Promise<string> {
  const end = literal.lastIndexOf('/');
  return (await check(literal.slice(1, end), literal.slice(end + 1), PATIENCE)).status;
}

describe.each(['engine', 'widget', 'server', 'bot'])('every pattern of %s', (name) => {
  const files = sourcesOf(name);

  test('takes time in proportion to what it reads', { timeout: LONGEST }, async () => {
    const literals = [...new Set(files.flatMap((file) => patternsOf(file).literals))];
    expect(literals.length).toBeGreaterThan(3);
    const slow: string[] = [];
    for (const literal of literals) if ((await verdictOn(literal)) !== 'safe') slow.push(literal);
    expect(slow).toEqual([]);
  });

  test('stands in the source, save those that the engine makes of its own lists of words', () => {
    const built = files.flatMap((file) => (patternsOf(file).built.length > 0 ? [file.slice(packages.length)] : []));
    expect(built.filter((file) => !/^engine\/src\/(?:search|words)\//.test(file))).toEqual([]);
  });
});

test('a pattern that is known to take minutes is found out', async () => {
  // The National Insurance number of a public chat: 24 seconds for 63 characters.
  expect(await verdictOn('/[A-Za-z]{2}\\s?([0-9 ]+){6,8}\\s?[A-Za-z]/')).toBe('vulnerable');
  expect(await verdictOn('/(a+)+$/')).toBe('vulnerable');
});
