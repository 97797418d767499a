import type { Notice } from '@onetrip/engine';
import { describe, expect, test } from 'vitest';
import type { LedgerDesk } from '../test-support/ledger-desk.ts';
import { ledgerDesk } from '../test-support/ledger-desk.ts';
import { realEngine } from '../test-support/real-engine.ts';
import { materialsLeftOut } from './read-surprise.ts';

const CITIZEN = { by: 'citizen' };

describe('a surprise', () => {
  test('is held against the exact notice, with what, why and where', async () => {
    const { database, reports, receipt } = await ledgerDesk();
    const visit = await receipt('resident-id-card');
    const material = leftOut(visit.notice);
    const told = { material: material.id, why: '说是新规定，打 13812345678 问', window: 'household' };
    const reported = await reports.surprise(visit, told, CITIZEN);
    expect(reported).toMatchObject({ isNew: true, entry: { due: '2026-12-11', state: 'open', owner: null } });
    const [entry, ...more] = await database.reader.selectFrom('ledger').selectAll().execute();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      ...{ kind: 'surprise', receipt: visit.number, knowledge: visit.knowledge, consultation: visit.consultation },
      ...{ item: 'resident-id-card', hall: 'demo-hall', words: material.name, subject: `material:${material.id}` },
    });
    expect(JSON.parse(entry?.detail ?? '')).toEqual({
      ...{ hash: visit.hash, trip: ['resident-id-card'], material: material.id },
      ...{ why: '说是新规定，打 〔手机号〕 问', window: 'household' },
    });
    const history = await database.reader.selectFrom('ledger_history').selectAll().execute();
    expect(history).toMatchObject([{ entry: entry?.id, seq: 1, by: 'citizen' }]);
  });

  test('told twice about one visit is one entry, about two visits two that look alike', async () => {
    const { database, reports, receipt } = await ledgerDesk();
    const [visit, other] = [await receipt(), await receipt()];
    expect(await reports.surprise(visit, { words: '居住证复印件' }, CITIZEN)).toMatchObject({ isNew: true });
    const again = await reports.surprise(visit, { words: ' 居住证 复印件。' }, { by: 'clerk-1' });
    expect(again).toMatchObject({ isNew: false, entry: { words: '居住证复印件' } });
    await reports.surprise(other, { words: '居住证复印件！' }, CITIZEN);
    const entries = await database.reader.selectFrom('ledger').select(['item', 'subject']).execute();
    expect(entries).toEqual(Array(2).fill({ item: 'resident-id-card', subject: 'words:居住证复印件' }));
  });

  test('sent many times at once is one entry', async () => {
    const { database, reports, receipt } = await ledgerDesk();
    const visit = await receipt();
    const sent = await Promise.all(
      Array.from({ length: 20 }, () => reports.surprise(visit, { words: '复印件' }, CITIZEN)),
    );
    expect(sent.filter((one) => 'isNew' in one && one.isNew)).toHaveLength(1);
    expect(await database.reader.selectFrom('ledger_history').selectAll().execute()).toHaveLength(1);
  });

  test('of a material that the notice already asks for is sent back', async () => {
    const { reports, receipt } = await ledgerDesk();
    const visit = await receipt('passport');
    const asked = visit.notice.materials.find(({ or, when }) => or.length === 0 && !when);
    const told = { material: asked?.material ?? '' };
    expect(await reports.surprise(visit, told, CITIZEN)).toEqual({ code: 'material-on-notice' });
  });

  test.each([
    [{}, ['words']],
    [{ words: '！？' }, ['words']],
    [{ material: 'moon-rock' }, ['material']],
    [{ words: '照片', item: 'passport' }, ['item']],
    [{ words: '照片', hall: 'elsewhere' }, ['hall']],
    [{ words: '照片', hall: 'demo-hospital', window: 'household' }, ['window']],
    [{ material: 'moon-rock', item: 'passport', hall: 'elsewhere' }, ['item', 'material', 'hall']],
  ])('that says nothing usable is refused where it is wrong: %j', async (told, paths) => {
    const { database, reports, receipt } = await ledgerDesk();
    const refused = await reports.surprise(await receipt('resident-id-card'), told, CITIZEN);
    expect(refused).toMatchObject({ code: 'invalid-body', errors: paths.map((path) => ({ path })) });
    expect(await database.reader.selectFrom('ledger').selectAll().execute()).toEqual([]);
  });

  test('from a clerk of one hall happened in that hall', async () => {
    const { reports, receipt } = await ledgerDesk();
    const clerk = { by: 'clerk-1', hall: 'demo-hospital' };
    const reported = await reports.surprise(await receipt(), { words: '照片', hall: 'demo-hall' }, clerk);
    expect(reported).toMatchObject({ entry: { hall: 'demo-hospital' } });
  });

  test('after twenty about one visit is refused, and what was told before still gets its answer', async () => {
    const { reports, receipt } = await ledgerDesk();
    const visit = await receipt();
    for (let index = 0; index < 20; index += 1)
      await reports.surprise(visit, { words: `第${String(index)}样` }, CITIZEN);
    expect(await reports.surprise(visit, { words: '再一样' }, CITIZEN)).toEqual({ code: 'too-many-reports' });
    expect(await reports.surprise(visit, { words: '第3样' }, CITIZEN)).toMatchObject({ isNew: false });
  });
});

describe('a complaint', () => {
  test('comes from a visit, a conversation or a clerk', async () => {
    const desk = await ledgerDesk();
    const visit = await desk.receipt();
    await keepConsultation(desk, 'c7');
    const told = { words: '窗口没人' };
    const origins = [{ receipt: visit }, { consultation: 'c7' }, { region: 'demo-city' }];
    for (const origin of origins) await desk.reports.complain(origin, told, CITIZEN);
    await desk.reports.complain({ receipt: visit }, told, CITIZEN);
    const rows = await desk.database.reader.selectFrom('ledger').select(['kind', 'receipt', 'consultation']).execute();
    expect(rows).toHaveLength(3);
    expect(rows).toEqual(
      expect.arrayContaining([
        { kind: 'complaint', receipt: visit.number, consultation: visit.consultation },
        { kind: 'complaint', receipt: null, consultation: 'c7' },
        { kind: 'complaint', receipt: null, consultation: null },
      ]),
    );
  });

  test('about a conversation that never was is refused', async () => {
    const { reports } = await ledgerDesk();
    const refused = await reports.complain({ consultation: 'none' }, { words: '窗口没人' }, CITIZEN);
    expect(refused).toEqual({ code: 'unknown-consultation' });
  });

  test('without a word is refused', async () => {
    const { reports, receipt } = await ledgerDesk();
    const refused = await reports.complain({ receipt: await receipt() }, { words: ' \u202e ' }, CITIZEN);
    expect(refused).toMatchObject({ code: 'invalid-body', errors: [{ path: 'words' }] });
  });
});

function leftOut(notice: Notice): { readonly id: string; readonly name: string } {
  const [material] = materialsLeftOut(realEngine().knowledge, notice);
  if (!material) throw new Error('the notice holds every material of its items');
  return material;
}

async function keepConsultation({ database }: LedgerDesk, id: string): Promise<void> {
  const { version } = realEngine().knowledge;
  const row = {
    id,
    knowledge: version,
    engine: '0.1.0',
    region: 'demo-city',
    channel: 'web',
    begun: '{}',
  };
  await database.append(
    database.reader
      .insertInto('consultations')
      .values({ ...row, opened: 1 })
      .compile(),
  );
}
