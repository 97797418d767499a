import type { Transaction } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database } from '../storage/database.ts';
import type { AuditRow, Tables } from '../storage/tables.ts';
import type { AuditHead } from './audit-head.ts';
import { lockHead, moveHead, readHead } from './audit-head.ts';
import { auditHash } from './audit-hash.ts';
import type { AuditVerdict } from './verify-chain.ts';
import { verifyChain } from './verify-chain.ts';

/** What somebody did. */
export interface AuditEntry {
  /** Account id; `citizen`, `system` or `operator` where there is none. */
  readonly actor: string;
  /** Kebab-case, in the past where something was done: `signed-in`, `notice-viewed`. */
  readonly action: string;
  /** Id of what it was done to. */
  readonly object: string;
  /** Codes and ids that say more; nothing a citizen said, no password, no token. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Keeps who did what, in a chain that shows every later change. */
export class AuditLog {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor({ database, clock }: { readonly database: Database; readonly clock: Clock }) {
    this.#database = database;
    this.#clock = clock;
  }

  /**
   * Adds a row, kept or undone together with what the transaction does.
   *
   * From here to the end of the transaction every other writer of the log waits: record last.
   */
  async record(transaction: Transaction<Tables>, entry: AuditEntry): Promise<void> {
    const { actor, action, object, detail = {} } = entry;
    const head = await lockHead(transaction);
    const unsealed = {
      seq: head.seq + 1,
      at: this.#clock.now(),
      actor,
      action,
      object,
      detail: JSON.stringify(detail),
      previous: head.hash,
    };
    const row: AuditRow = { ...unsealed, hash: auditHash(unsealed) };
    await transaction.insertInto('audit').values(row).execute();
    await moveHead(transaction, row);
  }

  /** Adds a row for something that changes nothing else, such as a failed sign-in. */
  async recordAlone(entry: AuditEntry): Promise<void> {
    await this.#database.write((transaction) => this.record(transaction, entry));
  }

  /** The rows that were written from one moment until before another one, oldest first. */
  async between(from: number, to: number, most: number): Promise<readonly AuditRow[]> {
    return this.#database.reader
      .selectFrom('audit')
      .selectAll()
      .where('at', '>=', from)
      .where('at', '<', to)
      .orderBy('seq')
      .limit(most)
      .execute();
  }

  /**
   * Where the log ends now. Kept elsewhere once a day (printed, signed, mailed), it proves later that nobody has
   * rewritten the whole log up to then, which no chain can show by itself.
   */
  async head(): Promise<AuditHead | undefined> {
    return readHead(this.#database.reader);
  }

  /**
   * Reads the whole log and finds the first row that is not as it was written.
   *
   * @param kept a head that was kept elsewhere, to be found in the log again
   */
  async verify(kept?: AuditHead): Promise<AuditVerdict> {
    return verifyChain(this.#database.reader, kept);
  }
}
