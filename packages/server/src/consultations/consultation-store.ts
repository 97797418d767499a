import type { Input } from '@onetrip/engine';
import { sql } from 'kysely';
import type { LastReceipt } from '../receipts/receipts.ts';
import type { Database, Statement } from '../storage/database.ts';
import type { ConsultationRow, TurnRow } from '../storage/tables.ts';

/** What a turn came to. */
export type Kept = Pick<TurnRow, 'seq' | 'input' | 'answer'>;

/** Where a citizen reads a notice again; the token follows. */
export const RECEIPT_PATH = '/n/';

/** How an answer names the receipt of its notice. */
export interface ReceiptLink {
  readonly number: string;
  /** `/n/` and the token. */
  readonly link: string;
}

/** All that a consultation is rebuilt from. */
export interface Events {
  readonly begun: string;
  readonly knowledge: string;
  readonly inputs: readonly Input[];
}

/** The tables of consultations and turns: what is kept of a conversation. */
export class ConsultationStore {
  readonly #database: Database;
  readonly #insertTurn: string;

  constructor(database: Database) {
    this.#database = database;
    this.#insertTurn = compileInsertTurn(database);
  }

  /** Keeps a new consultation. */
  async open(row: ConsultationRow): Promise<void> {
    await this.#database.append(this.#database.reader.insertInto('consultations').values(row).compile());
  }

  /**
   * Keeps one more turn and what goes with it. Answers no when the turn is not the next one any more, when its id has
   * been used, or when the consultation is gone: read again and decide again.
   */
  async append(row: TurnRow, ...companions: readonly Statement[]): Promise<boolean> {
    const { consultation, seq, turn, knowledge, input, answer, at } = row;
    const parameters = [consultation, seq, turn, knowledge, input, answer, at, consultation];
    return (await this.#database.append({ sql: this.#insertTurn, parameters }, ...companions)) > 0;
  }

  /** The turn that was taken under a client's own id. */
  turn(consultation: string, turn: string): Promise<Kept | undefined> {
    return this.#database.reader
      .selectFrom('turns')
      .select(['seq', 'input', 'answer'])
      .where('consultation', '=', consultation)
      .where('turn', '=', turn)
      .executeTakeFirst();
  }

  /** The turn taken last. */
  lastTurn(consultation: string): Promise<Kept | undefined> {
    return this.#database.reader
      .selectFrom('turns')
      .select(['seq', 'input', 'answer'])
      .where('consultation', '=', consultation)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
  }

  /** How a consultation began. */
  opening(id: string): Promise<ConsultationRow | undefined> {
    return this.#database.reader.selectFrom('consultations').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** The receipt given last, with its token, which only the answer that carried it still holds. */
  async lastReceipt(consultation: string): Promise<LastReceipt | undefined> {
    const row = await this.#database.reader
      .selectFrom('receipts')
      .innerJoin('turns', (join) =>
        join.onRef('turns.consultation', '=', 'receipts.consultation').onRef('turns.seq', '=', 'receipts.seq'),
      )
      .select(['receipts.number', 'receipts.hash', 'turns.answer'])
      .where('receipts.consultation', '=', consultation)
      .orderBy('receipts.seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!row) return undefined;
    const { receipt } = JSON.parse(row.answer) as { readonly receipt?: ReceiptLink };
    return receipt && { number: row.number, hash: row.hash, token: receipt.link.slice(RECEIPT_PATH.length) };
  }

  /** The opening and the inputs in order; undefined when there is no such consultation. */
  async events(id: string): Promise<Events | undefined> {
    const opening = await this.opening(id);
    if (!opening) return undefined;
    const rows = await this.#database.reader
      .selectFrom('turns')
      .select('input')
      .where('consultation', '=', id)
      .orderBy('seq')
      .execute();
    const inputs = rows.map(({ input }) => JSON.parse(input) as Input);
    return { begun: opening.begun, knowledge: opening.knowledge, inputs };
  }
}

/**
 * The statement that every turn runs, built once. It inserts out of the consultation's own row, so that a turn of a
 * consultation that has been erased meanwhile comes to nothing.
 */
function compileInsertTurn(database: Database): string {
  const text = sql<string>`cast(${''} as text)`;
  const number = sql<number>`cast(${0} as bigint)`;
  return database.reader
    .insertInto('turns')
    .columns(['consultation', 'seq', 'turn', 'knowledge', 'input', 'answer', 'at'])
    .expression((from) =>
      from
        .selectFrom('consultations')
        .select([
          text.as('consultation'),
          number.as('seq'),
          text.as('turn'),
          text.as('knowledge'),
          text.as('input'),
          text.as('answer'),
          number.as('at'),
        ])
        .where('id', '=', ''),
    )
    .onConflict((conflict) => conflict.doNothing())
    .compile().sql;
}
