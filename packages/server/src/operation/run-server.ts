import { setTimeout as wait } from 'node:timers/promises';
import type { Hono } from 'hono';
import { describeFault } from '../fault.ts';
import { randomId } from '../ids.ts';
import type { SettingDefaults, Settings, ShownSetting } from '../settings.ts';
import { readSettings } from '../settings.ts';
import type { RunningServer } from '../start-server.ts';
import { startServer } from '../start-server.ts';
import { StorageError } from '../storage/storage-error.ts';
import { knowledgeFaultText } from '../text/knowledge-fault-text.ts';
import { serveText } from '../text/serve-text.ts';
import { storageFaultText } from '../text/storage-fault-text.ts';
import { ServerJobs } from './server-jobs.ts';
import type { ServerParts } from './server-parts.ts';
import { openParts } from './server-parts.ts';

/** An app that is ready to be asked, and what belongs to running it. */
export interface ServerApp {
  readonly app: Hono;
  /** Made because nobody could have signed in; shown once. */
  readonly firstLogin?: { readonly name: string; readonly password: string } | undefined;
  /** Deletes what has run out; called every hour. */
  readonly sweep: () => Promise<void>;
  /** Is told each consultation that was deleted because it was kept long enough. */
  readonly erased?: (id: string) => void;
}

/** What a server process is told from outside. */
export interface RunOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where things are, unless the environment says otherwise. */
  readonly places: SettingDefaults;
  /** Puts the app together on all that has been opened. */
  createApp(parts: ServerParts): Promise<ServerApp>;
  /** Without it, the pages show telephone numbers only. */
  readonly hasWidget: boolean;
}

/**
 * Runs a server from its settings to its end: opens what it needs, listens, takes new knowledge while it runs, and on
 * SIGTERM or Ctrl+C finishes what is under way before the process ends with 0. What keeps it from starting is said in
 * a sentence, and the process ends with 1.
 */
export async function runServer(options: RunOptions): Promise<void> {
  const read = readSettings(options.environment, options.places);
  if ('faults' in read) return giveUp(serveText.unusableSettings(read.faults));
  const parts = await openParts(read.settings);
  if (parts instanceof StorageError) return giveUp(storageSentence(parts, read.settings));
  if ('unusableCalendar' in parts) return giveUp(serveText.unusableCalendar(parts.unusableCalendar, parts.errors));
  if ('code' in parts) return giveUp(knowledgeFaultText[parts.code](parts.detail));
  try {
    await serve(parts, options, read.shown);
  } catch (error) {
    // It could be opened, and then refused what a server needs of it before its first request.
    if (!(error instanceof StorageError)) throw error;
    await parts.database.close();
    giveUp(storageSentence(error, read.settings));
  }
}

async function serve(parts: ServerParts, options: RunOptions, shown: readonly ShownSetting[]): Promise<void> {
  const { app, firstLogin, sweep, erased } = await options.createApp(parts);
  const jobs = new ServerJobs(parts, sweep, erased);
  await jobs.prepare();
  const server = await listen(app, parts);
  if (!server) return parts.database.close();
  jobs.start();
  // Whoever reads that it runs may stop it at once.
  heedSignals(server, parts, jobs);
  console.log(`${serveText.settings(shown)}\n`);
  if (firstLogin) console.log(`${serveText.firstLogin(firstLogin)}\n`);
  console.log(serveText.started(server.address, options.hasWidget));
}

function storageSentence({ code }: StorageError, { databaseUrl, databaseFile }: Settings): string {
  return `${storageFaultText[code]}\n  ${databaseUrl === undefined ? databaseFile : withoutPassword(databaseUrl)}`;
}

function withoutPassword(address: string): string {
  if (!URL.canParse(address)) return 'DATABASE_URL';
  const { protocol, host, pathname } = new URL(address);
  return `${protocol}//${host}${pathname}`;
}

async function listen(app: Hono, { settings }: ServerParts): Promise<RunningServer | undefined> {
  const { port, host } = settings;
  try {
    return await startServer(app, port, host);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    giveUp(code === 'EADDRINUSE' ? serveText.portTaken(port) : serveText.cannotListen(host, port, code));
    return undefined;
  }
}

function heedSignals(server: RunningServer, parts: ServerParts, jobs: ServerJobs): void {
  let isStopping = false;
  const stop = (): void => {
    // Told twice, somebody does not want to wait.
    if (isStopping) process.exit(1);
    isStopping = true;
    console.log(serveText.stopping);
    void drain(server, parts, jobs).then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('SIGHUP', () => {
    jobs.publishNow();
  });
  process.on('uncaughtException', (error) => {
    // Node would print the error's text, which may quote what a person typed.
    parts.log.fatal(describeFault(error, randomId().slice(0, 8)), 'fault');
    parts.log.flush(() => process.exit(1));
  });
}

/** Not ready first, then no new connections, then what is under way, and the database last. */
async function drain(server: RunningServer, parts: ServerParts, jobs: ServerJobs): Promise<void> {
  parts.readiness.stop();
  await wait(parts.settings.drainSeconds * 1000);
  await server.stop();
  await jobs.stop();
  await parts.database.close();
  await new Promise<void>((resolve) => {
    parts.log.flush(() => {
      resolve();
    });
  });
}

function giveUp(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
