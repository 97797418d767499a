import { describe, expect, test } from 'vitest';
import { ledgerDesk } from '../test-support/ledger-desk.ts';
import type { LedgerDesk } from '../test-support/ledger-desk.ts';
import { realEngine } from '../test-support/real-engine.ts';
import type { AccountRow, LedgerRow } from '../storage/tables.ts';
import type { EntryChange } from './change-body.ts';
import { changeEntry } from './change-entry.ts';
import { LEDGER_STATES } from './ledger-states.ts';

const DAY = 24 * 60 * 60 * 1000;
const SETTLING = { resolution: '窗口记错了，已经说明' };

describe('an entry', () => {
  test('goes from open to working to resolved, and every step is written down', async () => {
    const desk = await ledgerDesk();
    const { id } = await entryAt(desk);
    const editor = await desk.account('editor');
    const { version } = realEngine().knowledge;
    expect(await change(desk, id, editor, { seq: 1, state: 'working' })).toMatchObject({
      ...{ seq: 2, entry: { state: 'working', owner: editor.id, closed: null } },
    });
    desk.clock.pass(DAY);
    const settled = { seq: 2, state: 'resolved', resolution: '告知单补上了这一样', resolvedBy: version } as const;
    expect(await change(desk, id, editor, settled)).toMatchObject({ seq: 3 });
    const { reader } = desk.database;
    const [entry] = await reader.selectFrom('ledger').selectAll().execute();
    const closed = desk.clock.now();
    const resolution = '告知单补上了这一样';
    expect(entry).toMatchObject({ state: 'resolved', closed, resolution, resolved_by: version });
    const history = await reader.selectFrom('ledger_history').selectAll().orderBy('seq').execute();
    expect(history.map(({ seq, by, at, change: said }) => [seq, by, at, JSON.parse(said) as unknown])).toEqual([
      [1, 'citizen', closed - DAY, { state: 'open', due: '2026-12-11' }],
      [2, editor.id, closed - DAY, { state: 'working', owner: editor.id }],
      [3, editor.id, closed, { state: 'resolved', resolution, resolved_by: version }],
    ]);
  });

  const legal = ['open working', 'working resolved', 'working rejected'];
  const steps = LEDGER_STATES.flatMap((from) => LEDGER_STATES.map((to) => [from, to] as const));
  test.each(steps.filter(([from, to]) => from !== to && !legal.includes(`${from} ${to}`)))(
    'cannot go from %s to %s, and stays as it is',
    async (from, to) => {
      const desk = await ledgerDesk();
      const { id } = await entryAt(desk, from);
      const before = await desk.database.reader.selectFrom('ledger').selectAll().execute();
      const seq = await lastSeq(desk, id);
      const refused = await change(desk, id, await desk.account('supervisor'), { seq, state: to, ...SETTLING });
      expect(refused).toEqual({ code: 'illegal-transition', state: from });
      expect(await desk.database.reader.selectFrom('ledger').selectAll().execute()).toEqual(before);
      expect(await lastSeq(desk, id)).toBe(seq);
    },
  );

  test('that is settled takes not even a note', async () => {
    const desk = await ledgerDesk();
    const { id } = await entryAt(desk, 'rejected');
    const refused = await change(desk, id, await desk.account('editor'), { seq: 3, note: '再看看' });
    expect(refused).toEqual({ code: 'illegal-transition', state: 'rejected' });
  });

  test('that two people change at once is changed by one of them', async () => {
    const desk = await ledgerDesk();
    const { id } = await entryAt(desk);
    const editors = await Promise.all(Array.from({ length: 8 }, () => desk.account('editor')));
    const done = await Promise.all(editors.map((editor) => change(desk, id, editor, { seq: 1, state: 'working' })));
    expect(done.filter((one) => 'entry' in one)).toHaveLength(1);
    const late = await change(desk, id, editors[0] ?? (await desk.account('editor')), { seq: 1, note: '我来' });
    expect(late).toEqual({ code: 'entry-changed' });
    expect(await lastSeq(desk, id)).toBe(2);
  });

  test('cannot have its history rewritten or removed', async () => {
    const desk = await ledgerDesk();
    const { id } = await entryAt(desk);
    const { reader } = desk.database;
    const rewritten = reader.updateTable('ledger_history').set({ by: 'nobody' }).where('entry', '=', id).compile();
    await expect(desk.database.append(rewritten)).rejects.toThrow();
    const removed = reader.deleteFrom('ledger_history').where('entry', '=', id).compile();
    await expect(desk.database.append(removed)).rejects.toThrow();
    expect(await lastSeq(desk, id)).toBe(1);
  });
});

