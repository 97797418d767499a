import type { Kysely, Transaction } from 'kysely';
import { integer, maxLength, minValue, object, parse, pipe, number, regex, string } from 'valibot';
import type { Tables } from '../storage/tables.ts';
import { NO_HASH } from './audit-hash.ts';

/** The last row of the audit log, which stands for all rows before it. */
export interface AuditHead {
  /** 0 while the log is empty. */
  readonly seq: number;
  readonly hash: string;
}

const NAME = 'audit-head';
const EMPTY: AuditHead = { seq: 0, hash: NO_HASH };
const schema = object({
  seq: pipe(number(), integer(), minValue(0)),
  hash: pipe(string(), maxLength(64), regex(/^[0-9a-f]{64}$/)),
});

/** Where the log ends now; `undefined` when somebody has made the head unreadable. */
export async function readHead(reader: Kysely<Tables>): Promise<AuditHead | undefined> {
  const row = await reader.selectFrom('settings').select('value').where('name', '=', NAME).executeTakeFirst();
  if (!row) return EMPTY;
  try {
    return parse(schema, JSON.parse(row.value));
  } catch {
    return undefined;
  }
}

/** Reads the head and keeps every other writer of the log waiting until this transaction ends. */
export async function lockHead(transaction: Transaction<Tables>): Promise<AuditHead> {
  const value = (await touchHead(transaction)) ?? (await makeHead(transaction));
  return parse(schema, JSON.parse(value));
}

/** Moves the head to a row that was just added. */
export async function moveHead(transaction: Transaction<Tables>, head: AuditHead): Promise<void> {
  const value = JSON.stringify({ seq: head.seq, hash: head.hash });
  await transaction.updateTable('settings').set({ value }).where('name', '=', NAME).execute();
}

/** An update that changes nothing locks the row, and gives what the last writer left: in SQLite as in PostgreSQL. */
async function touchHead(transaction: Transaction<Tables>): Promise<string | undefined> {
  const row = await transaction
    .updateTable('settings')
    .set(({ ref }) => ({ value: ref('value') }))
    .where('name', '=', NAME)
    .returning('value')
    .executeTakeFirst();
  return row?.value;
}

async function makeHead(transaction: Transaction<Tables>): Promise<string> {
  const value = JSON.stringify(EMPTY);
  await transaction
    .insertInto('settings')
    .values({ name: NAME, value })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  // Another process may have made it in the meantime, and already moved it.
  return (await touchHead(transaction)) ?? value;
}
