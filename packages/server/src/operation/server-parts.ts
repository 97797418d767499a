import { statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import { systemClock } from '../clock.ts';
import { CatalogueEngines } from '../catalogue/catalogue-engines.ts';
import { EngineShelf } from '../knowledge/engine-shelf.ts';
import type { StartingFile } from '../knowledge/engine-shelf.ts';
import { readSigned } from '../knowledge/read-signed.ts';
import type { KnowledgeFault } from '../knowledge/knowledge-fault.ts';
import type { Calendar } from '../ledger/calendar/calendar.ts';
import type { CalendarFault } from '../ledger/calendar/read-calendar.ts';
import { readCalendar } from '../ledger/calendar/read-calendar.ts';
import type { Settings } from '../settings.ts';
import type { Database } from '../storage/database.ts';
import { openDatabase } from '../storage/open-database.ts';
import { StorageError } from '../storage/storage-error.ts';
import type { StorageFault } from '../storage/storage-error.ts';
import type { Log } from './log.ts';
import { createLog } from './log.ts';
import { Metrics } from './metrics.ts';
import { Readiness } from './readiness.ts';
import { recentFigures } from './recent-figures.ts';

/** All that an app of a running server stands on. */
export interface ServerParts {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly database: Database;
  readonly engines: EngineShelf | CatalogueEngines;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  /** Of the file that CALENDAR names. */
  readonly calendar: Calendar | undefined;
}

/** A calendar file that cannot be used, and what is wrong in it. */
export interface UnusableCalendar {
  readonly unusableCalendar: string;
  /** `closed.0.from`; none when the file is not there or is no JSON. */
  readonly errors: readonly string[];
}

/** Tries to reach a database that starts at the same time, one a second. */
const TRIES = 30;

/** Opens the log, the database and the knowledge, or says what is missing. */
export async function openParts(
  settings: Settings,
): Promise<ServerParts | KnowledgeFault | UnusableCalendar | StorageError> {
  const calendar = settings.calendar === undefined ? undefined : readCalendar(settings.calendar);
  if (calendar && 'code' in calendar) return { unusableCalendar: settings.calendar ?? '', errors: partsOf(calendar) };
  const clock = systemClock;
  const database = await openPatiently(settings.databaseUrl ?? settings.databaseFile);
  if (database instanceof StorageError) return database;
  const engines = await openEngines(settings, database, clock);
  if ('code' in engines) {
    await database.close();
    return engines;
  }
  return {
    settings,
    clock,
    database,
    engines,
    log: createLog({ level: settings.logLevel }),
    metrics: new Metrics({
      engines,
      queueDepth: () => database.waiting,
      figures: recentFigures({ database, clock, engines }),
    }),
    readiness: new Readiness({ database, clock }),
    calendar,
  };
}

async function openEngines(
  { catalogue, knowledge, knowledgeKeys: keys }: Settings,
  database: Database,
  clock: Clock,
): Promise<EngineShelf | CatalogueEngines | KnowledgeFault> {
  if (catalogue !== undefined) {
    const engines = await CatalogueEngines.open({ database, region: catalogue });
    return engines ?? { code: 'catalogue-empty', detail: catalogue };
  }
  const file = readStartingFile(knowledge);
  if ('code' in file) return file;
  const engines = await EngineShelf.open({ database, clock, keys }, file);
  return 'code' in engines && engines.code === 'not-a-knowledge-file' ? { ...engines, detail: knowledge } : engines;
}

function readStartingFile(path: string): StartingFile | KnowledgeFault {
  const file = readSigned(path);
  const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return file && written !== undefined ? { ...file, written } : { code: 'knowledge-not-found', detail: path };
}

const PASSES: readonly StorageFault[] = ['storage-unreachable', 'storage-busy'];

async function openPatiently(address: string): Promise<Database | StorageError> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await openDatabase(address);
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      if (tried === TRIES || !PASSES.includes(error.code)) return error;
      await wait(1000);
    }
  }
}

function partsOf(fault: CalendarFault): readonly string[] {
  return 'errors' in fault ? fault.errors.map(({ path, expected }) => `${path}: ${expected}`) : [];
}
