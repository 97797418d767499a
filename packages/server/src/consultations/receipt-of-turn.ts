import type { Reply } from '@onetrip/engine';
import type { LastReceipt, Receipts } from '../receipts/receipts.ts';
import type { Statement } from '../storage/database.ts';
import { RECEIPT_PATH } from './consultation-store.ts';
import type { ReceiptLink } from './consultation-store.ts';
import type { TakenTurn } from './taken-turn.ts';

/** The receipt given last, if that is known. */
export type Last = LastReceipt | 'none' | undefined;

/** A reply with its notice numbered, and what goes with it. */
export interface ReceiptOfTurn {
  readonly reply: Reply;
  readonly receipt: LastReceipt;
  readonly link: ReceiptLink;
  readonly statements: readonly Statement[];
}

/** The receipt of the notice that a turn has come to, if it has come to one. */
export function prepareReceipt(receipts: Receipts, taken: TakenTurn, last: Last): ReceiptOfTurn | undefined {
  const { id, seq, region, knowledge, engine, at, reply } = taken;
  if (reply.kind !== 'notice') return undefined;
  const given = { consultation: id, seq, region, knowledge, engine, at, notice: reply.notice };
  const { notice, statement, number, token, hash } = receipts.prepare(given, last === 'none' ? undefined : last);
  return {
    reply: { ...reply, notice },
    receipt: { number, token, hash },
    link: { number, link: `${RECEIPT_PATH}${token}` },
    statements: statement ? [statement] : [],
  };
}

/** The body that answers a turn that has come to a notice. */
export function answerWith(seq: number, { reply, link }: ReceiptOfTurn): string {
  return JSON.stringify({ seq, reply, receipt: link });
}
