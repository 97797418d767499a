import { describe, expect, onTestFinished, test } from 'vitest';
import { Consultations } from '../consultations/consultations.ts';
import { randomId } from '../ids.ts';
import { oneEngine } from '../knowledge/engines.ts';
import { openDatabase } from '../storage/open-database.ts';
import type { Database } from '../storage/database.ts';
import { giveNotice } from '../test-support/give-notice.ts';
import type { GivenNotice } from '../test-support/give-notice.ts';
import { usePostgres } from '../test-support/postgres.ts';
import { realEngine } from '../test-support/real-engine.ts';
import { temporaryPath } from '../test-support/temporary-database.ts';
import { testClock } from '../test-support/test-clock.ts';
import { checkDigit } from './check-digit.ts';
import { Receipts } from './receipts.ts';

const postgres = usePostgres();
const CITIZENS = 40;

// Of 10^11 numbers a nation has some 369 million in use: one draw in 270 meets one of them.
describe.each([
  ['a SQLite file', () => temporaryPath()],
  ['PostgreSQL', () => postgres.newDatabase()],
])('a number that is drawn twice, in %s', { timeout: 60_000 }, (_where, address) => {
  test('is drawn again, and everybody has a notice under a number of their own', async () => {
    const database = await open(await address());
    let drawn = 0;
    const draw = everyNumberTwice(20261122);
    const consultations = consultationsOf(database, () => ((drawn += 1), draw()));
    const told: GivenNotice[] = [];
    while (told.length < CITIZENS) told.push(await giveNotice(consultations));
    expect(new Set(told.map(({ number }) => number)).size).toBe(CITIZENS);
    // All but the first drew what the one before had got.
    expect(drawn).toBe(2 * CITIZENS - 1);
    const kept = await database.reader.selectFrom('receipts').select(['number', 'consultation']).execute();
    const byNumber = new Map(kept.map(({ number, consultation }) => [number, consultation]));
    expect(byNumber).toEqual(new Map(told.map(({ number, consultation }) => [number, consultation])));
  });

  test('again and again takes no number from anybody, and nothing of the turn is kept', async () => {
    const database = await open(await address());
    const consultations = consultationsOf(database, () => '000000000000');
    const first = await giveNotice(consultations);
    await expect(giveNotice(consultations)).rejects.toThrow(/unique/i);
    const kept = await database.reader.selectFrom('receipts').select(['number', 'consultation']).execute();
    expect(kept).toEqual([{ number: first.number, consultation: first.consultation }]);
    const answers = await database.reader.selectFrom('turns').select('answer').execute();
    expect(answers.filter(({ answer }) => answer?.includes('"receipt":'))).toHaveLength(1);
  });
});

async function open(address: string): Promise<Database> {
  const database = await openDatabase(address);
  onTestFinished(() => database.close());
  return database;
}

function consultationsOf(database: Database, draw: () => string): Consultations {
  return new Consultations({
    ...{ engines: oneEngine(realEngine()), database, clock: testClock(), ids: randomId },
    ...{ mostTurns: 300, mostLive: 1000, companions: [], observe: () => undefined },
    receipts: new Receipts({ database, draw }),
  });
}

/** A generator with a seed that gives each of its numbers twice. */
function everyNumberTwice(seed: number): () => string {
  let state = seed;
  let again: string | undefined;
  return () => {
    const before = again;
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    const digits = String(state).padStart(11, '0');
    again = before === undefined ? digits + checkDigit(digits) : undefined;
    return before ?? again ?? '';
  };
}
