import type { Clock } from '../clock.ts';
import { HOLIDAYS } from '../ledger/calendar/holidays.ts';
import { WorkingDays } from '../ledger/calendar/working-days.ts';
import { dueAfter } from '../ledger/due-day.ts';
import { Reports } from '../ledger/reports.ts';
import { oneEngine } from '../knowledge/engines.ts';
import { Ratings } from '../ratings/ratings.ts';
import type { IntactReceipt } from '../receipts/kept-receipt.ts';
import { openReceipt } from '../receipts/kept-receipt.ts';
import { randomReceiptToken } from '../receipts/receipt-token.ts';
import { Receipts } from '../receipts/receipts.ts';
import type { Database } from '../storage/database.ts';
import type { AccountRow } from '../storage/tables.ts';
import { realEngine } from './real-engine.ts';
import { testClock } from './test-clock.ts';
import { temporaryDatabase } from './temporary-database.ts';

/** A database with what the ledger's tests need in it, and everything that writes to the ledger. */
export interface LedgerDesk {
  readonly database: Database;
  readonly clock: Clock & { pass(milliseconds: number): void };
  readonly reports: Reports;
  readonly ratings: Ratings;
  readonly options: {
    readonly database: Database;
    readonly clock: Clock;
    readonly engines: ReturnType<typeof oneEngine>;
  };
  /** Gives a notice for items, and keeps it. */
  receipt(...items: readonly string[]): Promise<IntactReceipt & { readonly secret: string }>;
  account(
    role: AccountRow['role'],
    where?: Partial<Pick<AccountRow, 'region' | 'hall' | 'disabled'>>,
  ): Promise<AccountRow>;
}

/** Sets up a ledger over a real database, SQLite unless another is given, and the real knowledge. */
export async function ledgerDesk(given?: Database): Promise<LedgerDesk> {
  const database = given ?? (await temporaryDatabase());
  const clock = testClock();
  const engines = oneEngine(realEngine());
  const due = dueAfter(new WorkingDays(HOLIDAYS), 15);
  const options = { database, clock, engines };
  return {
    ...{ database, clock, options },
    reports: new Reports({ ...options, due }),
    ratings: new Ratings({ database, clock, due }),
    receipt: (...items) => keepReceipt(database, clock, items),
    account: (role, where = {}) => keepAccount(database, { role, ...where }),
  };
}

async function keepReceipt(
  database: Database,
  clock: Clock,
  items: readonly string[],
): Promise<IntactReceipt & { readonly secret: string }> {
  const engine = realEngine();
  const { consultation } = engine.begin({
    today: '2026-11-22',
    items: items.length > 0 ? items : ['resident-id-card'],
  });
  const notice = engine.writeNotice(consultation);
  const given = { consultation: randomReceiptToken(), seq: 1, region: 'demo-city', engine: '0.1.0', at: clock.now() };
  const receipts = new Receipts({ database });
  const { statement, number, token } = receipts.prepare({ ...given, knowledge: consultation.knowledge, notice });
  if (statement) await database.append(statement);
  const row = await database.reader
    .selectFrom('receipts')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  const receipt = openReceipt(row);
  if (!receipt.intact) throw new Error('the receipt just kept is damaged');
  return { ...receipt, secret: token };
}

async function keepAccount(
  database: Database,
  part: Pick<AccountRow, 'role'> & Partial<AccountRow>,
): Promise<AccountRow> {
  const id = randomReceiptToken();
  const account: AccountRow = {
    ...{ id, name: id.toLowerCase(), display: '张三', region: 'demo-city', hall: null, password: null },
    ...{ must_change: 0, disabled: 0, subject: null, created: 0 },
    ...part,
  };
  await database.append(database.reader.insertInto('accounts').values(account).compile());
  return account;
}
