import { statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Engine } from '@onetrip/engine';
import type { Clock } from '../clock.ts';
import { systemClock } from '../clock.ts';
import { CatalogueEngines } from '../catalogue/catalogue-engines.ts';
import { checkFile, EngineShelf } from '../knowledge/engine-shelf.ts';
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
import { serveText } from '../text/serve-text.ts';
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
  // Before the database, which is made where there is none: whoever cannot start leaves nothing behind.
  const file = settings.catalogue === undefined ? readStartingFile(settings) : undefined;
  if (file && 'code' in file) return file;
  const clock = systemClock;
  const database = await openPatiently(settings.databaseUrl ?? settings.databaseFile);
  if (database instanceof StorageError) return database;
  const engines = await openEngines({ settings, database, clock }, file).catch(storageError);
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

/** The knowledge to start with, and the engine over it. */
interface CheckedFile extends StartingFile {
  readonly engine: Engine;
}

async function openEngines(
  { settings, database, clock }: Pick<ServerParts, 'settings' | 'database' | 'clock'>,
  file: CheckedFile | undefined,
): Promise<EngineShelf | CatalogueEngines | KnowledgeFault> {
  const { catalogue = '', knowledgeKeys: keys } = settings;
  if (file) return EngineShelf.open({ database, clock, keys }, file, file.engine);
  const engines = await CatalogueEngines.open({ database, region: catalogue });
  return engines ?? { code: 'catalogue-empty', detail: catalogue };
}

function readStartingFile({ knowledge: path, knowledgeKeys }: Settings): CheckedFile | KnowledgeFault {
  const file = readSigned(path);
  const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  if (!file || written === undefined) return { code: 'knowledge-not-found', detail: path };
  const engine = checkFile(file, knowledgeKeys);
  if (!('code' in engine)) return { ...file, written, engine };
  return engine.code === 'not-a-knowledge-file' ? { ...engine, detail: path } : engine;
}

/** What the storage refused; anything else is a fault of ours. */
function storageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  throw error;
}

const PASSES: readonly StorageFault[] = ['storage-unreachable', 'storage-busy'];

async function openPatiently(address: string): Promise<Database | StorageError> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await openDatabase(address);
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      if (tried === TRIES || !PASSES.includes(error.code)) return error;
      if (tried === 1) console.log(serveText.waiting(TRIES));
      await wait(1000);
    }
  }
}

function partsOf(fault: CalendarFault): readonly string[] {
  return 'errors' in fault ? fault.errors.map(({ path, expected }) => `${path}: ${expected}`) : [];
}
