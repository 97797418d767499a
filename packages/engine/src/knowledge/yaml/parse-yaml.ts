import { Composer, LineCounter, Parser } from 'yaml';
import type { CST, YAMLError } from 'yaml';
import type { IssueLog } from '../issue-log.ts';
import { findTooDeep, MAX_DEPTH } from './find-too-deep.ts';
import type { Located } from './located.ts';
import { locateNodes } from './locate-nodes.ts';
import { describeSyntaxError } from './describe-syntax-error.ts';

/** Larger files are refused unread. */
const MAX_BYTES = 5_000_000;
/** One broken bracket can bring thousands of follow-up faults; the first ones say it all. */
const MAX_SYNTAX_ISSUES = 50;

/**
 * The content of one YAML file as located data, or `undefined` when it cannot be read; the log then says why.
 *
 * A hostile file (endless nesting, aliases of aliases, strange tags) gives issues: it neither throws nor hangs.
 */
export function parseYaml(file: string, text: string, log: IssueLog): Located | undefined {
  const top = { file, line: 1, column: 1 };
  // Officials' editors like to put a byte order mark in front.
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_BYTES) {
    log.error(top, 'file-too-large', `文件有 ${bytes} 字节，最多 ${MAX_BYTES} 字节；请拆成几个文件。`);
    return undefined;
  }
  const lines = new LineCounter();
  const place = (offset: number) => {
    const { line, col } = lines.linePos(Math.min(offset, source.length));
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const tokens = [...new Parser(lines.addNewLine).parse(source)];
  const tooDeep = findTooDeep(tokens);
  if (tooDeep !== undefined) {
    log.error(place(tooDeep), 'nested-too-deep', `嵌套超过 ${MAX_DEPTH} 层；请写得平一些。`);
    return undefined;
  }
  const documents = composeDocuments(tokens, source.length, lines);
  const errors = documents.flatMap((document) => document.errors).filter((error) => !isAboutTag(error));
  for (const error of errors.slice(0, MAX_SYNTAX_ISSUES)) {
    log.error(place(error.pos[0]), 'yaml-syntax', describeSyntaxError(error, source));
  }
  const second = documents[1];
  if (second) {
    log.error(
      place(second.range[0]),
      'several-documents',
      '一个文件里只能有一份内容；请删去 “---” 之后的部分，或另存一个文件。',
    );
  }
  const contents = documents[0]?.contents;
  if (errors.length > 0 || second) return undefined;
  if (!contents) {
    log.error(top, 'empty-file', '文件是空的；请写上内容，或者删去这个文件。');
    return undefined;
  }
  return locateNodes(contents, { place, source, log, anchors: documents[0] });
}

/** Composes without ever building nested values: the tokens were measured, so its recursion stays shallow. */
function composeDocuments(tokens: readonly CST.Token[], length: number, lineCounter: LineCounter) {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    strict: true,
    // Checked in locateNodes: the library compares every key with every other one.
    uniqueKeys: false,
    merge: false,
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter,
  });
  return [...composer.compose(tokens, true, length)];
}

/** Tags are refused in locateNodes, where the value they stand on is known. */
function isAboutTag(error: YAMLError): boolean {
  return error.code === 'TAG_RESOLVE_FAILED';
}
