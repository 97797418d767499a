import type { Notice } from '@onetrip/engine';
import type { ReceiptRow } from '../storage/tables.ts';
import { hashOfJson } from './canonical-json.ts';

/** A receipt as it was given: its notice is, byte for byte, what the citizen was told. */
export interface IntactReceipt extends Omit<ReceiptRow, 'notice' | 'token'> {
  readonly intact: true;
  readonly notice: Notice;
  /** The notice as it is kept: canonical JSON. */
  readonly text: string;
}

/** A receipt that somebody has changed in the database; nothing it says can be relied on. */
export interface DamagedReceipt {
  readonly intact: false;
  readonly number: string;
  readonly consultation: string;
  readonly region: string;
}

/** A receipt as it is read from the database. */
export type KeptReceipt = IntactReceipt | DamagedReceipt;

/** Reads a row, and sees whether it is still what was given. */
export function openReceipt(row: ReceiptRow): KeptReceipt {
  const { number, consultation, region } = row;
  if (hashOfJson(row.notice) !== row.hash) return { intact: false, number, consultation, region };
  const notice = JSON.parse(row.notice) as Notice;
  // What stands beside the notice must be what the notice itself says.
  const agrees =
    notice.number === number &&
    notice.knowledge.version === row.knowledge &&
    notice.today === row.day &&
    notice.region.id === region;
  if (!agrees) return { intact: false, number, consultation, region };
  const { seq, knowledge, engine, day, issued, hash, notice: text } = row;
  return { intact: true, number, consultation, seq, region, knowledge, engine, day, issued, hash, notice, text };
}
