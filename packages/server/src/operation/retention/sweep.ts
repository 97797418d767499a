import type { Transaction } from 'kysely';
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

/** Days after which a consultation is let go in which nobody has said anything. */
const UNUSED = 2;
/** Days that are looked back for such; what a server that stood still for longer misses goes with all else later. */
const LOOKED_BACK = 7;

/** Rows that are deleted in one write, so that no turn waits long behind it. */
const BATCH = 200;

/** Deletes what is over besides what was said: settled ledger entries, ratings, openings without a word, small things. */
export async function sweep(database: Database, limits: SweepLimits): Promise<Swept> {
  let ledger = 0;
  for (let swept = BATCH; swept === BATCH; ledger += swept) {
    swept = await database.write((transaction) => sweepLedger(transaction, limits));
  }
  for (let swept = BATCH; swept === BATCH;) {
    swept = await database.write((transaction) => sweepUnused(transaction, limits.now));
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

/** A page that was opened and left again: a flood of them leaves nothing for months. */
async function sweepUnused(transaction: Transaction<Tables>, now: number): Promise<number> {
  const rows = await transaction
    .selectFrom('consultations')
    .select('id')
    .where('opened', '<', now - UNUSED * DAY)
    .where('opened', '>=', now - LOOKED_BACK * DAY)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('turns').select('seq').whereRef('turns.consultation', '=', 'consultations.id'))),
    )
    .limit(BATCH)
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await transaction.deleteFrom('consultations').where('id', 'in', ids).execute();
  return ids.length;
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
