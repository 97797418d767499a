import type { Library } from './library.ts';
import { declareQuestion } from './read-question.ts';
import type { DeclaredQuestion } from './read-question.ts';
import type { Located, Place } from './yaml/located.ts';
import { MapReader } from './yaml/map-reader.ts';
import { readId } from './yaml/read-scalar.ts';

/** An item whose id and questions are known, and whose rest is still to be read. */
export interface ItemDraft {
  readonly id: string;
  readonly domain: string;
  readonly reader: MapReader;
  readonly questions: readonly { readonly id: string; readonly at: Place }[];
  /** The questions written out in this item, for their `askWhen`. */
  readonly local: readonly DeclaredQuestion[];
}

/** First reading of an item: its id and its own questions, so that everything can be named before it is read. */
export function declareItem(
  { file, domain, fileId }: { readonly file: string; readonly domain: string; readonly fileId: string },
  document: Located | undefined,
  library: Library,
): ItemDraft | undefined {
  const { log, items } = library;
  const top = { file, line: 1, column: 1 };
  const reader = document && MapReader.over(document, '事项', log);
  const id = reader?.id('id') ?? fileId;
  const at = reader?.placeOf('id') ?? top;
  if (id !== fileId) {
    log.error(at, 'file-name', `事项编号是“${id}”，文件却叫“${fileId}.yaml”；请改成一样的。`);
  }
  if (!items.declare(id, at)) return undefined;
  items.fill(id, id);
  // Others may name it either way; the one fault is told above.
  if (!items.has(fileId)) items.declare(fileId, at);
  if (!reader) return undefined;
  const local: DeclaredQuestion[] = [];
  const questions = reader.optionalList('questions').flatMap((node) => {
    if (node.kind === 'map') {
      const declared = declareQuestion(node, library);
      if (declared) local.push(declared);
      return declared ? [{ id: declared.id, at: node.at }] : [];
    }
    const named = readId(node, { log, key: 'questions' });
    return named === undefined ? [] : [{ id: named, at: node.at }];
  });
  checkTwice(questions, library);
  return { id, domain, reader, questions, local };
}

function checkTwice(questions: ItemDraft['questions'], { log }: Library): void {
  const seen = new Set<string>();
  for (const { id, at } of questions) {
    if (seen.has(id)) log.error(at, 'listed-twice', `问题“${id}”列了两次；请留一个。`);
    seen.add(id);
  }
}
