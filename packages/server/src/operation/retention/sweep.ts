import type { Transaction } from 'kysely';
import { todayInBeijing } from '../../clock.ts';
import type { Database } from '../../storage/database.ts';
import type { Tables } from '../../storage/tables.ts';

/** Moments before which things are over, milliseconds since 1970. */
export interface SweepLimits {
  /** For what a citizen said or thought: the end of the time of keeping. */
  readonly kept: number;
  /** Now: for what says itself when it ends. */
  readonly now: number;
}

/** Rows that a sweep took away. */
export interface Swept {
  readonly ledger: number;
  readonly ratings: number;
}

const DAY = 24 * 60 * 60 * 1000;

/** Rows that are deleted in one write, so that no turn waits long behind it. */
const BATCH = 200;

/** Deletes what is over besides what was said: settled ledger entries, ratings, replies that no turn names any more, small things. */
export async function sweep(database: Database, limits: SweepLimits): Promise<Swept> {
  let ledger = 0;
  for (let swept = BATCH; swept === BATCH; ledger += swept) {
    swept = await database.write((transaction) => sweepLedger(transaction, limits));
  }
  for (let swept = BATCH; swept === BATCH;) {
    swept = await database.write((transaction) => sweepReplies(transaction, limits.now));
  }
  const ratings = await database.write(async (transaction) => {
    await sweepSmall(transaction, limits.now);
    await transaction.deleteFrom('webhook_messages').where('created', '<', limits.kept).execute();
    const { numDeletedRows } = await transaction
      .deleteFrom('ratings')
      .where('at', '<', limits.kept)
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  });
  return { ledger, ratings };
}

/** What nobody has settled yet stays, however old. */
async function sweepLedger(transaction: Transaction<Tables>, { kept, now }: SweepLimits): Promise<number> {
  const rows = await transaction.selectFrom('ledger').select('id').where('closed', '<', kept).limit(BATCH).execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  const leaves = ids.map((object) => ({ object, at: now, why: 'retention' as const }));
  await transaction
    .insertInto('erasures')
    .values(leaves)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await transaction.deleteFrom('ledger_history').where('entry', 'in', ids).execute();
  await transaction.deleteFrom('ledger').where('id', 'in', ids).execute();
  await transaction.deleteFrom('erasures').where('object', 'in', ids).execute();
  return ids.length;
}

/**
 * Replies are kept by the day, and no turn is older than the consultation that is left from longest ago. The last days
 * stay in any case: a turn that is being written as the day ends is not to be seen yet.
 */
async function sweepReplies(transaction: Transaction<Tables>, now: number): Promise<number> {
  const { oldest } = await transaction
    .selectFrom('consultations')
    .select(({ fn }) => fn.min('opened').as('oldest'))
    .executeTakeFirstOrThrow();
  const day = todayInBeijing({ now: () => Math.min(Number(oldest ?? now), now - DAY) });
  const old = await transaction.selectFrom('replies').select('key').where('key', '<', day).limit(BATCH).execute();
  if (old.length === 0) return 0;
  const leave = { object: 'replies', at: now, why: 'retention' as const };
  await transaction
    .insertInto('erasures')
    .values(leave)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const keys = old.map(({ key }) => key);
  await transaction.deleteFrom('replies').where('key', 'in', keys).execute();
  await transaction.deleteFrom('erasures').where('object', '=', 'replies').execute();
  return old.length;
}

async function sweepSmall(transaction: Transaction<Tables>, now: number): Promise<void> {
  await transaction.deleteFrom('handovers').where('expires', '<', now).execute();
  await transaction
    .deleteFrom('misses')
    .where('at', '<', now - DAY)
    .execute();
  await transaction
    .deleteFrom('authorizations')
    .where('created', '<', now - DAY)
    .execute();
  await transaction
    .deleteFrom('logins')
    .where('created', '<', now - 2 * DAY)
    .execute();
}
