import { fileURLToPath } from 'node:url';
import { createEngine } from '@onetrip/engine';
import { createApp } from './app.ts';
import { readKnowledgeFile } from './read-knowledge-file.ts';
import type { Settings } from './settings.ts';
import { readSettings } from './settings.ts';
import type { RunningServer } from './start-server.ts';
import { startServer } from './start-server.ts';
import { openDatabase } from './storage/open-database.ts';
import { loadAssets } from './static/load-assets.ts';
import { serveText } from './text/serve-text.ts';

// This file stands in src/ and, bundled, in dist/: both one folder below the package.
const below = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

await serve();

async function serve(): Promise<void> {
  const read = readSettings(process.env, {
    KNOWLEDGE: below('../../knowledge/dist/knowledge.json'),
    DATABASE: below('../../data/onetrip.db'),
  });
  if ('faults' in read) return giveUp(serveText.unusableSettings(read.faults));
  const { settings } = read;
  const file = readKnowledgeFile(settings.knowledge);
  if ('fault' in file) return giveUp(serveText[file.fault](settings.knowledge));
  const widget = loadAssets(below('../widget/dist'), '/widget');
  const database = await openDatabase(settings.databaseUrl ?? settings.databaseFile);
  const app = createApp({
    engine: createEngine(file.knowledge),
    database,
    site: [...loadAssets(below('site'), ''), ...widget],
    origins: settings.origins,
    log: (fault) => {
      console.error(JSON.stringify(fault));
    },
  });
  const server = await listen(app, settings);
  if (!server) return database.close();
  // Whoever reads that it runs may stop it at once.
  stopOnSignal(async () => {
    await server.stop();
    await database.close();
  });
  console.log(serveText.started(server.address, widget.length > 0));
}

async function listen(app: ReturnType<typeof createApp>, settings: Settings): Promise<RunningServer | undefined> {
  const { port, host } = settings;
  try {
    return await startServer(app, port, host);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    giveUp(code === 'EADDRINUSE' ? serveText.portTaken(port) : serveText.cannotListen(host, port, code));
    return undefined;
  }
}

function stopOnSignal(end: () => Promise<void>): void {
  const stop = (): void => {
    console.log(serveText.stopping);
    void end().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function giveUp(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
