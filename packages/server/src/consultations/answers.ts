import type { NoticeReply } from '@onetrip/engine';
import type { Utf8 } from '../utf8.ts';

/** Where a citizen reads a notice again; the token follows. */
export const RECEIPT_PATH = '/n/';

/** How an answer names the receipt of its notice. */
export interface ReceiptLink {
  readonly number: string;
  /** `/n/` and the token. */
  readonly link: string;
}

/** The body that answers a turn with a reply, given as JSON. */
export function answerOf(seq: number, reply: string): string {
  return `${beforeReply(seq)}${reply}${BEHIND_REPLY}`;
}

/** The same as bytes. */
export function answerBytes(seq: number, reply: Utf8): Utf8 {
  return bytesWith(beforeReply(seq), reply);
}

/** The body that answers an opening. */
export function openingBytes(id: string, reply: Utf8): Utf8 {
  return bytesWith(`{"id":${JSON.stringify(id)},"reply":`, reply);
}

function bytesWith(before: string, reply: Utf8): Utf8 {
  const start = Buffer.byteLength(before);
  const answer = Buffer.allocUnsafe(start + reply.length + BEHIND_REPLY.length);
  answer.write(before);
  answer.set(reply, start);
  answer.write(BEHIND_REPLY, start + reply.length);
  return answer;
}

function beforeReply(seq: number): string {
  return `{"seq":${String(seq)},"reply":`;
}

const BEHIND_REPLY = '}';

/**
 * Stands for the notice in an answer as it is kept: the receipt holds it already. JSON written by a program has no line
 * break anywhere.
 */
const NOTICE_PLACE = '\n';

/** The body that answers a turn that has come to a notice, but for the notice. */
export function answerAround(seq: number, reply: NoticeReply, receipt: ReceiptLink): string {
  const { notice: _elsewhere, ...rest } = reply;
  const said = `${JSON.stringify(rest).slice(0, -1)},"notice":${NOTICE_PLACE}}`;
  return `{"seq":${String(seq)},"reply":${said},"receipt":${JSON.stringify(receipt)}}`;
}

/** The whole body, with the notice as JSON in its place. */
export function answerWith(around: string, notice: string): string {
  const place = around.indexOf(NOTICE_PLACE);
  return place === -1 ? around : `${around.slice(0, place)}${notice}${around.slice(place + NOTICE_PLACE.length)}`;
}

/** How an answer that is kept names its receipt. */
export function receiptIn(around: string): ReceiptLink | undefined {
  return (JSON.parse(answerWith(around, 'null')) as { readonly receipt?: ReceiptLink }).receipt;
}
