import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { openParts } from '../operation/server-parts.ts';
import { readSettings } from '../settings.ts';
import { openDatabase } from '../storage/open-database.ts';
import { usePostgres } from '../test-support/postgres.ts';
import { publishedKnowledge } from '../test-support/published-knowledge.ts';
import { temporaryPath } from '../test-support/temporary-database.ts';

const PATIENCE = 120_000;
const postgres = usePostgres();
const run = promisify(execFile);
const script = fileURLToPath(new URL('../catalogue.ts', import.meta.url));

async function publish(address: string, ...words: readonly string[]): Promise<{ code: number; said: string }> {
  try {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', script, ...words], {
      env: { ...process.env, DATABASE_URL: address },
    });
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, said: stderr };
  }
}

test(
  'the command fills the catalogue that a server is then started with, and refuses a file that was changed',
  async () => {
    const address = await postgres.newDatabase();
    const file = `${temporaryPath()}.json`;
    const text = publishedKnowledge('目录里的厅');
    const environment = { DATABASE_URL: address, CATALOGUE: 'demo-city', LOG_LEVEL: 'silent' };
    const read = readSettings(environment, { KNOWLEDGE: 'nowhere.json', DATABASE: '' });
    if ('faults' in read) throw new Error('The settings cannot be used.');
    expect(await openParts(read.settings)).toMatchObject({ code: 'catalogue-empty', detail: 'demo-city' });

    writeFileSync(file, text);
    expect(await publish(address, '--base', file)).toMatchObject({ code: 0 });
    const region = await publish(address, file);
    expect(region.said).toMatch(/as edition 1: 0 items, 0 overlays, 0 questions[^]*Swept 0 editions/);
    const parts = await openParts(read.settings);
    if (!('engines' in parts)) throw new Error('The server does not start.');
    expect(parts.engines.current.knowledge.region.name).toBe('目录里的厅');
    await parts.database.close();

    writeFileSync(file, text.replace('目录里的厅', '别的厅'));
    expect(await publish(address, file)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/知识文件和它写的版本/),
    });
    expect(await publish(address, '--all', file)).toMatchObject({ code: 1, said: expect.stringMatching(/用法/) });
    const database = await openDatabase(address);
    const editions = await database.reader.selectFrom('catalogue_editions').select(['shelf', 'edition']).execute();
    expect(editions).toEqual([
      { shelf: '', edition: 1 },
      { shelf: 'demo-city', edition: 1 },
    ]);
    await database.close();
  },
  PATIENCE,
);
