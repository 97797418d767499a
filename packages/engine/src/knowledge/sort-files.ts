import type { CompileMemory } from './compile-memory.ts';
import { IssueLog } from './issue-log.ts';
import type { Located } from './yaml/located.ts';
import { parseYaml } from './yaml/parse-yaml.ts';

/** One parsed file; without `document` it could not be read, and the log says why. */
export interface ParsedFile {
  readonly file: string;
  readonly document: Located | undefined;
}

/** A parsed file of a folder, with the names that stand in its path. */
export interface NamedFile extends ParsedFile {
  /** The file's own name without `.yaml`. */
  readonly fileId: string;
  /** The folder it stands in: a domain, or a region. */
  readonly folder: string;
}

/** The knowledge folder by what each file is for, each group in the order of its paths. */
export interface SortedFiles {
  readonly sources?: ParsedFile;
  readonly authorities?: ParsedFile;
  readonly materials?: ParsedFile;
  readonly questions?: ParsedFile;
  readonly facts?: ParsedFile;
  readonly synonyms?: ParsedFile;
  readonly items: readonly NamedFile[];
  readonly trips: readonly NamedFile[];
  readonly regions: readonly NamedFile[];
  readonly services: readonly NamedFile[];
}

type SharedName = 'sources' | 'authorities' | 'materials' | 'questions' | 'facts' | 'synonyms';

const SHARED = /^(sources|authorities|materials|questions|facts|synonyms)\.yaml$/;
const ITEM = /^items\/([^/]+)\/([^/]+)\.yaml$/;
const TRIP = /^(trips)\/([^/]+)\.yaml$/;
const PLACE = /^places\/([^/]+)\/(region|services)\.yaml$/;
/** Compiled knowledge and translations live in the same folder and are not read here. */
const ELSEWHERE = /^(?:dist|locales)\/|\.(?:md|json)$|(?:^|\/)\./;

/** Parses every knowledge file and sorts it by its path; a file that nobody reads is reported. */
export function sortFiles(files: ReadonlyMap<string, string>, log: IssueLog, memory: CompileMemory): SortedFiles {
  const shared: Partial<Record<SharedName, ParsedFile>> = {};
  const groups = {
    items: [] as NamedFile[],
    trips: [] as NamedFile[],
    region: [] as NamedFile[],
    services: [] as NamedFile[],
  };
  for (const file of [...files.keys()].sort()) {
    if (ELSEWHERE.test(file)) continue;
    const name = SHARED.exec(file)?.[1] as SharedName | undefined;
    const place = PLACE.exec(file);
    const item = ITEM.exec(file);
    const found = item ?? TRIP.exec(file) ?? place;
    if (!name && !found) {
      const message = '这个文件不在任何一类里，没有人读它；请看 docs/writing-items.md 里的文件夹。';
      log.warning({ file, line: 1, column: 1 }, 'unknown-file', message);
      continue;
    }
    const text = files.get(file) ?? '';
    const { document, issues } = memory.recall(`parse ${file}`, [text], () => parse(file, text));
    log.include(issues);
    const parsed = { file, document };
    if (name) shared[name] = parsed;
    const named = { ...parsed, folder: found?.[1] ?? '', fileId: found?.[2] ?? '' };
    if (place) groups[place[2] as 'region' | 'services'].push(named);
    else if (item) groups.items.push(named);
    else if (found) groups.trips.push(named);
  }
  return { ...shared, items: groups.items, trips: groups.trips, regions: groups.region, services: groups.services };
}

function parse(file: string, text: string) {
  const log = new IssueLog();
  const document = parseYaml(file, text, log);
  return { document, issues: log.sorted() };
}

/** The texts of every file but the items, as one: what all items rest on. */
export function sharedText(files: ReadonlyMap<string, string>): string {
  return JSON.stringify([...files].filter(([file]) => !ITEM.test(file)).sort(([a], [b]) => (a < b ? -1 : 1)));
}
