import { parseArgs } from 'node:util';
import { publishBase, publishRegion } from './catalogue/publish-catalogue.ts';
import { sweepCatalogue } from './catalogue/sweep-catalogue.ts';
import { systemClock } from './clock.ts';
import { checkKnowledge } from './knowledge/check-knowledge.ts';
import { checkSignature } from './knowledge/check-signature.ts';
import { findBrokenItem } from './knowledge/find-broken-item.ts';
import type { KnowledgeFault } from './knowledge/knowledge-fault.ts';
import { readSigned } from './knowledge/read-signed.ts';
import { readSettings } from './settings.ts';
import { openDatabase } from './storage/open-database.ts';
import { StorageError } from './storage/storage-error.ts';
import { catalogueText } from './text/catalogue-text.ts';
import { knowledgeFaultText } from './text/knowledge-fault-text.ts';
import { serveText } from './text/serve-text.ts';
import { storageFaultText } from './text/storage-fault-text.ts';

// Keeps compiled knowledge in the catalogue of a PostgreSQL, after every check that a server makes of a file; then drops
// the editions that nobody needs any more.

await main();

async function main(): Promise<void> {
  const asked = readWords();
  if (!asked) return giveUp(catalogueText.usage);
  const { CATALOGUE: _served, ...environment } = process.env;
  const read = readSettings(environment, { KNOWLEDGE: asked.file, DATABASE: '' });
  if ('faults' in read) return giveUp(serveText.unusableSettings(read.faults));
  const { databaseUrl, knowledgeKeys } = read.settings;
  if (databaseUrl === undefined) return giveUp(catalogueText.usage);
  const fault = await publishFile(asked, databaseUrl, knowledgeKeys);
  if (fault instanceof StorageError) return giveUp(storageFaultText[fault.code]);
  if (fault) giveUp(knowledgeFaultText[fault.code](fault.detail));
}

interface Asked {
  readonly file: string;
  readonly isBase: boolean;
}

function readWords(): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { base: { type: 'boolean' } } });
    const [file, ...rest] = positionals;
    return file === undefined || rest.length > 0 ? undefined : { file, isBase: values.base ?? false };
  } catch {
    // A word it does not know.
    return undefined;
  }
}

async function publishFile(
  { file, isBase }: Asked,
  address: string,
  keys: readonly string[],
): Promise<KnowledgeFault | StorageError | undefined> {
  const signed = readSigned(file);
  if (!signed) return { code: 'knowledge-not-found', detail: file };
  const engine = checkSignature(signed, keys) ?? checkKnowledge(signed.text);
  if ('code' in engine) return engine.code === 'not-a-knowledge-file' ? { ...engine, detail: file } : engine;
  const broken = await findBrokenItem(engine);
  if (broken !== undefined) return { code: 'item-breaks', detail: broken };
  try {
    const database = await openDatabase(address);
    const publish = isBase ? publishBase : publishRegion;
    console.log(catalogueText.done(await publish(database, engine.knowledge, systemClock.now())));
    console.log(catalogueText.swept(await sweepCatalogue(database, systemClock.now())));
    await database.close();
    return undefined;
  } catch (error) {
    if (error instanceof StorageError) return error;
    throw error;
  }
}

function giveUp(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
