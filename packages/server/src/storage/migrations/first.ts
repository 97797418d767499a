import type { CreateTableBuilder, Kysely, Migration } from 'kysely';
import { sql } from 'kysely';

type Schema = Kysely<unknown>;

/** PostgreSQL spreads what grows with the number of citizens over this many parts; SQLite has one file. */
const PARTS = 16;

/** The first tables. */
export function firstMigration(kind: 'sqlite' | 'postgres'): Migration {
  return {
    up: async (schema: Schema) => {
      await createConsultations(schema, kind);
      await createReceipts(schema, kind);
      await createLedger(schema);
      await createAccounts(schema);
      await guardRows(schema, kind);
    },
  };
}

async function createConsultations(schema: Schema, kind: 'sqlite' | 'postgres'): Promise<void> {
  const consultations = schema.schema
    .createTable('consultations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('knowledge', 'text', required)
    .addColumn('engine', 'text', required)
    .addColumn('region', 'text', required)
    .addColumn('channel', 'text', required)
    .addColumn('begun', 'text', required)
    .addColumn('opened', 'bigint', required);
  await createParted(schema, kind, { name: 'consultations', by: 'id', table: consultations });
  await schema.schema.createIndex('consultations_opened').on('consultations').column('opened').execute();
  const turns = schema.schema
    .createTable('turns')
    .addColumn('consultation', 'text', required)
    .addColumn('seq', 'integer', required)
    .addColumn('turn', 'text', required)
    .addColumn('knowledge', 'text', required)
    .addColumn('input', 'text', required)
    .addColumn('answer', 'text')
    .addColumn('reply', 'text')
    .addColumn('receipt', 'text')
    .addColumn('at', 'bigint', required)
    .addCheckConstraint('turns_answered', sql`(answer is null) <> (reply is null)`)
    .addPrimaryKeyConstraint('turns_in_order', ['consultation', 'seq'])
    .addUniqueConstraint('turns_once', ['consultation', 'turn']);
  await createParted(schema, kind, { name: 'turns', by: 'consultation', table: turns });
  await schema.schema
    .createTable('replies')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('body', 'text', required)
    .execute();
  await schema.schema
    .createTable('handovers')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('consultation', 'text', (column) => column.notNull().unique())
    .addColumn('expires', 'bigint', required)
    .execute();
  await schema.schema
    .createTable('knowledge_versions')
    .addColumn('version', 'text', (column) => column.primaryKey())
    .addColumn('published', 'bigint', required)
    .addColumn('body', 'text', required)
    .addColumn('signature', 'text')
    .execute();
}

async function createReceipts(schema: Schema, kind: 'sqlite' | 'postgres'): Promise<void> {
  await schema.schema
    .createTable('receipts')
    .addColumn('number', 'text', (column) => column.primaryKey())
    .addColumn('token', 'text', (column) => column.notNull().unique())
    .addColumn('consultation', 'text', required)
    .addColumn('seq', 'integer', required)
    .addColumn('region', 'text', required)
    .addColumn('knowledge', 'text', required)
    .addColumn('engine', 'text', required)
    .addColumn('day', 'text', required)
    .addColumn('issued', 'bigint', required)
    .addColumn('notice', 'text', required)
    .addColumn('hash', 'text', required)
    .execute();
  await schema.schema.createIndex('receipts_consultation').on('receipts').column('consultation').execute();
  await schema.schema.createIndex('receipts_issued').on('receipts').column('issued').execute();
  await schema.schema
    .createTable('erasures')
    .addColumn('object', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', required)
    .addColumn('why', 'text', required)
    .execute();
  await schema.schema
    .createTable('ratings')
    .addColumn('receipt', 'text', (column) => column.primaryKey())
    .addColumn('level', 'integer', (column) => column.notNull().check(sql`level between 1 and 5`))
    .addColumn('reasons', 'text', required)
    .addColumn('words', 'text', required)
    .addColumn('region', 'text', required)
    .addColumn('at', 'bigint', required)
    .execute();
  await schema.schema.createIndex('ratings_at').on('ratings').columns(['region', 'at']).execute();
  await guardReceipts(schema, kind);
}

async function createLedger(schema: Schema): Promise<void> {
  await schema.schema
    .createTable('ledger')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', required)
    .addColumn('region', 'text', required)
    .addColumn('hall', 'text')
    .addColumn('receipt', 'text')
    .addColumn('consultation', 'text')
    .addColumn('item', 'text')
    .addColumn('subject', 'text', required)
    .addColumn('knowledge', 'text', required)
    .addColumn('words', 'text', required)
    .addColumn('detail', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('owner', 'text')
    .addColumn('due', 'text', required)
    .addColumn('opened', 'bigint', required)
    .addColumn('closed', 'bigint')
    .addColumn('resolution', 'text')
    .addColumn('resolved_by', 'text')
    .execute();
  await schema.schema.createIndex('ledger_due').on('ledger').columns(['region', 'state', 'due']).execute();
  await schema.schema.createIndex('ledger_alike').on('ledger').columns(['region', 'kind', 'item', 'subject']).execute();
  await schema.schema.createIndex('ledger_opened').on('ledger').columns(['region', 'opened']).execute();
  await schema.schema.createIndex('ledger_receipt').on('ledger').column('receipt').execute();
  await schema.schema.createIndex('ledger_consultation').on('ledger').column('consultation').execute();
  await schema.schema
    .createTable('ledger_history')
    .addColumn('entry', 'text', required)
    .addColumn('seq', 'integer', required)
    .addColumn('at', 'bigint', required)
    .addColumn('by', 'text', required)
    .addColumn('change', 'text', required)
    .addPrimaryKeyConstraint('ledger_history_in_order', ['entry', 'seq'])
    .execute();
  await schema.schema
    .createTable('webhook_messages')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('body', 'text', required)
    .addColumn('created', 'bigint', required)
    .addColumn('due', 'bigint')
    .addColumn('tries', 'integer', required)
    .execute();
  await schema.schema.createIndex('webhook_messages_due').on('webhook_messages').column('due').execute();
}

async function createAccounts(schema: Schema): Promise<void> {
  await schema.schema
    .createTable('accounts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('display', 'text', required)
    .addColumn('role', 'text', required)
    .addColumn('region', 'text', required)
    .addColumn('hall', 'text')
    .addColumn('password', 'text')
    .addColumn('must_change', 'integer', required)
    .addColumn('disabled', 'integer', required)
    .addColumn('subject', 'text', (column) => column.unique())
    .addColumn('created', 'bigint', required)
    .execute();
  await schema.schema
    .createTable('logins')
    .addColumn('token', 'text', (column) => column.primaryKey())
    .addColumn('account', 'text', required)
    .addColumn('csrf', 'text', required)
    .addColumn('created', 'bigint', required)
    .addColumn('seen', 'bigint', required)
    .execute();
  await schema.schema
    .createTable('authorizations')
    .addColumn('state', 'text', (column) => column.primaryKey())
    .addColumn('browser', 'text', required)
    .addColumn('nonce', 'text', required)
    .addColumn('verifier', 'text', required)
    .addColumn('target', 'text', required)
    .addColumn('created', 'bigint', required)
    .execute();
  await schema.schema
    .createTable('misses')
    .addColumn('scope', 'text', required)
    .addColumn('key', 'text', required)
    .addColumn('at', 'bigint', required)
    .execute();
  await schema.schema.createIndex('misses_of').on('misses').columns(['scope', 'key', 'at']).execute();
  await schema.schema
    .createTable('audit')
    .addColumn('seq', 'bigint', (column) => column.primaryKey())
    .addColumn('at', 'bigint', required)
    .addColumn('actor', 'text', required)
    .addColumn('action', 'text', required)
    .addColumn('object', 'text', required)
    .addColumn('detail', 'text', required)
    .addColumn('previous', 'text', required)
    .addColumn('hash', 'text', required)
    .execute();
  await schema.schema
    .createTable('settings')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', required)
    .execute();
}

type Column = Parameters<NonNullable<Parameters<CreateTableBuilder<string>['addColumn']>[2]>>[0];

function required(column: Column): Column {
  return column.notNull();
}

interface Parted {
  readonly name: string;
  readonly by: string;
  readonly table: CreateTableBuilder<string, string>;
}

async function createParted(schema: Schema, kind: 'sqlite' | 'postgres', parted: Parted): Promise<void> {
  const { name, by, table } = parted;
  if (kind === 'sqlite') return table.execute();
  await table.modifyEnd(sql`partition by hash (${sql.ref(by)})`).execute();
  for (let part = 0; part < PARTS; part += 1) {
    const values = sql`modulus ${sql.lit(PARTS)}, remainder ${sql.lit(part)}`;
    const partName = sql.table(`${name}_${String(part)}`);
    await sql`create table ${partName} partition of ${sql.table(name)} for values with (${values})`.execute(schema);
  }
}

/** What a citizen was told cannot be changed, and goes away only where an erasure says why. */
async function guardReceipts(schema: Schema, kind: 'sqlite' | 'postgres'): Promise<void> {
  await refuse(schema, kind, { table: 'receipts', event: 'update', unless: 'false' });
  await refuse(schema, kind, {
    table: 'receipts',
    event: 'delete',
    unless: 'exists (select 1 from erasures where object = old.number or object = old.consultation)',
  });
  if (kind === 'postgres') await refuseEmptying(schema, 'receipts');
}

/** Turns, histories and the audit log are only ever added to; they go away only where an erasure says why. */
async function guardRows(schema: Schema, kind: 'sqlite' | 'postgres'): Promise<void> {
  await refuse(schema, kind, { table: 'turns', event: 'update', unless: 'false' });
  await refuse(schema, kind, {
    table: 'turns',
    event: 'delete',
    unless: 'exists (select 1 from erasures where object = old.consultation)',
  });
  await refuse(schema, kind, { table: 'replies', event: 'update', unless: 'false' });
  await refuse(schema, kind, {
    table: 'replies',
    event: 'delete',
    unless: "exists (select 1 from erasures where object = 'replies')",
  });
  await refuse(schema, kind, { table: 'ledger_history', event: 'update', unless: 'false' });
  await refuse(schema, kind, {
    table: 'ledger_history',
    event: 'delete',
    unless: 'exists (select 1 from erasures where object = old.entry)',
  });
  await refuse(schema, kind, { table: 'audit', event: 'update', unless: 'false' });
  await refuse(schema, kind, { table: 'audit', event: 'delete', unless: 'false' });
  if (kind === 'postgres')
    for (const table of ['turns', 'replies', 'ledger_history', 'audit']) await refuseEmptying(schema, table);
}

interface Refusal {
  readonly table: string;
  readonly event: 'update' | 'delete';
  /** SQL over the old row. */
  readonly unless: string;
}

async function refuse(schema: Schema, kind: 'sqlite' | 'postgres', refusal: Refusal): Promise<void> {
  const { table, event, unless } = refusal;
  const name = `${table}_no_${event}`;
  const message = `rows of ${table} are kept as they are`;
  if (kind === 'sqlite') {
    const body = `select raise(abort, '${message}') where not (${unless});`;
    await sql.raw(`create trigger ${name} before ${event} on ${table} begin ${body} end`).execute(schema);
    return;
  }
  const returned = event === 'delete' ? 'old' : 'new';
  await sql
    .raw(
      `create function ${name}() returns trigger language plpgsql as $$ begin ` +
        `if not (${unless}) then raise exception '${message}' using errcode = '23514'; end if; ` +
        `return ${returned}; end $$`,
    )
    .execute(schema);
  await sql
    .raw(`create trigger ${name} before ${event} on ${table} for each row execute function ${name}()`)
    .execute(schema);
}

/** PostgreSQL empties a table without looking at its rows, and asks only a trigger of another kind. */
async function refuseEmptying(schema: Schema, table: string): Promise<void> {
  const name = `${table}_no_truncate`;
  await sql
    .raw(
      `create function ${name}() returns trigger language plpgsql as $$ begin ` +
        `raise exception 'rows of ${table} are kept as they are' using errcode = '23514'; end $$`,
    )
    .execute(schema);
  await sql
    .raw(`create trigger ${name} before truncate on ${table} for each statement execute function ${name}()`)
    .execute(schema);
}
