import type { MiddlewareHandler } from 'hono';
import { signedIn } from './accounts/signed-in.ts';
import type { SignedInEnv } from './accounts/signed-in.ts';
import type { Staff } from './accounts/staff.ts';
import { createStaff } from './accounts/staff.ts';
import type { AppOptions } from './app-options.ts';
import type { Clock } from './clock.ts';
import { systemClock } from './clock.ts';
import { Consultations } from './consultations/consultations.ts';
import { MOST_LIVE } from './consultations/live-consultations.ts';
import { HandoverDesk } from './handover/handover-desk.ts';
import { Handovers } from './handover/handovers.ts';
import { timeOrderedIds } from './ids.ts';
import type { Engines } from './knowledge/engines.ts';
import { oneEngine } from './knowledge/engines.ts';
import { HOLIDAYS } from './ledger/calendar/holidays.ts';
import { WorkingDays } from './ledger/calendar/working-days.ts';
import { dueAfter } from './ledger/due-day.ts';
import { Reports } from './ledger/reports.ts';
import { ledgerCompanion } from './ledger/turn-companion.ts';
import { Ratings } from './ratings/ratings.ts';
import { Erasing } from './receipts/erasing.ts';
import { ReceiptDesk } from './receipts/receipt-desk.ts';
import { Receipts } from './receipts/receipts.ts';
import type { Database } from './storage/database.ts';
import type { Outbox } from './webhooks/outbox.ts';
import { webhookOutbox } from './webhooks/outbox.ts';

/** Everything that the routes of one server share, each made once. */
export interface Rooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly engines: Engines;
  readonly consultations: Consultations;
  readonly receipts: Receipts;
  readonly erasing: Erasing;
  readonly receiptDesk: ReceiptDesk;
  readonly handovers: Handovers;
  readonly handoverDesk: HandoverDesk;
  readonly staff: Staff;
  /** Lets only signed-in people pass. */
  readonly signedIn: MiddlewareHandler<SignedInEnv>;
  readonly ratings: Ratings;
  readonly reports: Reports;
  readonly workingDays: WorkingDays;
  /** Where somebody is told of what happens in the ledger. */
  readonly outbox: Outbox | undefined;
}

/** Makes what the routes of a server share. */
export function openRooms(options: AppOptions): Rooms {
  const { database, clock = systemClock } = options;
  const engines = 'current' in options.engine ? options.engine : oneEngine(options.engine);
  const workingDays = new WorkingDays(options.calendar ?? HOLIDAYS);
  const due = dueAfter(workingDays, options.workingDays ?? 15);
  const outbox = options.webhooks ? webhookOutbox({ reader: database.reader }) : undefined;
  const receipts = new Receipts({ database });
  const staff = createStaff({ database, clock, region: engines.current.knowledge.region.id, oidc: options.oidc });
  const { audit, misses, logins } = staff;
  const handovers = new Handovers({ database, clock });
  return {
    database,
    clock,
    engines,
    consultations: new Consultations({
      engines,
      database,
      clock,
      receipts,
      ids: options.ids ?? timeOrderedIds(clock),
      mostTurns: options.mostTurns ?? 300,
      mostLive: options.mostLive ?? MOST_LIVE,
      companions: [ledgerCompanion({ database, due, outbox })],
      observe: (taken) => options.operation?.metrics.observeTurn(taken),
    }),
    receipts,
    erasing: new Erasing({ database, clock, audit }),
    receiptDesk: new ReceiptDesk({ receipts, misses, audit }),
    handovers,
    handoverDesk: new HandoverDesk({ handovers, misses, audit }),
    staff,
    signedIn: signedIn({ logins, ...(options.publicUrl !== undefined && { origin: options.publicUrl }) }),
    ratings: new Ratings({ database, clock, due, outbox }),
    reports: new Reports({ database, clock, engines, due, outbox }),
    workingDays,
    outbox,
  };
}
