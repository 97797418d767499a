import type { Notice, Reply } from '@onetrip/engine';
import type { WatchedServer } from './watched-server.ts';

/** A notice that somebody was told, and how to find it again. */
export interface ToldSomebody {
  readonly consultation: string;
  readonly token: string;
  readonly number: string;
  readonly notice: Notice;
}

/** Leads a consultation to its notice, by the first option of every question. */
export async function tellSomebody({ ask }: WatchedServer, ...chosen: readonly string[]): Promise<ToldSomebody> {
  const items = chosen.length > 0 ? chosen : ['social-security-card'];
  const opened = await ask({ path: '/api/consultations', json: { items } });
  const { id } = (await opened.json()) as { readonly id: string };
  const take = async (turn: number, input: object): Promise<Answered> => {
    const json = { turn: `t${String(turn)}`, input };
    return (await (await ask({ path: `/api/consultations/${id}/turns`, json })).json()) as Answered;
  };
  let answer = await take(0, { kind: 'repeat' });
  for (let turn = 1; answer.reply.kind === 'ask'; turn += 1) {
    const { id: question, options } = answer.reply.question;
    const [first] = options;
    answer = await take(turn, first ? { kind: 'answer', question, value: first.value } : { kind: 'unsure', question });
  }
  if (answer.reply.kind !== 'notice' || !answer.receipt)
    throw new Error(`${items.join(' and ')} ends in ${answer.reply.kind}`);
  const { number, link } = answer.receipt;
  return { consultation: id, number, token: link.slice(link.lastIndexOf('/') + 1), notice: answer.reply.notice };
}

interface Answered {
  readonly reply: Reply;
  readonly receipt?: { readonly number: string; readonly link: string };
}
