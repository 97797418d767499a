import { safeParse } from 'valibot';
import { describe, expect, test } from 'vitest';
import { ledgerDesk } from '../test-support/ledger-desk.ts';
import type { LedgerDesk } from '../test-support/ledger-desk.ts';
import type { LedgerRow } from '../storage/tables.ts';
import { ledgerStatements } from './ledger-statements.ts';
import { listEntries, listGroups, readEntry } from './ledger-list.ts';
import { listQuerySchema, writeKey } from './list-query.ts';
import type { ListQuery } from './list-query.ts';
import { newEntry } from './new-entry.ts';

const READING = { scope: { region: 'demo-city', hall: null }, today: '2026-11-22' };

describe('the list', () => {
  test('has overdue entries first, then by the day they are due, settled ones last', async () => {
    const desk = await ledgerDesk();
    await keep(desk, { words: 'later', due: '2026-12-01' });
    await keep(desk, { words: 'settled', due: '2026-11-01', state: 'resolved', closed: 1 });
    await keep(desk, { words: 'overdue', due: '2026-11-20' });
    await keep(desk, { words: 'soon', due: '2026-11-22', state: 'working' });
    expect(await words(desk, { state: 'all' })).toEqual(['overdue', 'soon', 'later', 'settled']);
    expect(await words(desk, {})).toEqual(['overdue', 'soon', 'later']);
    expect(await words(desk, { overdue: 'true' })).toEqual(['overdue']);
    expect(await words(desk, { overdue: 'false', state: 'all' })).toEqual(['soon', 'later', 'settled']);
    expect(await words(desk, { state: 'working' })).toEqual(['soon']);
  });

  test('shows only what lies in the region and hall of who reads it', async () => {
    const desk = await ledgerDesk();
    await keep(desk, { words: 'hall', hall: 'demo-hall' });
    await keep(desk, { words: 'hospital', hall: 'demo-hospital' });
    await keep(desk, { words: 'no hall' });
    await keep(desk, { words: 'abroad', region: 'elsewhere' });
    expect((await words(desk, {})).toSorted()).toEqual(['hall', 'hospital', 'no hall']);
    const hall = { ...READING, scope: { region: 'demo-city', hall: 'demo-hall' } };
    const { rows } = await listEntries(desk.database, hall, query({}));
    expect(rows.map((row) => row.words)).toEqual(['hall']);
    const [entry] = rows;
    expect(await readEntry(desk.database, hall.scope, entry?.id ?? '')).toMatchObject({ entry: { words: 'hall' } });
    const elsewhere = { region: 'elsewhere', hall: null };
    expect(await readEntry(desk.database, elsewhere, entry?.id ?? '')).toBeUndefined();
  });

  test('is narrowed by kind, item and owner', async () => {
    const desk = await ledgerDesk();
    await keep(desk, { words: 'a', kind: 'complaint', item: 'passport', owner: 'me' });
    await keep(desk, { words: 'b', kind: 'surprise', item: 'passport' });
    await keep(desk, { words: 'c', kind: 'surprise', item: 'resident-id-card' });
    expect(await words(desk, { kind: 'complaint' })).toEqual(['a']);
    expect((await words(desk, { item: 'passport' })).toSorted()).toEqual(['a', 'b']);
    expect(await words(desk, { owner: 'me' })).toEqual(['a']);
  });

  test('comes in pages that together hold every entry once, whatever shares a day', async () => {
    const desk = await ledgerDesk();
    const days = ['2026-11-20', '2026-12-01', '2026-12-01', '2026-12-02'];
    for (let index = 0; index < 23; index += 1) {
      const settled = index % 5 === 0 ? ({ state: 'rejected', closed: 1 } as const) : {};
      await keep(desk, { words: String(index), due: days[index % 4] ?? '', ...settled });
    }
    const all = await words(desk, { state: 'all', limit: '100' });
    const paged: string[] = [];
    let after: string | undefined;
    do {
      const asked = query({ state: 'all', limit: '4', ...(after === undefined ? {} : { after }) });
      const page = await listEntries(desk.database, READING, asked);
      paged.push(...page.rows.map((row) => row.words));
      after = page.next && writeKey(page.next);
    } while (after !== undefined);
    expect(paged).toEqual(all);
    expect(new Set(paged).size).toBe(23);
  });
});

