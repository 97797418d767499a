import { safeParse } from 'valibot';
import { describe, expect, test } from 'vitest';
import { ledgerDesk } from '../test-support/ledger-desk.ts';
import { ratingSchema } from './rating-body.ts';
import { isPoor, RATING_LEVELS } from './rating-reasons.ts';

const CONTENT = { level: 5, reasons: ['one-trip', 'one-trip'], words: '' } as const;

describe('a rating', () => {
  test('is kept once for a notice, with what was said masked', async () => {
    const { ratings, receipt } = await ledgerDesk();
    const visit = await receipt();
    const words = '很好，有事打 13812345678\u0000';
    const first = await ratings.rate(visit, { ...CONTENT, reasons: [...CONTENT.reasons], words });
    expect(first.isNew).toBe(true);
    const second = await ratings.rate(visit, { level: 1, reasons: [], words: '改主意了' });
    expect(second).toEqual({ isNew: false, rating: first.rating });
    expect(await ratings.of(visit)).toMatchObject({
      level: 5,
      reasons: '["one-trip"]',
      words: '很好，有事打 〔手机号〕',
    });
  });

  test('that many send at the same moment is kept from exactly one of them', async () => {
    const { database, ratings, receipt } = await ledgerDesk();
    const visit = await receipt();
    const tries = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        ratings.rate(visit, { level: RATING_LEVELS[index % 5] ?? 1, reasons: [], words: String(index) }),
      ),
    );
    const [winner, ...others] = tries.filter(({ isNew }) => isNew);
    expect(others).toEqual([]);
    expect(new Set(tries.map(({ rating }) => rating.words))).toEqual(new Set([winner?.rating.words]));
    const entries = await database.reader.selectFrom('ledger').selectAll().execute();
    expect(entries).toHaveLength(isPoor(winner?.rating.level ?? 0) ? 1 : 0);
  });

  test.each([1, 2] as const)('of level %i becomes a ledger entry against the exact notice', async (level) => {
    const { database, ratings, receipt } = await ledgerDesk();
    const visit = await receipt('passport');
    await ratings.rate(visit, { level, reasons: ['slow'], words: '等了一上午' });
    const [entry, ...more] = await database.reader.selectFrom('ledger').selectAll().execute();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      ...{ kind: 'low-rating', receipt: visit.number, item: 'passport', knowledge: visit.knowledge },
      ...{ words: '等了一上午', due: '2026-12-11', state: 'open' },
    });
    expect(JSON.parse(entry?.detail ?? '')).toEqual({ hash: visit.hash, trip: ['passport'], level, reasons: ['slow'] });
  });

  test.each([3, 4, 5] as const)('of level %i leaves the ledger alone', async (level) => {
    const { database, ratings, receipt } = await ledgerDesk();
    await ratings.rate(await receipt(), { level, reasons: [], words: '' });
    expect(await database.reader.selectFrom('ledger').selectAll().execute()).toEqual([]);
  });
});

describe('a rating as it arrives', () => {
  test.each([
    [{ level: 5, reasons: ['quick', 'kind'] }],
    [{ level: 3, reasons: ['quick', 'slow'] }],
    [{ level: 1, reasons: ['asked-for-more'], words: '字'.repeat(500) }],
  ])('is taken: %j', (told) => {
    expect(safeParse(ratingSchema, told).success).toBe(true);
  });

  test.each([
    [{ level: 0 }, 'a level below the five'],
    [{ level: 6 }, 'a level above the five'],
    [{ level: '5' }, 'a level that is no number'],
    [{ level: 5, reasons: ['slow'] }, 'a reason that does not explain the level'],
    [{ level: 2, reasons: ['quick'] }, 'a reason that does not explain the level'],
    [{ level: 2, reasons: ['unheard-of'] }, 'a reason nobody knows'],
    [{ level: 2, words: '字'.repeat(501) }, 'more words than fit'],
    [{ level: 2, extra: 1 }, 'a field nobody knows'],
  ])('is refused: %j has %s', (told, _has) => {
    expect(safeParse(ratingSchema, told).success).toBe(false);
  });
});
