import { sql } from 'kysely';
import type { LastReceipt } from '../receipts/receipts.ts';
import { sha256 } from '../sha256.ts';
import { buildOnce } from '../storage/build-once.ts';
import type { ReadyQuery } from '../storage/build-once.ts';
import type { Database, Statement } from '../storage/database.ts';
import { StorageError } from '../storage/storage-error.ts';
import type { ConsultationRow, TurnRow } from '../storage/tables.ts';
import { RECEIPT_PATH, answerOf, answerWith, receiptIn } from './answers.ts';

/** What a turn came to. */
export interface Kept extends Pick<TurnRow, 'seq' | 'input'> {
  /** The body that answered it. */
  readonly answer: string;
}

/** All that a consultation is rebuilt from. */
export interface Events {
  readonly begun: string;
  readonly knowledge: string;
  /** Each as JSON. */
  readonly inputs: readonly string[];
}

/** The tables of consultations, turns and replies: what is kept of a conversation. */
export class ConsultationStore {
  readonly #database: Database;
  readonly #insertConsultation: string;
  readonly #insertTurn: string;
  readonly #insertReply: string;
  readonly #selectOpening: ReadyQuery<ConsultationRow>;
  readonly #selectErasure: ReadyQuery<object>;
  readonly #selectTurn: ReadyQuery<FoundTurn>;
  readonly #selectInputs: ReadyQuery<Pick<TurnRow, 'input'>>;

  constructor(database: Database) {
    this.#database = database;
    const { reader } = database;
    const opening = reader.selectFrom('consultations').selectAll().where('id', '=', '');
    this.#selectOpening = buildOnce(reader, opening);
    this.#selectErasure = buildOnce(reader, reader.selectFrom('erasures').select('at').where('object', '=', ''));
    this.#selectTurn = buildOnce(reader, this.#turns('').where('turns.turn', '=', ''));
    const inputs = reader.selectFrom('turns').select('input').where('consultation', '=', '').orderBy('seq');
    this.#selectInputs = buildOnce(reader, inputs);
    this.#insertConsultation = compileInsertConsultation(database);
    this.#insertTurn = compileInsertTurn(database);
    this.#insertReply = compileInsertReply(database);
  }

  /** Keeps a consultation, unless it is kept already. */
  async open(row: ConsultationRow): Promise<void> {
    await this.#database.append(this.#insertOpening(row));
  }

  /**
   * Keeps one more turn and what goes with it. Gives how many rows it made: none when the turn is not the next one
   * any more, when its id has been used, or when the consultation is gone. Read again and decide again then.
   */
  append(row: TurnRow, ...companions: readonly Statement[]): Promise<number> {
    return this.#database.append(this.#insert(row), ...companions);
  }

  /** Keeps a consultation with its first turn. Gives how many rows it made: none when it is kept already. */
  begin(opening: ConsultationRow, row: TurnRow, ...companions: readonly Statement[]): Promise<number> {
    return this.#database.append(this.#insertOpening(opening), this.#insert(row), ...companions);
  }

  /** Keeps a reply that turns name, unless it is kept already. */
  insertReply(key: string, body: string): Statement {
    return { sql: this.#insertReply, parameters: [key, body] };
  }

  #insertOpening(row: ConsultationRow): Statement {
    return { sql: this.#insertConsultation, parameters: COLUMNS.map((name) => row[name]) };
  }

  #insert({ consultation, seq, turn, knowledge, input, answer, reply, receipt, at }: TurnRow): Statement {
    const parameters = [consultation, seq, turn, knowledge, input, answer, reply, receipt, at, consultation];
    return { sql: this.#insertTurn, parameters };
  }

  /** The turn that was taken under a client's own id. */
  async turn(consultation: string, turn: string): Promise<Kept | undefined> {
    const [row] = await this.#selectTurn(consultation, turn);
    return row && keptOf(row);
  }

  /** The turn taken last. */
  async lastTurn(consultation: string): Promise<Kept | undefined> {
    const row = await this.#turns(consultation).orderBy('turns.seq', 'desc').limit(1).executeTakeFirst();
    return row && keptOf(row);
  }

  /** All turns in order. */
  async turns(consultation: string): Promise<readonly (Kept & Pick<TurnRow, 'turn'>)[]> {
    const rows = await this.#turns(consultation).select('turns.turn').orderBy('turns.seq').execute();
    return rows.map((row) => ({ ...keptOf(row), turn: row.turn }));
  }

  #turns(consultation: string) {
    return this.#database.reader
      .selectFrom('turns')
      .leftJoin('replies', 'replies.key', 'turns.reply')
      .leftJoin('receipts', 'receipts.number', 'turns.receipt')
      .select(['turns.seq', 'turns.input', 'turns.answer', 'turns.receipt', 'replies.body', 'receipts.notice'])
      .where('turns.consultation', '=', consultation);
  }

