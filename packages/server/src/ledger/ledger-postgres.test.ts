import { describe, expect, test } from 'vitest';
import { openDatabase } from '../storage/open-database.ts';
import { ledgerDesk } from '../test-support/ledger-desk.ts';
import type { LedgerDesk } from '../test-support/ledger-desk.ts';
import { usePostgres } from '../test-support/postgres.ts';
import { realEngine } from '../test-support/real-engine.ts';
import { changeEntry } from './change-entry.ts';
import { ledgerSheet } from './exports/ledger-sheet.ts';
import { ratingSheet } from './exports/rating-sheet.ts';
import { figures } from './figures.ts';
import { listEntries, listGroups, readEntry } from './ledger-list.ts';

const READING = { scope: { region: 'demo-city', hall: null }, today: '2026-11-22' };
const QUERY = { state: 'all', limit: 2 } as const;

describe('on PostgreSQL', () => {
  const server = usePostgres();

  test('a visit is rated once, an entry changed once, and everything listed, counted and exported', async () => {
    const database = await openDatabase(await server.newDatabase());
    try {
      const desk = await ledgerDesk(database);
      const [one, two] = [await desk.receipt('passport'), await desk.receipt('passport')];
      const tries = Array.from({ length: 12 }, () =>
        desk.ratings.rate(one, { level: 1, reasons: ['slow'], words: '慢' }),
      );
      expect((await Promise.all(tries)).filter(({ isNew }) => isNew)).toHaveLength(1);
      const told = [one, one, two].map((visit) => desk.reports.surprise(visit, { words: '照片' }, { by: 'citizen' }));
      const entries = (await Promise.all(told)).flatMap((reported) => ('entry' in reported ? reported.entry.id : []));
      expect(new Set(entries).size).toBe(2);
      await oneWins(desk, entries[2] ?? '');
      await allIsListed(desk);
      expect(await figures(database, { region: 'demo-city', from: 0, to: Number.MAX_SAFE_INTEGER })).toMatchObject({
        ...{ notices: 2, surprised: 2, withoutSurprise: 0, ratings: { 1: 1, 5: 0 } },
      });
    } finally {
      await database.close();
    }
  });
});

async function oneWins(desk: LedgerDesk, id: string): Promise<void> {
  const editors = await Promise.all(Array.from({ length: 6 }, () => desk.account('editor')));
  const change = { seq: 1, state: 'working', alike: false } as const;
  const changed = await Promise.all(editors.map((account) => changeEntry(desk.options, { id, account, change })));
  expect(changed.filter((one) => 'entry' in one)).toHaveLength(1);
  const found = await readEntry(desk.database, READING.scope, id);
  expect(found).toMatchObject({ entry: { state: 'working', alike: 2 }, history: [{ seq: 1 }, { seq: 2 }] });
}

async function allIsListed({ database }: LedgerDesk): Promise<void> {
  const first = await listEntries(database, READING, QUERY);
  const rest = await listEntries(database, READING, { ...QUERY, ...(first.next && { after: first.next }) });
  expect(new Set([...first.rows, ...rest.rows].map(({ id }) => id)).size).toBe(3);
  expect(rest.next).toBeUndefined();
  const groups = await listGroups(database, READING, { ...QUERY, limit: 1 });
  const others = await listGroups(database, READING, { ...QUERY, ...(groups.next && { after: groups.next }) });
  expect([...groups.rows, ...others.rows].map(({ count }) => count).toSorted()).toEqual([1, 2]);
  const { knowledge } = realEngine();
  const sheets = [
    ledgerSheet(database, { reading: READING, filters: { state: 'all' }, knowledge }),
    ratingSheet(database, { region: 'demo-city' }),
  ];
  const counts: number[] = [];
  for (const { batches } of sheets) for await (const rows of batches) counts.push(rows.length);
  expect(counts).toEqual([3, 1]);
}
