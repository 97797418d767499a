import { afterAll, beforeAll } from 'vitest';
import type { RunningPostgres } from './start-postgres.ts';
import { startPostgres } from './start-postgres.ts';

/** A real PostgreSQL of the tests' own. */
export type TestPostgres = Omit<RunningPostgres, 'end'>;

/** Starting a server on a busy machine takes a while. */
const PATIENCE = 120_000;

/** Runs a real PostgreSQL for the tests of a file, and ends it afterwards. */
export function usePostgres(): TestPostgres {
  let running: RunningPostgres | undefined;
  beforeAll(async () => {
    running = await startPostgres();
  }, PATIENCE);
  afterAll(async () => {
    await running?.end();
  }, PATIENCE);
  const server = (): RunningPostgres => {
    if (!running) throw new Error('PostgreSQL has not been started.');
    return running;
  };
  return {
    get folder() {
      return server().folder;
    },
    newDatabase: () => server().newDatabase(),
    stop: () => server().stop(),
    start: () => server().start(),
  };
}
