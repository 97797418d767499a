import type { Knowledge, ServiceItem } from '@onetrip/engine';
import { createEngine } from '@onetrip/engine';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Consultations } from '../consultations/consultations.ts';
import { idOf } from '../consultations/sealed-opening.ts';
import { randomId } from '../ids.ts';
import { RetentionJob } from '../operation/retention/retention-job.ts';
import { Receipts } from '../receipts/receipts.ts';
import type { Database } from '../storage/database.ts';
import { openDatabase } from '../storage/open-database.ts';
import { StorageError } from '../storage/storage-error.ts';
import { bodyText } from '../test-support/body-text.ts';
import { usePostgres } from '../test-support/postgres.ts';
import { compiledRegion, realItems, regionCalled, syntheticItem } from '../test-support/synthetic-regions.ts';
import { testClock } from '../test-support/test-clock.ts';
import { CatalogueEngines } from './catalogue-engines.ts';
import { publishBase, publishRegion } from './publish-catalogue.ts';
import { GRACE, sweepCatalogue } from './sweep-catalogue.ts';

const PATIENCE = 120_000;
const DAY = 24 * 60 * 60 * 1000;

const postgres = usePostgres();
let address: string;
let database: Database;

beforeEach(async () => {
  address = await postgres.newDatabase();
  database = await openDatabase(address);
  await publishBase(database, compiledRegion(regionCalled('base'), [...realItems(), syntheticItem(0)]), 0);
}, PATIENCE);

afterEach(() => database.close(), PATIENCE);

/** The region as it is published at a time, with a fee and an item that no other edition has. */
function edition(fee: number): Knowledge {
  const shared = syntheticItem(0);
  const changed: ServiceItem = {
    ...shared,
    obligations: shared.obligations.map((one) => (one.kind === 'fee' ? { ...one, amount: fee } : one)),
  };
  return compiledRegion(regionCalled('here'), [...realItems(), changed, syntheticItem(fee)]);
}

async function publish(fee: number, at: number): Promise<Knowledge> {
  const knowledge = edition(fee);
  await publishRegion(database, knowledge, at);
  return knowledge;
}

async function openEngines(): Promise<CatalogueEngines> {
  const engines = await CatalogueEngines.open({ database, region: 'here' });
  if (!engines) throw new Error('Nothing was published.');
  return engines;
}

function consultationsOver(engines: CatalogueEngines): Consultations {
  return new Consultations({
    ...{ engines, database, clock: testClock(), ids: randomId, mostTurns: 300, mostLive: 1 },
    ...{ receipts: new Receipts({ database }), companions: [], observe: () => undefined },
  });
}

async function editionsOf(shelf: string): Promise<readonly number[]> {
  const rows = await database.reader
    .selectFrom('catalogue_editions')
    .select('edition')
    .where('shelf', '=', shelf)
    .orderBy('edition')
    .execute();
  return rows.map((row) => row.edition);
}

