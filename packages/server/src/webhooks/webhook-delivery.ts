import type { Clock } from '../clock.ts';
import type { Database } from '../storage/database.ts';
import type { WebhookMessageRow } from '../storage/tables.ts';
import type { Posted, Receiver } from './post-message.ts';
import { postMessage } from './post-message.ts';
import { signMessage } from './sign-message.ts';

/** What news of the ledger are delivered with. */
export interface WebhookDeliveryOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly receiver: Receiver;
  /** `whsec_…`; with several, a message carries a signature of each, so that a secret can be changed without a gap. */
  readonly secrets: readonly string[];
  /** Is told each try that failed. */
  readonly failed: (failure: WebhookFailure) => void;
}

/** A try that failed. */
export interface WebhookFailure {
  readonly message: string;
  readonly tries: number;
  readonly came: Posted;
  /** Whether it was the last try. */
  readonly isGivenUp: boolean;
}

const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];

/** How long to wait after each failed try; the schedule that Standard Webhooks gives, three days in all. */
const WAITS = [...[5 * SECOND, 5 * MINUTE, 30 * MINUTE], ...[2, 5, 10, 14, 20, 24].map((hours) => hours * HOUR)];

/** Whoever has taken a message for a try has it this long; if the process ends meanwhile, another one tries after that. */
const LEASE = MINUTE;

/** Messages that are tried at the same time. */
const BATCH = 10;

/**
 * Sends what lies in the outbox, at least once: whichever process comes first takes a message for a while, and deletes
 * it when the receiver has taken it.
 */
export class WebhookDelivery {
  readonly #options: WebhookDeliveryOptions;

  constructor(options: WebhookDeliveryOptions) {
    this.#options = options;
  }

  /** Tries the messages that are due now, the oldest first, and says how many it had in hand. */
  async deliverSome(): Promise<number> {
    const { database, clock } = this.#options;
    const due = await database.reader
      .selectFrom('webhook_messages')
      .selectAll()
      .where('due', '<=', clock.now())
      .orderBy('due')
      .limit(BATCH)
      .execute();
    const tried = await Promise.allSettled(due.map((message) => this.#deliver(message)));
    for (const one of tried) if (one.status === 'rejected') throw one.reason;
    return tried.filter((one) => one.status === 'fulfilled' && one.value).length;
  }

  async #deliver(message: WebhookMessageRow): Promise<boolean> {
    if (!(await this.#claim(message))) return false;
    const { clock, receiver, secrets } = this.#options;
    const { id, body } = message;
    const came = await postMessage(receiver, { body, headers: signMessage({ id, body, at: clock.now() }, secrets) });
    if (came.code === 'taken') await this.#forget(id);
    else await this.#putBack(id, message.tries + 1, came);
    return true;
  }

  /** Of all who saw it lie there, only one changes it. */
  async #claim({ id, due, tries }: WebhookMessageRow): Promise<boolean> {
    const { database, clock } = this.#options;
    const { numUpdatedRows } = await database.write((transaction) =>
      transaction
        .updateTable('webhook_messages')
        .set({ due: clock.now() + LEASE, tries: tries + 1 })
        .where('id', '=', id)
        .where('due', '=', due)
        .where('tries', '=', tries)
        .executeTakeFirstOrThrow(),
    );
    return numUpdatedRows > 0n;
  }

  async #forget(id: string): Promise<void> {
    await this.#options.database.write((transaction) =>
      transaction.deleteFrom('webhook_messages').where('id', '=', id).execute(),
    );
  }

  async #putBack(id: string, tries: number, came: Posted): Promise<void> {
    const { database, clock, failed } = this.#options;
    const wait = WAITS[tries - 1];
    const due = wait === undefined ? null : clock.now() + wait;
    await database.write((transaction) =>
      transaction
        .updateTable('webhook_messages')
        .set({ due })
        .where('id', '=', id)
        .where('tries', '=', tries)
        .execute(),
    );
    failed({ message: id, tries, came, isGivenUp: due === null });
  }
}