describe('the same trouble on the same item', () => {
  test('is shown together with a count and the earliest day, and alone where it differs', async () => {
    const desk = await ledgerDesk();
    const surprise = { kind: 'surprise', item: 'passport', subject: 'material:photo' } as const;
    await keep(desk, { ...surprise, words: 'p', due: '2026-12-05' });
    await keep(desk, { ...surprise, words: 'p', due: '2026-12-02' });
    await keep(desk, { ...surprise, words: 'p', due: '2026-12-09', state: 'working' });
    await keep(desk, { ...surprise, words: 'p', due: '2026-11-01', state: 'resolved', closed: 1 });
    await keep(desk, { ...surprise, words: 'q', item: 'resident-id-card', due: '2026-12-03' });
    await keep(desk, { ...surprise, words: 'r', item: null, due: '2026-12-04' });
    await keep(desk, { ...surprise, words: 's', item: null, due: '2026-12-04' });
    const { rows } = await listGroups(desk.database, READING, query({}));
    expect(rows.map(({ item, count, due }) => [item, count, due])).toEqual([
      ['passport', 3, '2026-12-02'],
      ['resident-id-card', 1, '2026-12-03'],
      [null, 2, '2026-12-04'],
    ]);
    const entries = await listEntries(desk.database, READING, query({ item: 'passport' }));
    expect(entries.rows.map(({ alike }) => alike)).toEqual([3, 3, 3]);
  });

  test('comes in pages too', async () => {
    const desk = await ledgerDesk();
    for (let index = 0; index < 12; index += 1) {
      await keep(desk, { subject: `s${String(index % 7)}`, words: String(index % 7), due: '2026-12-01' });
    }
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listGroups(
        desk.database,
        READING,
        query({ limit: '3', ...(after === undefined ? {} : { after }) }),
      );
      seen.push(...page.rows.map(({ subject }) => subject));
      after = page.next && writeKey(page.next);
    } while (after !== undefined);
    expect(seen.sort()).toEqual(['s0', 's1', 's2', 's3', 's4', 's5', 's6']);
  });
});

describe('a query', () => {
  test.each([
    [{ after: 'nonsense' }],
    [{ after: Buffer.from('[2,"2026-11-22","x"]').toString('base64url') }],
    [{ after: Buffer.from('[0,"\' or 1=1","x"]').toString('base64url') }],
    [{ limit: '0' }],
    [{ limit: '101' }],
    [{ state: 'gone' }],
    [{ overdue: 'maybe' }],
    [{ unheard: '1' }],
  ])('that makes no sense is refused: %j', (asked) => {
    expect(safeParse(listQuerySchema, asked).success).toBe(false);
  });
});

function query(asked: Readonly<Record<string, string>>): ListQuery {
  const parsed = safeParse(listQuerySchema, asked);
  if (!parsed.success) throw new Error(JSON.stringify(parsed.issues));
  return parsed.output;
}

async function words(desk: LedgerDesk, asked: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { rows } = await listEntries(desk.database, READING, query(asked));
  return rows.map((row) => row.words);
}

async function keep({ database }: LedgerDesk, part: Partial<LedgerRow>): Promise<void> {
  const trouble = { kind: 'complaint', region: 'demo-city', knowledge: 'k', words: '', detail: {} } as const;
  const { entry, history } = newEntry(trouble, { at: 1, due: '2026-12-01', by: 'citizen' });
  const [first, ...others] = ledgerStatements({ database })({ entry: { ...entry, ...part }, history });
  if (first) await database.append(first, ...others);
}
