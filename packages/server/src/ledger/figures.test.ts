import { expect, test } from 'vitest';
import { ledgerDesk } from '../test-support/ledger-desk.ts';
import type { LedgerDesk } from '../test-support/ledger-desk.ts';
import { figures } from './figures.ts';
import { ledgerStatements } from './ledger-statements.ts';
import { newEntry } from './new-entry.ts';

const ALWAYS = { region: 'demo-city', from: 0, to: Number.MAX_SAFE_INTEGER };

test('figures count each notice once, and leave out reports that were not accepted', async () => {
  const desk = await ledgerDesk();
  const [one, two] = [await desk.receipt(), await desk.receipt()];
  await desk.receipt();
  await desk.receipt();
  await desk.reports.surprise(one, { words: '照片' }, { by: 'citizen' });
  await desk.reports.surprise(one, { words: '复印件' }, { by: 'citizen' });
  await desk.reports.surprise(two, { words: '照片' }, { by: 'citizen' });
  await desk.database.append(
    desk.database.reader.updateTable('ledger').set({ state: 'rejected' }).where('receipt', '=', two.number).compile(),
  );
  expect(await figures(desk.database, ALWAYS)).toMatchObject({ notices: 4, surprised: 1, withoutSurprise: 0.75 });
});

test('figures count ratings by level, and conversations in which something found nothing', async () => {
  const desk = await ledgerDesk();
  for (const level of [5, 5, 1] as const)
    await desk.ratings.rate(await desk.receipt(), { level, reasons: [], words: '' });
  for (const id of ['a', 'b', 'c', 'd', 'e']) await keepConsultation(desk, id);
  await keepUnanswered(desk, 'a', '遛狗');
  await keepUnanswered(desk, 'a', '喂猫');
  await keepUnanswered(desk, 'b', '遛狗');
  expect(await figures(desk.database, ALWAYS)).toMatchObject({
    ratings: { 5: 2, 4: 0, 3: 0, 2: 0, 1: 1 },
    ...{ consultations: 5, unanswered: 2, unansweredShare: 0.4 },
  });
});

test('figures hold only what lies in the region and the time, and divide nothing by nothing', async () => {
  const desk = await ledgerDesk();
  await desk.receipt();
  const now = desk.clock.now();
  const nothing = { notices: 0, withoutSurprise: undefined, unansweredShare: undefined };
  expect(await figures(desk.database, { ...ALWAYS, to: now })).toMatchObject(nothing);
  expect(await figures(desk.database, { ...ALWAYS, region: 'elsewhere' })).toMatchObject(nothing);
  expect(await figures(desk.database, { ...ALWAYS, from: now })).toMatchObject({ notices: 1, withoutSurprise: 1 });
});

async function keepConsultation({ database }: LedgerDesk, id: string): Promise<void> {
  const row = {
    id,
    knowledge: 'k',
    engine: '0',
    region: 'demo-city',
    channel: 'web',
    begun: '{}',
    opened: 1,
  };
  await database.append(database.reader.insertInto('consultations').values(row).compile());
}

async function keepUnanswered({ database }: LedgerDesk, consultation: string, words: string): Promise<void> {
  const told = { kind: 'unanswered', region: 'demo-city', knowledge: 'k', detail: {} } as const;
  const made = newEntry({ ...told, consultation, words, subject: words }, { at: 1, due: '2026-12-11', by: 'citizen' });
  const [first, ...others] = ledgerStatements({ database })(made);
  if (first) await database.append(first, ...others);
}
