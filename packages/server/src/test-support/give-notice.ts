import type { Reply } from '@onetrip/engine';
import type { Consultations } from '../consultations/consultations.ts';
import { idOf } from '../consultations/sealed-opening.ts';
import { randomId } from '../ids.ts';
import { bodyText } from './body-text.ts';

/** A consultation that has come to its notice. */
export interface GivenNotice {
  readonly consultation: string;
  readonly number: string | undefined;
}

/** Opens a consultation and leads it to its notice, sure of nothing. */
export async function giveNotice(consultations: Consultations): Promise<GivenNotice> {
  const { id, answer } = await consultations.open({ today: '2026-11-22', items: ['property-record-query'] });
  let { reply } = JSON.parse(bodyText(answer)) as { readonly reply: Reply };
  while (reply.kind === 'ask') {
    const taken = await consultations.takeTurn(id, randomId(), { kind: 'unsure', question: reply.question.id });
    if (typeof taken === 'string') throw new Error(taken);
    ({ reply } = JSON.parse(bodyText(taken.answer)) as { readonly reply: Reply });
  }
  return { consultation: idOf(id) ?? '', number: reply.kind === 'notice' ? reply.notice.number : undefined };
}
