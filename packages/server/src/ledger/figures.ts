import type { Database } from '../storage/database.ts';

/** The headline of the product, for a region and a stretch of time. */
export interface Figures {
  readonly notices: number;
  /** Notices at whose window something else was wanted; reports that were not accepted do not count. */
  readonly surprised: number;
  /** `undefined` where there was no notice at all. */
  readonly withoutSurprise: number | undefined;
  /** How often each level was given. */
  readonly ratings: Readonly<Record<1 | 2 | 3 | 4 | 5, number>>;
  /** In which somebody said something. */
  readonly consultations: number;
  /** Consultations in which a message found nothing. */
  readonly unanswered: number;
  readonly unansweredShare: number | undefined;
}

/** Which region, and from which moment until before which. */
export interface FiguresOf {
  readonly region: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Counts what the product is measured by. A notice counts on the day it was given, a rating on the day it was written.
 *
 * Counting costs as much as there is to count: whoever shows this often keeps it for some minutes.
 */
export async function figures(database: Database, of: FiguresOf): Promise<Figures> {
  const [notices, surprised, consultations, unanswered] = await Promise.all([
    countNotices(database, of),
    countSurprised(database, of),
    countConsultations(database, of),
    countUnanswered(database, of),
  ]);
  return {
    ...{ notices, surprised, consultations, unanswered, ratings: await countRatings(database, of) },
    withoutSurprise: notices === 0 ? undefined : 1 - surprised / notices,
    unansweredShare: consultations === 0 ? undefined : unanswered / consultations,
  };
}

async function countNotices({ reader }: Database, { region, from, to }: FiguresOf): Promise<number> {
  const { count } = await reader
    .selectFrom('receipts')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('region', '=', region)
    .where('issued', '>=', from)
    .where('issued', '<', to)
    .executeTakeFirstOrThrow();
  return count;
}

async function countSurprised({ reader }: Database, { region, from, to }: FiguresOf): Promise<number> {
  const { count } = await reader
    .selectFrom('receipts')
    .innerJoin('ledger', 'ledger.receipt', 'receipts.number')
    .select(({ fn }) => fn.count<number>('receipts.number').distinct().as('count'))
    .where('ledger.kind', '=', 'surprise')
    .where('ledger.state', '!=', 'rejected')
    .where('receipts.region', '=', region)
    .where('receipts.issued', '>=', from)
    .where('receipts.issued', '<', to)
    .executeTakeFirstOrThrow();
  return count;
}

async function countConsultations({ reader }: Database, { region, from, to }: FiguresOf): Promise<number> {
  const { count } = await reader
    .selectFrom('consultations')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('region', '=', region)
    .where('opened', '>=', from)
    .where('opened', '<', to)
    .executeTakeFirstOrThrow();
  return count;
}

async function countUnanswered({ reader }: Database, { region, from, to }: FiguresOf): Promise<number> {
  const { count } = await reader
    .selectFrom('consultations')
    .innerJoin('ledger', 'ledger.consultation', 'consultations.id')
    .select(({ fn }) => fn.count<number>('consultations.id').distinct().as('count'))
    .where('ledger.kind', '=', 'unanswered')
    .where('consultations.region', '=', region)
    .where('consultations.opened', '>=', from)
    .where('consultations.opened', '<', to)
    .executeTakeFirstOrThrow();
  return count;
}

async function countRatings({ reader }: Database, { region, from, to }: FiguresOf): Promise<Figures['ratings']> {
  const rows = await reader
    .selectFrom('ratings')
    .select(({ fn }) => ['level', fn.countAll<number>().as('count')])
    .where('region', '=', region)
    .where('at', '>=', from)
    .where('at', '<', to)
    .groupBy('level')
    .execute();
  const counted = Object.fromEntries(rows.map(({ level, count }) => [level, count]));
  return { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0, ...counted };
}
