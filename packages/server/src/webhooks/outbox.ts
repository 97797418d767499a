import { sql } from 'kysely';
import type { Database, Statement } from '../storage/database.ts';
import type { LedgerStep } from './news-of.ts';
import { newsOf } from './news-of.ts';

/** Gives the statement that lays the news of a step out for sending; it goes with the step's own write. */
export type Outbox = (step: LedgerStep) => Statement;

/**
 * Compiles the statement once: it goes with turns.
 *
 * It lays out nothing where the history holds another moment than this one: then the same had been told before, and
 * the step was not taken again.
 */
export function webhookOutbox({ reader }: Pick<Database, 'reader'>): Outbox {
  const compiled = reader
    .insertInto('webhook_messages')
    .columns(['id', 'body', 'created', 'due', 'tries'])
    .expression(
      reader
        .selectFrom('ledger_history')
        .select([
          sql<string>`cast(${''} as text)`.as('id'),
          sql<string>`cast(${''} as text)`.as('body'),
          'at as created',
          'at as due',
          sql<number>`${sql.lit(0)}`.as('tries'),
        ])
        .where('entry', '=', '')
        .where('seq', '=', 0)
        .where('at', '=', 0),
    )
    .onConflict((conflict) => conflict.doNothing())
    .compile().sql;
  return ({ entry, seq, at }) => ({
    sql: compiled,
    parameters: [messageId(entry.id, seq), JSON.stringify(newsOf({ entry, seq, at })), entry.id, seq, at],
  });
}

/** Without a full stop: what is signed has them between its parts. */
function messageId(entry: string, seq: number): string {
  return `msg_${entry}_${String(seq)}`;
}
