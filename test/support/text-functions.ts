import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const packages = fileURLToPath(new URL('../../packages', import.meta.url));
/** They read text and run where somebody else's text arrives. The widget has none that takes a text alone. */
const NAMES = ['engine', 'server', 'bot'];
/** Names of a first parameter that is no text from outside but leads to a file, a database or one of a few sentences. */
const NO_TEXT = /^(?:path|folder|address|region|material)$/;

/** Something that takes a text and nothing else. */
export interface TextFunction {
  /** Where it stands: `server/src/http/clean-text.ts cleanText`. */
  readonly name: string;
  readonly read: (text: string) => unknown;
}

/** Every exported function of the product that can be given a text alone, found in the source so that none is forgotten. */
export async function textFunctions(): Promise<readonly TextFunction[]> {
  const found: TextFunction[] = [];
  for (const file of NAMES.flatMap(sourcesOf)) {
    const names = namesIn(file);
    if (names.length === 0) continue;
    const loaded = (await import(/* @vite-ignore */ file)) as Readonly<Record<string, TextFunction['read']>>;
    for (const name of names) {
      const read = loaded[name];
      if (read) found.push({ name: `${relative(packages, file)} ${name}`, read: (text) => read(text) });
    }
  }
  return found;
}

function sourcesOf(name: string): readonly string[] {
  return readdirSync(join(packages, name, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.(?:test|fixture|oracle))\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('test-support'));
}

function namesIn(file: string): readonly string[] {
  const names: string[] = [];
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  ts.forEachChild(source, (node) => {
    if (ts.isFunctionDeclaration(node) && node.name && takesTextAlone(node)) names.push(node.name.text);
  });
  return names;
}

function takesTextAlone({ modifiers, parameters }: ts.FunctionDeclaration): boolean {
  const kinds = (modifiers ?? []).map(({ kind }) => kind);
  const [first, ...others] = parameters;
  if (!kinds.includes(ts.SyntaxKind.ExportKeyword) || kinds.includes(ts.SyntaxKind.AsyncKeyword) || !first)
    return false;
  if (!/^string(?: \| undefined)?$/.test(first.type?.getText() ?? '') || NO_TEXT.test(first.name.getText()))
    return false;
  return others.every(({ questionToken, initializer }) => questionToken ?? initializer);
}
