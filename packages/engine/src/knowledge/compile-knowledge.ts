import type { Issue } from '../model/issue.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { ServiceItem } from '../model/service-item.ts';
import { assembleKnowledge } from './assemble-knowledge.ts';
import { checkDates } from './check-dates.ts';
import { checkNames } from './check-names.ts';
import { checkRules } from './check-rules.ts';
import type { Proposal, RuleFindings } from './check-rules.ts';
import { checkUnused } from './check-unused.ts';
import { CompileMemory } from './compile-memory.ts';
import { declareLibrary } from './declare-library.ts';
import { IssueLog } from './issue-log.ts';
import { readUnusedFacts } from './read-facts.ts';
import { readItem } from './read-item.ts';
import { readPlaces } from './read-places.ts';
import { readSynonyms } from './read-synonyms.ts';
import { readTrip } from './read-trip.ts';
import { sharedText, sortFiles } from './sort-files.ts';

/** How knowledge is compiled. */
export interface CompileOptions {
  /** The folder below `places/` to compile for. Needed only when there are several. */
  readonly region?: string;
  /**
   * The day on which dates and examples are judged, ISO. Default: the newest `checked` date, which finds no date
   * stale or future; pass the real day when a person runs the check.
   */
  readonly today?: string;
  /**
   * What earlier runs worked out; only what has changed since is read, proved and planned again. The result is the
   * same without it. Give the same memory to every run over one folder. Default: none.
   */
  readonly memory?: CompileMemory;
}

/** What compiling gives: the knowledge unless there are errors, and everything worth mending. */
export interface Compiled {
  readonly knowledge: Knowledge | undefined;
  readonly issues: readonly Issue[];
  /** Examples that would try what no example has tried yet, item by item. */
  readonly proposals: readonly Proposal[];
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
  const { memory = new CompileMemory() } = options;
  memory.begin();
  const log = new IssueLog();
  const texts: ReadonlyMap<string, string> = files instanceof Map ? files : new Map(Object.entries(files));
  const sorted = sortFiles(texts, log, memory);
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
  const planDay = newestCheck(items);
  const today = options.today ?? planDay;
  checkNames(library);
  if (today !== undefined) checkDates(items, today, library);
  const shared = memory.recall('shared', [sharedText(texts), options.region], () => ({}));
  const context = { library, places, drafts, memory, shared, textOf: (file: string) => texts.get(file) };
  const { proposals, plans } =
    today !== undefined && planDay !== undefined && askable
      ? checkRules(items, { ...context, today, planDay })
      : nothingFound;
  // What a broken file uses is not known, so nothing is called unused then.
  if (!log.hasErrors) checkUnused(library, unusedFacts);
  const complete = places && !log.hasErrors;
  const knowledge = complete
    ? assembleKnowledge({ library, items, places, lifeEvents, synonyms, plans, memory })
    : undefined;
  return { knowledge, issues: log.sorted(), proposals };
}

const nothingFound: RuleFindings = { proposals: [], plans: new Map() };

function newestCheck(items: readonly ServiceItem[]): string | undefined {
  return items
    .map((item) => item.checked.on)
    .sort()
    .at(-1);
}
