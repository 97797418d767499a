import type { MiddlewareHandler } from 'hono';
import type { SignedInEnv } from '../../accounts/signed-in.ts';
import type { AuditLog } from '../../audit/audit-log.ts';
import type { Clock } from '../../clock.ts';
import type { Engines } from '../../knowledge/engines.ts';
import type { KeptReceipt } from '../../receipts/kept-receipt.ts';
import type { AccountRow } from '../../storage/tables.ts';
import type { Database } from '../../storage/database.ts';
import type { Outbox } from '../../webhooks/outbox.ts';
import type { WorkingDays } from '../calendar/working-days.ts';
import type { Reports } from '../reports.ts';

/** What the staff's side of the ledger needs. */
export interface LedgerDeskOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly engines: Engines;
  readonly reports: Reports;
  readonly audit: AuditLog;
  /** To say when the calendar runs out. */
  readonly workingDays: WorkingDays;
  /** Lets only signed-in people pass: `signedIn({ logins, origin })`. */
  readonly signedIn: MiddlewareHandler<SignedInEnv>;
  /** Tells the city's own systems. */
  readonly outbox?: Outbox | undefined;
  /** Opens a receipt by number for a clerk, with its lock-out and record: `ReceiptDesk.look`. */
  readonly look: (account: AccountRow, number: string) => Promise<KeptReceipt | 'unknown-receipt' | 'locked-out'>;
}
