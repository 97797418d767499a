import { CompiledQuery } from 'kysely';
import type { Transaction } from 'kysely';
import { inScope } from '../accounts/in-scope.ts';
import { todayInBeijing } from '../clock.ts';
import type { Clock } from '../clock.ts';
import type { Engines } from '../knowledge/engines.ts';
import type { Database } from '../storage/database.ts';
import type { AccountRow, LedgerRow, Tables } from '../storage/tables.ts';
import type { Outbox } from '../webhooks/outbox.ts';
import type { EntryChange } from './change-body.ts';
import { UNSETTLED } from './ledger-states.ts';
import { planChange } from './plan-change.ts';
import type { ChangeContext, ChangeRefusal, PlannedChange } from './plan-change.ts';

/** What entries are changed with. */
export interface ChangeOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly engines: Engines;
  /** Tells the city's own systems. Default: nobody is told. */
  readonly outbox?: Outbox | undefined;
}

/** An entry after its change. */
export interface Changed {
  readonly entry: LedgerRow;
  readonly seq: number;
  /** Entries that went along. */
  readonly alike: number;
}

/** The most entries that go along with one. */
const MOST_ALIKE = 500;

/** Changes an entry, writes down who did it, and refuses what would overwrite a change nobody has read yet. */
export async function changeEntry(
  options: ChangeOptions,
  request: { readonly id: string; readonly change: EntryChange; readonly account: AccountRow },
): Promise<Changed | ChangeRefusal> {
  const { id, change, account } = request;
  if (change.resolvedBy !== undefined && (await options.engines.of(change.resolvedBy)) === undefined) {
    return invalid('resolvedBy', 'a published knowledge version', change.resolvedBy);
  }
  const { clock, outbox } = options;
  const context = { account, at: clock.now(), today: todayInBeijing(clock), outbox };
  return options.database.write(async (transaction) => {
    const entry = await read(transaction, id);
    if (!entry || !inScope(account, entry)) return { code: 'unknown-entry' };
    const planned = planChange(entry, change, context);
    if ('code' in planned) return planned;
    if (planned.set.owner && !(await maySettle(transaction, planned.set.owner, entry))) {
      return invalid('owner', 'an editor or supervisor of the region', planned.set.owner);
    }
    const seq = change.seq + 1;
    if (!(await apply(transaction, { entry, seq, planned, context }))) return { code: 'entry-changed' };
    const alike = change.alike ? await applyToAlike(transaction, entry, { planned, context }) : 0;
    return { entry: { ...entry, ...planned.set }, seq, alike };
  });
}

function invalid(path: string, expected: string, received: string): ChangeRefusal {
  return { code: 'invalid-body', errors: [{ path, expected, received }] };
}

function read(transaction: Transaction<Tables>, id: string): Promise<LedgerRow | undefined> {
  return transaction.selectFrom('ledger').selectAll().where('id', '=', id).executeTakeFirst();
}

async function maySettle(transaction: Transaction<Tables>, owner: string, entry: LedgerRow): Promise<boolean> {
  const account = await transaction
    .selectFrom('accounts')
    .selectAll()
    .where('id', '=', owner)
    .where('disabled', '=', 0)
    .where('role', 'in', ['editor', 'supervisor'])
    .executeTakeFirst();
  return account !== undefined && inScope(account, entry);
}

interface Step {
  readonly entry: LedgerRow;
  readonly seq: number;
  readonly planned: PlannedChange;
  readonly context: ChangeContext & Pick<ChangeOptions, 'outbox'>;
}

/** The history's key lets only one writer take the next step; whoever comes second changes nothing. */
async function apply(transaction: Transaction<Tables>, step: Step): Promise<boolean> {
  const { entry, seq, planned, context } = step;
  const last = await lastSeq(transaction, entry.id);
  if (last !== seq - 1) return false;
  const { numInsertedOrUpdatedRows = 0n } = await transaction
    .insertInto('ledger_history')
    .values({
      ...{ entry: entry.id, seq, at: context.at, by: context.account.id },
      change: JSON.stringify(planned.history),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return false;
  // A note alone is for people.
  if (Object.keys(planned.set).length === 0) return true;
  await transaction.updateTable('ledger').set(planned.set).where('id', '=', entry.id).execute();
  const news = context.outbox?.({ entry: { ...entry, ...planned.set }, seq, at: context.at });
  if (news) await transaction.executeQuery(CompiledQuery.raw(news.sql, [...news.parameters]));
  return true;
}

async function lastSeq(transaction: Transaction<Tables>, id: string): Promise<number> {
  const last = await transaction
    .selectFrom('ledger_history')
    .select('seq')
    .where('entry', '=', id)
    .orderBy('seq', 'desc')
    .executeTakeFirst();
  return last?.seq ?? 0;
}

/** The same trouble met again takes the same step, as far as it stands at the same place. */
async function applyToAlike(
  transaction: Transaction<Tables>,
  entry: LedgerRow,
  { planned, context }: Pick<Step, 'planned' | 'context'>,
): Promise<number> {
  const alike = await transaction
    .selectFrom('ledger')
    .selectAll()
    .where('region', '=', entry.region)
    .where('kind', '=', entry.kind)
    .where('item', entry.item === null ? 'is' : '=', entry.item)
    .where('subject', '=', entry.subject)
    .where('state', '=', entry.state)
    .where('state', 'in', UNSETTLED)
    .where('id', '!=', entry.id)
    .orderBy('id')
    .limit(MOST_ALIKE)
    .execute();
  let changed = 0;
  for (const other of alike.filter((one) => inScope(context.account, one))) {
    const seq = (await lastSeq(transaction, other.id)) + 1;
    if (await apply(transaction, { entry: other, seq, planned, context })) changed += 1;
  }
  return changed;
}