async function itemsIn(shelf: string): Promise<readonly string[]> {
  const rows = await database.reader
    .selectFrom('catalogue_items')
    .select('id')
    .where('shelf', '=', shelf)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

async function feeSaid(engines: CatalogueEngines, version: string): Promise<readonly unknown[] | undefined> {
  const engine = await engines.holding({ version, items: [syntheticItem(0).id] });
  const item = engine?.knowledge.items.find(({ id }) => id === syntheticItem(0).id);
  return item?.obligations.flatMap((one) => (one.kind === 'fee' ? [one.amount] : []));
}

describe('an edition of the catalogue', { timeout: PATIENCE }, () => {
  test('stays while a consultation that began under it is kept, and goes with its rows when none is', async () => {
    const first = await publish(51, 1);
    const before = consultationsOver(await openEngines());
    const begun = await before.open({ today: '2026-11-22' });
    await before.takeTurn(begun.id, 'first', { kind: 'repeat' });
    const second = await publish(52, 2);
    const third = await publish(53, 3);
    expect(await sweepCatalogue(database, 3 + GRACE)).toMatchObject({ editions: 1 });
    expect(await editionsOf('here')).toEqual([1, 3]);
    expect(await itemsIn('here')).toEqual([syntheticItem(51).id, syntheticItem(53).id]);
    const engines = await openEngines();
    expect([await feeSaid(engines, first.version), await feeSaid(engines, third.version)]).toEqual([[51], [53]]);
    expect(await engines.of(second.version)).toBeUndefined();

    const consultations = consultationsOver(engines);
    await consultations.takeTurn(begun.id, 'second', { kind: 'say', text: syntheticItem(51).title });
    const whole = createEngine(first);
    const start = whole.takeTurn(whole.begin({ today: '2026-11-22' }).consultation, { kind: 'repeat' }).consultation;
    const taken = whole.takeTurn(start, { kind: 'say', text: syntheticItem(51).title }).consultation;
    expect(await consultations.rebuild(idOf(begun.id) ?? '', 2)).toEqual({ ...taken, turns: [] });

    const later = testClock();
    later.pass(181 * DAY);
    expect(await new RetentionJob({ database, clock: later, days: 180 }).run()).toMatchObject({ consultations: 1 });
    expect(await sweepCatalogue(database, 3 + GRACE)).toMatchObject({ editions: 1 });
    expect(await itemsIn('here')).toEqual([syntheticItem(53).id]);
    expect(await sweepCatalogue(database, 3 + GRACE)).toEqual({ editions: 0, rows: 0 });
    expect(await feeSaid(await openEngines(), third.version)).toEqual([53]);
  });

  test('stays for three days after the next one, for people who have not said a word yet', async () => {
    await publish(51, 1);
    const begun = await consultationsOver(await openEngines()).open({ today: '2026-11-22' });
    await publish(52, 2);
    expect(await sweepCatalogue(database, 2 + GRACE - 1)).toEqual({ editions: 0, rows: 0 });
    const taken = await consultationsOver(await openEngines()).takeTurn(begun.id, 'first', { kind: 'repeat' });
    expect(typeof taken === 'string' ? taken : bodyText(taken.answer)).toContain('"seq":1');
  });

  test('is gone after them when nobody has', async () => {
    await publish(51, 1);
    await publish(52, 2);
    expect(await sweepCatalogue(database, 2 + GRACE)).toMatchObject({ editions: 1 });
  });

  test('of the base stays while a region stands on it', async () => {
    const first = await publish(51, 1);
    await publishBase(database, compiledRegion(regionCalled('base'), [...realItems(), syntheticItem(2)]), 2);
    await sweepCatalogue(database, 2 + GRACE);
    expect(await editionsOf('')).toEqual([1, 2]);
    expect(await feeSaid(await openEngines(), first.version)).toEqual([51]);
    await publish(52, 3);
    await sweepCatalogue(database, 3 + GRACE);
    expect([await editionsOf(''), await editionsOf('here')]).toEqual([[2], [2]]);
    expect(await itemsIn('')).not.toContain(syntheticItem(0).id);
  });

  test('whose sweep is broken off half-way leaves a catalogue that serves, and the next sweep ends the work', async () => {
    const first = await publish(51, 1);
    const second = await publish(52, 2);
    const sweeping = await openDatabase(address);
    await database.write(async (transaction) => {
      // Holds a row that the sweep has to delete, so that it stops there.
      await sql`select id from catalogue_items where id = ${syntheticItem(51).id} for update`.execute(transaction);
      const swept = sweepCatalogue(sweeping, 2 + GRACE).catch((error: unknown) => error);
      await endTheOneThatWaits();
      expect(await swept).toBeInstanceOf(StorageError);
    });
    await sweeping.close();
    expect(await editionsOf('here')).toEqual([2]);
    expect(await itemsIn('here')).toContain(syntheticItem(51).id);
    const engines = await openEngines();
    expect([await feeSaid(engines, first.version), await feeSaid(engines, second.version)]).toEqual([undefined, [52]]);
    const { items } = (await engines.holding({ items: [], query: syntheticItem(51).title }))?.knowledge ?? {};
    expect(items?.map(({ id }) => id)).not.toContain(syntheticItem(51).id);
    expect(await sweepCatalogue(database, 2 + GRACE)).toMatchObject({ editions: 0 });
    expect(await itemsIn('here')).toEqual([syntheticItem(52).id]);
  });
});

/** Ends the connection that waits for a lock, as a crash of its process would. */
async function endTheOneThatWaits(): Promise<void> {
  for (let ended = 0; ended === 0;) {
    const { rows } = await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where wait_event_type = 'Lock' and datname = current_database()
    `.execute(database.reader);
    ended = rows.length;
  }
}
