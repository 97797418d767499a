import type { Notice } from '@onetrip/engine';
import type { Database, Statement } from '../storage/database.ts';
import type { ReceiptRow } from '../storage/tables.ts';
import type { KeptReceipt } from './kept-receipt.ts';
import { openReceipt } from './kept-receipt.ts';
import { numberedNotice } from './numbered-notice.ts';
import { randomReceiptNumber } from './receipt-number.ts';
import { hashReceiptToken, randomReceiptToken } from './receipt-token.ts';

/** A notice that a turn has come to and that the citizen is about to see. */
export interface GivenNotice {
  /** Id of the consultation. */
  readonly consultation: string;
  /** Of the turn. */
  readonly seq: number;
  readonly region: string;
  /** Knowledge version it was written under. */
  readonly knowledge: string;
  /** Engine version that wrote it. */
  readonly engine: string;
  readonly at: number;
  readonly notice: Notice;
}

/** What to remember of a receipt so that the same notice keeps its number. */
export interface LastReceipt {
  readonly number: string;
  readonly token: string;
  /** SHA-256 of the notice with its number, as canonical JSON. */
  readonly hash: string;
}

/** A receipt before it is kept. */
export interface PreparedReceipt extends LastReceipt {
  /** With its number set; this is what the citizen gets. */
  readonly notice: Notice;
  /** The same as it is kept: canonical JSON. */
  readonly text: string;
  /**
   * To be committed with the turn; absent when the receipt before this one says the same. A number that is taken
   * already breaks a constraint: prepare again.
   */
  readonly statement?: Statement;
}

/** What receipts stand on. */
export interface ReceiptsOptions {
  readonly database: Database;
  /** Draws the next number. Default: a random one, which may be another one's already. */
  readonly draw?: () => string;
}

/** Gives notices their numbers and the citizen's own links, and finds them again by either. */
export class Receipts {
  readonly #database: Database;
  readonly #draw: () => string;
  readonly #insert: string;

  constructor({ database, draw = randomReceiptNumber }: ReceiptsOptions) {
    this.#database = database;
    this.#draw = draw;
    this.#insert = compileInsert(database);
  }

  /** Prepares the receipt of a notice: nothing is read or written, so a turn can carry it along. */
  prepare(given: GivenNotice, last?: LastReceipt): PreparedReceipt {
    if (last) {
      const { notice, text, hash } = numberedNotice(given.notice, last.number);
      if (hash === last.hash) return { number: last.number, token: last.token, hash, notice, text };
    }
    const number = this.#draw();
    const token = randomReceiptToken();
    const { notice, text, hash } = numberedNotice(given.notice, number);
    const { consultation, seq, region, knowledge, engine, at } = given;
    const rest = { consultation, seq, region, knowledge, engine, day: notice.today, issued: at, notice: text, hash };
    const row: ReceiptRow = { number, token: hashReceiptToken(token), ...rest };
    return {
      number,
      token,
      hash,
      notice,
      text,
      statement: { sql: this.#insert, parameters: COLUMNS.map((name) => row[name]) },
    };
  }

  /** The receipt behind a citizen's own link; `erased` when it was deleted at the citizen's wish. */
  async byToken(token: string): Promise<KeptReceipt | 'erased' | undefined> {
    const hash = hashReceiptToken(token);
    const { reader } = this.#database;
    const row = await reader.selectFrom('receipts').selectAll().where('token', '=', hash).executeTakeFirst();
    if (row) return openReceipt(row);
    const erasure = await reader.selectFrom('erasures').select('why').where('object', '=', hash).executeTakeFirst();
    return erasure ? 'erased' : undefined;
  }

  /** The receipt under a number, for whoever has been let through to it. */
  async byNumber(number: string): Promise<KeptReceipt | undefined> {
    const { reader } = this.#database;
    const row = await reader.selectFrom('receipts').selectAll().where('number', '=', number).executeTakeFirst();
    return row && openReceipt(row);
  }

  /**
   * Which region a number belongs to.
   *
   * Reads the row at the number or the next one behind it, so that a number nobody has costs as much as one in use: else
   * a clerk could tell by the clock what 404 does not say.
   */
  async regionOf(number: string): Promise<string | undefined> {
    const row = await this.#database.reader
      .selectFrom('receipts')
      .select(['number', 'region'])
      .where('number', '>=', number)
      .orderBy('number')
      .limit(1)
      .executeTakeFirst();
    return row?.number === number ? row.region : undefined;
  }
}

const COLUMNS = [
  ...(['number', 'token', 'consultation', 'seq', 'region', 'knowledge', 'engine'] as const),
  ...(['day', 'issued', 'notice', 'hash'] as const),
] satisfies readonly (keyof ReceiptRow)[];

/** Built once: on the way of a turn there is no time to build SQL. */
function compileInsert({ reader }: Database): string {
  const row: ReceiptRow = {
    ...{ number: '', token: '', consultation: '', seq: 0, region: '', knowledge: '', engine: '' },
    ...{ day: '', issued: 0, notice: '', hash: '' },
  };
  return reader
    .insertInto('receipts')
    .columns([...COLUMNS])
    .values(row)
    .compile().sql;
}
