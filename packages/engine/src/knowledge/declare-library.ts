import { checkQuestionCycles } from './check-question-cycles.ts';
import { declareItem } from './declare-item.ts';
import type { ItemDraft } from './declare-item.ts';
import type { IssueLog } from './issue-log.ts';
import { Library } from './library.ts';
import { readAuthorities } from './read-authority.ts';
import { readCondition } from './read-condition.ts';
import type { ConditionScope } from './read-condition.ts';
import { createConditionScope, declareFacts } from './read-facts.ts';
import { readMaterials } from './read-material.ts';
import { declareQuestion } from './read-question.ts';
import type { DeclaredQuestion } from './read-question.ts';
import { readSources } from './read-source.ts';
import type { Shelf } from './shelf.ts';
import type { ParsedFile, SortedFiles } from './sort-files.ts';
import type { Located } from './yaml/located.ts';

/** The library with every id declared, and what is left to read with it. */
export interface DeclaredLibrary {
  readonly library: Library;
  readonly conditions: ConditionScope;
  readonly drafts: readonly ItemDraft[];
  /** No question presupposes itself; only then can the rules be asked anything. */
  readonly askable: boolean;
}

/**
 * Declares everything that can be named. Afterwards any file may name anything of any other, in whatever order
 * they are read.
 */
export function declareLibrary(files: SortedFiles, log: IssueLog): DeclaredLibrary {
  const library = new Library(log);
  const declare = (file: ParsedFile | undefined, shelf: Shelf<object>, read: (document: Located) => void) => {
    if (file?.document) read(file.document);
    else if (file) shelf.markIncomplete();
  };
  declare(files.sources, library.sources, (document) => readSources(document, library));
  declare(files.authorities, library.authorities, (document) => readAuthorities(document, library));
  declare(files.facts, library.facts, (document) => declareFacts(document, library));
  const pending: DeclaredQuestion[] = [];
  declare(files.questions, library.questions, (document) => pending.push(...declareQuestions(document, library)));
  const drafts = files.items.flatMap(({ document, ...names }) => {
    // Its questions may be what others then miss.
    if (!document) library.questions.markIncomplete();
    return declareItem({ ...names, domain: names.folder }, document, library) ?? [];
  });
  pending.push(...drafts.flatMap((draft) => draft.local));
  // Last, because a material may name the item that issues it.
  declare(files.materials, library.materials, (document) => readMaterials(document, library));
  const conditions = createConditionScope(library);
  for (const question of pending) readPresupposition(question, conditions);
  const askable = checkQuestionCycles(library);
  return { library, conditions, drafts, askable };
}

function declareQuestions(document: Located, library: Library): readonly DeclaredQuestion[] {
  if (document.kind === 'list') return document.items.flatMap((node) => declareQuestion(node, library) ?? []);
  library.log.error(document.at, 'not-a-list', '这个文件不是列表；请让每个问题以 “- id: ” 开头。');
  library.questions.markIncomplete();
  return [];
}

function readPresupposition({ id, askWhen: node }: DeclaredQuestion, conditions: ConditionScope): void {
  const { questions, origins } = conditions.library;
  const question = questions.peek(id);
  const askWhen = node && readCondition(node, conditions);
  if (!question || !askWhen) return;
  const complete = { ...question, askWhen };
  const at = origins.get(question);
  if (at) origins.set(complete, at);
  questions.fill(id, complete);
}
