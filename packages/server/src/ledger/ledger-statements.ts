import type { Database, Statement } from '../storage/database.ts';
import type { LedgerHistoryRow, LedgerRow } from '../storage/tables.ts';
import type { Outbox } from '../webhooks/outbox.ts';
import type { NewEntry } from './new-entry.ts';

const ENTRY = [
  ...(['id', 'kind', 'region', 'hall', 'receipt', 'consultation', 'item', 'subject', 'knowledge'] as const),
  ...(['words', 'detail', 'state', 'owner', 'due', 'opened', 'closed', 'resolution', 'resolved_by'] as const),
] satisfies readonly (keyof LedgerRow)[];
const HISTORY = ['entry', 'seq', 'at', 'by', 'change'] as const satisfies readonly (keyof LedgerHistoryRow)[];

/** Gives the statements that keep an entry, unless it is kept already. */
export type LedgerStatements = (entry: NewEntry) => readonly Statement[];

/** What entries are kept with. */
export interface LedgerStatementsOptions {
  readonly database: Pick<Database, 'reader'>;
  /** Tells the city's own systems. Default: nobody is told. */
  readonly outbox?: Outbox | undefined;
}

/** Compiles them once: on the way of a turn there is no time to build SQL. */
export function ledgerStatements({ database: { reader }, outbox }: LedgerStatementsOptions): LedgerStatements {
  const sample: LedgerRow = {
    ...{ id: '', kind: 'handoff', region: '', hall: '', receipt: '', consultation: '', item: '', subject: '' },
    ...{ knowledge: '', words: '', detail: '', state: 'open', owner: '', due: '', opened: 0, closed: 0 },
    ...{ resolution: '', resolved_by: '' },
  };
  const entrySql = reader
    .insertInto('ledger')
    .columns([...ENTRY])
    .values(sample)
    .onConflict((conflict) => conflict.doNothing())
    .compile().sql;
  const historySql = reader
    .insertInto('ledger_history')
    .columns([...HISTORY])
    .values({ entry: '', seq: 1, at: 0, by: '', change: '' })
    .onConflict((conflict) => conflict.doNothing())
    .compile().sql;
  return ({ entry, history }) => [
    { sql: entrySql, parameters: ENTRY.map((name) => entry[name]) },
    { sql: historySql, parameters: HISTORY.map((name) => history[name]) },
    ...(outbox ? [outbox({ entry, seq: history.seq, at: history.at })] : []),
  ];
}
