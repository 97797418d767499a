import type { Transaction } from 'kysely';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Clock } from '../clock.ts';
import { randomId } from '../ids.ts';
import { LONGEST_SILENCE } from '../consultations/sealed-opening.ts';
import { sha256 } from '../sha256.ts';
import type { Database } from '../storage/database.ts';
import type { ErasureRow, LedgerRow, Tables } from '../storage/tables.ts';
import { hashReceiptToken } from './receipt-token.ts';

/** What an erasure took away. */
export interface Erased {
  readonly consultations: number;
  readonly receipts: number;
  /** Ids of the consultations, so that nobody goes on remembering them. */
  readonly ids: readonly string[];
}

/** What erasing needs. */
export interface ErasingOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditLog;
}

/** Consultations that are erased in one write, so that no turn waits long behind it. */
const BATCH = 200;

/** Kinds of ledger entries that repeat what was said in the consultation itself. */
const FROM_THE_CONSULTATION: ReadonlySet<LedgerRow['kind']> = new Set(['unanswered', 'handoff', 'low-rating']);

/** Deletes what a citizen said and was told, at the citizen's wish or when its time of keeping is over. */
export class Erasing {
  readonly #options: ErasingOptions;

  constructor(options: ErasingOptions) {
    this.#options = options;
  }

  /**
   * Erases the consultation behind a citizen's own link with all its notices. Afterwards the link says that it was
   * deleted; nothing else is left of it. Undefined when the link leads nowhere.
   */
  async byToken(token: string): Promise<Erased | undefined> {
    const { database, audit, clock } = this.#options;
    const hash = hashReceiptToken(token);
    return database.write(async (transaction) => {
      const found = await transaction
        .selectFrom('receipts')
        .select('consultation')
        .where('token', '=', hash)
        .executeTakeFirst();
      if (!found) return undefined;
      const links = await linksOf(transaction, found.consultation);
      const receipts = await erase(transaction, [found.consultation], { at: clock.now(), why: 'citizen' });
      const marks = links.map((object): ErasureRow => ({ object, at: clock.now(), why: 'citizen' }));
      await transaction.insertInto('erasures').values(marks).execute();
      await audit.record(transaction, {
        actor: 'citizen',
        action: 'consultation-erased',
        object: 'link',
        detail: { receipts },
      });
      return { consultations: 1, receipts, ids: [found.consultation] };
    });
  }

  /**
   * Erases every consultation in which nothing has happened since a day began in Beijing, and forgets the links of
   * those that were erased before it.
   *
   * @param day ISO
   */
  async olderThan(day: string): Promise<Erased> {
    const { database } = this.#options;
    const before = Date.parse(`${day}T00:00:00+08:00`);
    await database.write((transaction) => transaction.deleteFrom('erasures').where('at', '<', before).execute());
    let erased: Erased = { consultations: 0, receipts: 0, ids: [] };
    for (;;) {
      const ids = await this.#oldest(before);
      if (ids.length === 0) break;
      const receipts = await this.#eraseBatch(ids, day);
      erased = {
        consultations: erased.consultations + ids.length,
        receipts: erased.receipts + receipts,
        ids: [...erased.ids, ...ids],
      };
    }
    return erased;
  }

  async #oldest(before: number): Promise<readonly string[]> {
    const rows = await this.#options.database.reader
      .selectFrom('consultations')
      .select('id')
      .where('opened', '<', before)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('turns')
              .select('turns.seq')
              .whereRef('turns.consultation', '=', 'consultations.id')
              .where('turns.at', '>=', before),
          ),
        ),
      )
      .orderBy('opened')
      .limit(BATCH)
      .execute();
    return rows.map(({ id }) => id);
  }

  #eraseBatch(ids: readonly string[], day: string): Promise<number> {
    const { database, audit, clock } = this.#options;
    return database.write(async (transaction) => {
      const receipts = await erase(transaction, ids, { at: clock.now(), why: 'retention' });
      await audit.record(transaction, {
        actor: 'system',
        action: 'consultations-expired',
        object: day,
        detail: { consultations: ids.length, receipts },
      });
      return receipts;
    });
  }
}

/** The hashes of all links into a consultation. */
async function linksOf(transaction: Transaction<Tables>, consultation: string): Promise<readonly string[]> {
  const rows = await transaction
    .selectFrom('receipts')
    .select('token')
    .where('consultation', '=', consultation)
    .execute();
  return rows.map(({ token }) => token);
}

/** Deletes consultations from every table, and counts their receipts. */
async function erase(
  transaction: Transaction<Tables>,
  ids: readonly string[],
  leave: Pick<ErasureRow, 'at' | 'why'>,
): Promise<number> {
  const rows = await transaction.selectFrom('receipts').select('number').where('consultation', 'in', ids).execute();
  const numbers = rows.map(({ number }) => number);
  await markYoung(transaction, ids, leave);
  await unlink(transaction, ids, numbers);
  const leaves = ids.map((object) => ({ object, ...leave }));
  await transaction
    .insertInto('erasures')
    .values(leaves)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await transaction.deleteFrom('receipts').where('consultation', 'in', ids).execute();
  await transaction.deleteFrom('turns').where('consultation', 'in', ids).execute();
  await transaction.deleteFrom('handovers').where('consultation', 'in', ids).execute();
  await transaction.deleteFrom('consultations').where('id', 'in', ids).execute();
  // The leave has done its work; its id would be the last trace of the consultation.
  await transaction.deleteFrom('erasures').where('object', 'in', ids).execute();
  return numbers.length;
}

/** Whoever still holds the id that a consultation was sealed into cannot begin it again. */
async function markYoung(
  transaction: Transaction<Tables>,
  ids: readonly string[],
  { at, why }: Pick<ErasureRow, 'at' | 'why'>,
): Promise<void> {
  const rows = await transaction
    .selectFrom('consultations')
    .select('id')
    .where('id', 'in', ids)
    .where('opened', '>=', at - LONGEST_SILENCE)
    .execute();
  const marks = rows.map(({ id }) => ({ object: sha256(id), at, why }));
  if (marks.length > 0) await transaction.insertInto('erasures').values(marks).execute();
}

/** Ratings still count and troubles are still settled, but nothing leads from them to a person's notice any more. */
async function unlink(
  transaction: Transaction<Tables>,
  ids: readonly string[],
  numbers: readonly string[],
): Promise<void> {
  for (const number of numbers) {
    await transaction
      .updateTable('ratings')
      .set({ receipt: `erased-${randomId()}`, words: '' })
      .where('receipt', '=', number)
      .execute();
  }
  const entries = await transaction
    .selectFrom('ledger')
    .select(['id', 'kind', 'detail'])
    .where(({ eb, or }) =>
      or([eb('consultation', 'in', ids), ...(numbers.length === 0 ? [] : [eb('receipt', 'in', numbers)])]),
    )
    .execute();
  for (const { id, kind, detail } of entries) {
    const rest = FROM_THE_CONSULTATION.has(kind)
      ? { words: '', subject: id, detail: '{}' }
      : { detail: withoutHash(detail) };
    const unlinked = { consultation: null, receipt: null, ...rest };
    await transaction.updateTable('ledger').set(unlinked).where('id', '=', id).execute();
  }
}

/** The hash of the notice would still tell whose trouble it was to whoever has the notice. */
function withoutHash(detail: string): string {
  const known = JSON.parse(detail) as Record<string, unknown>;
  return JSON.stringify({ ...known, hash: undefined });
}
