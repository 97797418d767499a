import { randomId } from '../ids.ts';
import { sha256 } from '../sha256.ts';
import type { LedgerHistoryRow, LedgerRow } from '../storage/tables.ts';

/** Something that went wrong, as it is found out. */
export interface Trouble {
  readonly kind: LedgerRow['kind'];
  readonly region: string;
  readonly hall?: string | undefined;
  /** Number of the receipt. */
  readonly receipt?: string | undefined;
  readonly consultation?: string | undefined;
  readonly item?: string | undefined;
  /** What it is about, for finding the same again; without it, it stands alone. */
  readonly subject?: string | undefined;
  /** Knowledge version it happened under. */
  readonly knowledge: string;
  /** Clean: see `cleanWords`. */
  readonly words: string;
  readonly detail: LedgerDetail;
  /** Told twice under one key, it is one entry. Default: what happened to its receipt or consultation. */
  readonly once?: string | undefined;
}

/** What else an entry knows; each kind has its own part of it. */
export interface LedgerDetail {
  /** SHA-256 of the notice it is held against. */
  readonly hash?: string | undefined;
  /** Service items of the notice or of the conversation. */
  readonly trip?: readonly string[];
  /** Material the window asked for. */
  readonly material?: string | undefined;
  /** Why the window wanted it, as it was told. */
  readonly why?: string | undefined;
  readonly window?: string | undefined;
  /** Of a handoff. */
  readonly reason?: string;
  /** Of a handoff: what need not be asked again. */
  readonly summary?: readonly string[];
  /** Of a low rating. */
  readonly level?: number;
  readonly reasons?: readonly string[];
}

/** What every new entry gets: the day it is found, the day it is due, and who says so. */
export interface Opening {
  readonly at: number;
  readonly due: string;
  /** Account, or `citizen`, `system`. */
  readonly by: string;
}

/** An entry before it is kept, with the first line of its history. */
export interface NewEntry {
  readonly entry: LedgerRow;
  readonly history: LedgerHistoryRow;
}

/** Makes the ledger entry of something that went wrong. */
export function newEntry(trouble: Trouble, { at, due, by }: Opening): NewEntry {
  const { kind, region, knowledge, words, detail } = trouble;
  const { hall = null, receipt = null, consultation = null, item = null } = trouble;
  const id = entryId(trouble);
  const entry: LedgerRow = {
    ...{ id, kind, region, hall, receipt, consultation, item, subject: trouble.subject ?? id, knowledge, words },
    ...{ detail: JSON.stringify(detail), state: 'open', owner: null, due, opened: at },
    ...{ closed: null, resolution: null, resolved_by: null },
  };
  return { entry, history: { entry: id, seq: 1, at, by, change: JSON.stringify({ state: 'open', due }) } };
}

/** The same told twice about one notice or one conversation gets the same id, so that the second time changes nothing. */
function entryId({ kind, receipt, consultation, subject, once }: Trouble): string {
  const what = once ?? subject;
  if (consultation === undefined || what === undefined) return randomId();
  // The consultation's id cannot be guessed, so the entry's id tells nobody whose it is.
  return sha256(JSON.stringify([kind, consultation, receipt, what])).slice(0, 22);
}
