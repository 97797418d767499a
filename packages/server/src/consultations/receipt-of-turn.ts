import type { NoticeReply } from '@onetrip/engine';
import type { LastReceipt, Receipts } from '../receipts/receipts.ts';
import type { Statement } from '../storage/database.ts';
import { RECEIPT_PATH } from './answers.ts';
import type { ReceiptLink } from './answers.ts';
import type { TakenTurn } from './taken-turn.ts';

/** The receipt given last, if that is known. */
export type Last = LastReceipt | 'none' | undefined;

/** A reply with its notice numbered, and what goes with it. */
export interface ReceiptOfTurn {
  readonly reply: NoticeReply;
  /** The notice in it, as canonical JSON. */
  readonly text: string;
  readonly receipt: LastReceipt;
  readonly link: ReceiptLink;
  readonly statements: readonly Statement[];
}

/** The receipt of the notice that a turn has come to, if it has come to one. */
export function prepareReceipt(receipts: Receipts, taken: TakenTurn, last: Last): ReceiptOfTurn | undefined {
  const { id, seq, region, knowledge, engine, at, reply } = taken;
  if (reply.kind !== 'notice') return undefined;
  const given = { consultation: id, seq, region, knowledge, engine, at, notice: reply.notice };
  const { notice, text, statement, number, token, hash } = receipts.prepare(given, last === 'none' ? undefined : last);
  return {
    reply: { ...reply, notice },
    text,
    receipt: { number, token, hash },
    link: { number, link: `${RECEIPT_PATH}${token}` },
    statements: statement ? [statement] : [],
  };
}
