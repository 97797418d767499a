import type { Issue } from '../model/issue.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { ServiceItem } from '../model/service-item.ts';
import { assembleKnowledge, overlayItem } from './assemble-knowledge.ts';
import { checkDates } from './check-dates.ts';
import { checkItem } from './check-item.ts';
import { checkNames } from './check-names.ts';
import { checkUnused } from './check-unused.ts';
import type { ItemDraft } from './declare-item.ts';
import { declareLibrary } from './declare-library.ts';
import { IssueLog } from './issue-log.ts';
import type { Library } from './library.ts';
import { readUnusedFacts } from './read-facts.ts';
import { readItem } from './read-item.ts';
import { readPlaces } from './read-places.ts';
import type { LocalPlaces } from './read-places.ts';
import { readSynonyms } from './read-synonyms.ts';
import { readTrip } from './read-trip.ts';
import { sortFiles } from './sort-files.ts';

/** How knowledge is compiled. */
export interface CompileOptions {
  /** The folder below `places/` to compile for. Needed only when there are several. */
  readonly region?: string;
  /**
   * The day on which dates and examples are judged, ISO. Default: the newest `checked` date, which finds no date
   * stale or future; pass the real day when a person runs the check.
   */
  readonly today?: string;
}

/** What compiling gives: the knowledge unless there are errors, and everything worth mending. */
export interface Compiled {
  readonly knowledge: Knowledge | undefined;
  readonly issues: readonly Issue[];
}

/**
 * Compiles the texts of a knowledge folder (path below the folder → text) into one frozen knowledge.
 *
 * Finds all faults of all files in one run. Pure: the same texts and options give the same result, and no text
 * makes it throw.
 *
 * @example
 * const { knowledge, issues } = compileKnowledge(new Map([['sources.yaml', '- id: …']]), { today: '2026-11-22' });
 */
export function compileKnowledge(
  files: ReadonlyMap<string, string> | Readonly<Record<string, string>>,
  options: CompileOptions = {},
): Compiled {
  const log = new IssueLog();
  const sorted = sortFiles(files instanceof Map ? files : new Map(Object.entries(files)), log);
  const { library, conditions, drafts, askable } = declareLibrary(sorted, log);
  if (sorted.items.length === 0) {
    log.error({ file: 'items', line: 1, column: 1 }, 'no-items', '没有一个事项；请写 items/<类别>/<编号>.yaml。');
  }
  const items = drafts.flatMap((draft) => readItem(draft, conditions) ?? []);
  const places = readPlaces(sorted, { library, conditions, items, wanted: options.region });
  const lifeEvents = sorted.trips.flatMap(({ document, fileId }) =>
    document ? (readTrip(document, fileId, library) ?? []) : [],
  );
  const synonyms = sorted.synonyms?.document ? readSynonyms(sorted.synonyms.document, log) : {};
  const unusedFacts = readUnusedFacts(conditions);
  const today = options.today ?? newestCheck(items);
  checkNames(library);
  if (today !== undefined) {
    checkDates(items, today, library);
    if (askable) checkRules(items, { library, places, today, drafts });
  }
  // What a broken file uses is not known, so nothing is called unused then.
  if (!log.hasErrors) checkUnused(library, unusedFacts);
  const complete = places && !log.hasErrors;
  const knowledge = complete ? assembleKnowledge({ library, items, places, lifeEvents, synonyms }) : undefined;
  return { knowledge, issues: log.sorted() };
}

interface RuleContext {
  readonly library: Library;
  readonly places: LocalPlaces | undefined;
  readonly today: string;
  readonly drafts: readonly ItemDraft[];
}

/** Judges what the items decide. An item that rests on a broken file is left for the next run. */
function checkRules(items: readonly ServiceItem[], { library, places, today, drafts }: RuleContext): void {
  const { log, origins } = library;
  const broken = ['questions.yaml', 'facts.yaml', 'materials.yaml'].some((file) => log.hasErrorsIn(file));
  if (broken) return;
  const questions = library.questions.entries().map(([, question]) => question);
  for (const item of items) {
    const at = origins.get(item);
    if (!at || log.hasErrorsIn(at.file)) continue;
    const local = places ? overlayItem(item, places) : item;
    const listed = drafts.find((draft) => draft.id === item.id)?.questions ?? [];
    checkItem({ item: local, at, listed, questions, today, log, origins });
  }
}

function newestCheck(items: readonly ServiceItem[]): string | undefined {
  return items
    .map((item) => item.checked.on)
    .sort()
    .at(-1);
}
