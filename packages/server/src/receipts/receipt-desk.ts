import type { AuditLog } from '../audit/audit-log.ts';
import { OneAtATime } from '../one-at-a-time.ts';
import type { Misses } from '../limits/misses.ts';
import type { AccountRow } from '../storage/tables.ts';
import type { KeptReceipt } from './kept-receipt.ts';
import type { Receipts } from './receipts.ts';

/** Why a clerk gets no receipt. A number of another region looks like one that does not exist. */
export type DeskRefusal = 'unknown-receipt' | 'locked-out';

/** What the desk needs. */
export interface ReceiptDeskOptions {
  readonly receipts: Receipts;
  readonly misses: Misses;
  readonly audit: AuditLog;
}

/** Opens receipts by number for signed-in clerks of their region, counts wrong numbers, and records every look. */
export class ReceiptDesk {
  readonly #options: ReceiptDeskOptions;
  /** Numbers tried at the same moment are counted one after the other. */
  readonly #queue = new OneAtATime();

  constructor(options: ReceiptDeskOptions) {
    this.#options = options;
  }

  /** The receipt under a number that is well formed. */
  look(account: AccountRow, number: string): Promise<KeptReceipt | DeskRefusal> {
    return this.#queue.run(account.id, async () => {
      const { receipts } = this.#options;
      if (await this.#isLocked(account)) {
        await this.#record(account, 'receipt-locked-out', number);
        return 'locked-out';
      }
      // Asked first and for nothing else, so that a number of another region takes as long as none at all.
      const region = await receipts.regionOf(number);
      if (region !== account.region) return this.#refuse(account, number, region);
      const receipt = await receipts.byNumber(number);
      await this.#options.misses.miss('receipt-view', account.id);
      await this.#record(account, receipt?.intact === false ? 'damaged-receipt-viewed' : 'receipt-viewed', number);
      return receipt ?? 'unknown-receipt';
    });
  }

  async #isLocked({ id }: AccountRow): Promise<boolean> {
    const { misses } = this.#options;
    return (await misses.locked('receipt-number', id)) || (await misses.locked('receipt-view', id));
  }

  async #refuse(account: AccountRow, number: string, region: string | undefined): Promise<DeskRefusal> {
    await this.#options.misses.miss('receipt-number', account.id);
    await this.#record(account, region === undefined ? 'receipt-missed' : 'receipt-of-another-region', number);
    return 'unknown-receipt';
  }

  #record({ id }: AccountRow, action: string, number: string): Promise<void> {
    return this.#options.audit.recordAlone({ actor: id, action, object: number });
  }
}
