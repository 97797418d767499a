import type { Notice } from '@onetrip/engine';
import type { Database, Statement } from '../storage/database.ts';
import type { ReceiptRow } from '../storage/tables.ts';
import { canonicalJson, sha256 } from './canonical-json.ts';
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
  /**
   * To be committed with the turn; absent when the receipt before this one says the same. A number that is taken
   * already breaks a constraint: prepare again.
   */
  readonly statement?: Statement;
}

/** Gives notices their numbers and the citizen's own links. */
export class Receipts {
  readonly #insert: string;

  constructor({ database }: { readonly database: Database }) {
    this.#insert = compileInsert(database);
  }

  /** Prepares the receipt of a notice: nothing is read or written, so a turn can carry it along. */
  prepare(given: GivenNotice, last?: LastReceipt): PreparedReceipt {
    if (last) {
      const { notice, hash } = numbered(given.notice, last.number);
      if (hash === last.hash) return { number: last.number, token: last.token, hash, notice };
    }
    const number = randomReceiptNumber();
    const token = randomReceiptToken();
    const { notice, text, hash } = numbered(given.notice, number);
    const { consultation, seq, region, knowledge, engine, at } = given;
    const rest = { consultation, seq, region, knowledge, engine, day: notice.today, issued: at, notice: text, hash };
    const row: ReceiptRow = { number, token: hashReceiptToken(token), ...rest };
    return {
      number,
      token,
      hash,
      notice,
      statement: { sql: this.#insert, parameters: COLUMNS.map((name) => row[name]) },
    };
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

function numbered(
  written: Notice,
  number: string,
): { readonly notice: Notice; readonly text: string; readonly hash: string } {
  const notice = { ...written, number };
  const text = canonicalJson(notice);
  return { notice, text, hash: sha256(text) };
}