  /** How a consultation began. */
  async opening(id: string): Promise<ConsultationRow | undefined> {
    return (await this.#selectOpening(id))[0];
  }

  /** Whether a citizen had the consultation deleted. */
  async isErased(id: string): Promise<boolean> {
    return (await this.#selectErasure(sha256(id))).length > 0;
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
    if (!row?.answer) return undefined;
    const receipt = receiptIn(row.answer);
    return receipt && { number: row.number, hash: row.hash, token: receipt.link.slice(RECEIPT_PATH.length) };
  }

  /** The opening and the inputs in order; undefined when there is no such consultation. */
  async events(id: string): Promise<Events | undefined> {
    const opening = await this.opening(id);
    if (!opening) return undefined;
    const rows = await this.#selectInputs(id);
    return { begun: opening.begun, knowledge: opening.knowledge, inputs: rows.map(({ input }) => input) };
  }
}

/** A turn as it is read, with the reply or the notice that it names. */
type FoundTurn = Pick<TurnRow, 'seq' | 'input' | 'answer' | 'receipt'> & {
  readonly body: string | null;
  readonly notice: string | null;
};

/** The body that answered a turn, put together again as it was where parts of it are kept elsewhere. */
function keptOf({ seq, input, answer, receipt, body, notice }: FoundTurn): Kept {
  if (answer !== null && receipt === null) return { seq, input, answer };
  if (answer !== null && notice !== null) return { seq, input, answer: answerWith(answer, notice) };
  if (answer === null && body !== null) return { seq, input, answer: answerOf(seq, body) };
  // Nobody is told anything else than before, and least of all nothing.
  throw new StorageError('storage-corrupt');
}

const COLUMNS = ['id', 'knowledge', 'engine', 'region', 'channel', 'begun', 'opened'] as const;

// Statements on the way of a turn are built once.

function compileInsertConsultation({ reader }: Database): string {
  const row = { id: '', knowledge: '', engine: '', region: '', channel: '', begun: '', opened: 0 };
  return reader
    .insertInto('consultations')
    .columns([...COLUMNS])
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .compile().sql;
}

function compileInsertReply({ reader }: Database): string {
  return reader
    .insertInto('replies')
    .values({ key: '', body: '' })
    .onConflict((conflict) => conflict.doNothing())
    .compile().sql;
}

/**
 * The statement that every turn runs. It inserts out of the consultation's own row, so that a turn of a
 * consultation that has been erased meanwhile comes to nothing.
 */
function compileInsertTurn(database: Database): string {
  const text = sql<string>`cast(${''} as text)`;
  const number = sql<number>`cast(${0} as bigint)`;
  return database.reader
    .insertInto('turns')
    .columns(['consultation', 'seq', 'turn', 'knowledge', 'input', 'answer', 'reply', 'receipt', 'at'])
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
          text.as('reply'),
          text.as('receipt'),
          number.as('at'),
        ])
        .where('id', '=', ''),
    )
    .onConflict((conflict) => conflict.doNothing())
    .compile().sql;
}