describe('a change', () => {
  test.each([
    [{ seq: 2, state: 'resolved' }, 'resolution', 'settles without saying how'],
    [{ seq: 2, state: 'rejected', resolution: '  ' }, 'resolution', 'rejects without saying why'],
    [{ seq: 2, resolution: '好了' }, 'resolution', 'says how without settling'],
    [
      { seq: 2, state: 'resolved', ...SETTLING, resolvedBy: 'no-such' },
      'resolvedBy',
      'names a version nobody published',
    ],
    [{ seq: 2, note: '快了', resolvedBy: 'VERSION' }, 'resolvedBy', 'names a version without resolving'],
    [{ seq: 2, owner: 'nobody' }, 'owner', 'names an owner who is not there'],
    [{ seq: 2, due: '2026-12-31' }, 'note', 'moves the day without saying why'],
    [{ seq: 2, due: '2026-11-21', note: '快' }, 'due', 'moves the day into the past'],
    [{ seq: 2 }, '', 'changes nothing'],
  ] as const)('is refused where it is wrong: %j at "%s", %s', async (told, path, _what) => {
    const desk = await ledgerDesk();
    const { id } = await entryAt(desk, 'working');
    const { version } = realEngine().knowledge;
    const named = 'resolvedBy' in told && told.resolvedBy === 'VERSION' ? { ...told, resolvedBy: version } : told;
    const refused = await change(desk, id, await desk.account('supervisor'), named);
    expect(refused).toMatchObject({ code: 'invalid-body', errors: [{ path }] });
    expect(await lastSeq(desk, id)).toBe(2);
  });

  test('of the day it is due is for supervisors', async () => {
    const desk = await ledgerDesk();
    const { id } = await entryAt(desk);
    const moved = { seq: 1, due: '2026-12-31', note: '等省里答复' };
    expect(await change(desk, id, await desk.account('editor'), moved)).toEqual({ code: 'not-allowed' });
    const done = await change(desk, id, await desk.account('supervisor'), moved);
    expect(done).toMatchObject({ entry: { due: '2026-12-31' } });
  });

  test('of the owner names an editor or supervisor who is there and reaches the entry', async () => {
    const desk = await ledgerDesk();
    const { id } = await entryAt(desk);
    const supervisor = await desk.account('supervisor');
    const unfit = [
      await desk.account('clerk'),
      await desk.account('editor', { disabled: 1 }),
      await desk.account('editor', { region: 'elsewhere' }),
      await desk.account('editor', { hall: 'demo-hospital' }),
    ];
    for (const { id: owner } of unfit) {
      const refused = await change(desk, id, supervisor, { seq: 1, owner });
      expect(refused).toMatchObject({ code: 'invalid-body', errors: [{ path: 'owner' }] });
    }
    const { id: owner } = await desk.account('editor');
    expect(await change(desk, id, supervisor, { seq: 1, owner })).toMatchObject({ entry: { owner, state: 'open' } });
  });

  test('from another region or hall finds no entry', async () => {
    const desk = await ledgerDesk();
    const { id } = await entryAt(desk);
    for (const where of [{ region: 'elsewhere' }, { hall: 'demo-hospital' }]) {
      const refused = await change(desk, id, await desk.account('supervisor', where), { seq: 1, note: '看看' });
      expect(refused).toEqual({ code: 'unknown-entry' });
    }
  });

  test('of one takes along those that say the same and stand at the same place', async () => {
    const desk = await ledgerDesk();
    const { id } = await entryAt(desk);
    await entryAt(desk);
    const ahead = await entryAt(desk, 'working');
    await entryAt(desk, 'open', '户口簿');
    const editor = await desk.account('editor');
    const done = await change(desk, id, editor, { seq: 1, state: 'working', alike: true, note: '一起办' });
    expect(done).toMatchObject({ alike: 1 });
    const { reader } = desk.database;
    const states = await reader.selectFrom('ledger').select(['words', 'state']).orderBy('words').execute();
    expect(states.map(({ words, state }) => `${words} ${state}`).sort()).toEqual([
      ...['复印件 working', '复印件 working', '复印件 working', '户口簿 open'],
    ]);
    expect(await lastSeq(desk, ahead.id)).toBe(2);
  });
});

/** An entry that has come as far as a state. */
async function entryAt(desk: LedgerDesk, state: LedgerRow['state'] = 'open', words = '复印件'): Promise<LedgerRow> {
  const reported = await desk.reports.surprise(await desk.receipt('passport'), { words }, { by: 'citizen' });
  if ('code' in reported) throw new Error(reported.code);
  const { entry } = reported;
  const supervisor = await desk.account('supervisor');
  if (state !== 'open') await change(desk, entry.id, supervisor, { seq: 1, state: 'working' });
  if (state === 'resolved' || state === 'rejected') {
    await change(desk, entry.id, supervisor, { seq: 2, state, ...SETTLING });
  }
  return entry;
}

function change(
  desk: LedgerDesk,
  id: string,
  account: AccountRow,
  told: Omit<EntryChange, 'alike'> & { readonly alike?: boolean },
): ReturnType<typeof changeEntry> {
  return changeEntry(desk.options, { id, account, change: { alike: false, ...told } });
}

async function lastSeq({ database }: LedgerDesk, id: string): Promise<number> {
  const rows = await database.reader.selectFrom('ledger_history').select('seq').where('entry', '=', id).execute();
  return Math.max(...rows.map(({ seq }) => seq));
}
