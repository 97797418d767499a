import type { Input, NoticeReply, Reply } from '@onetrip/engine';
import type { Logins } from '../accounts/logins.ts';
import { createServer } from '../app.ts';
import { idOf } from '../consultations/sealed-opening.ts';
import { randomId } from '../ids.ts';
import type { Engines } from '../knowledge/engines.ts';
import { oneEngine } from '../knowledge/engines.ts';
import type { Database } from '../storage/database.ts';
import type { AccountRow } from '../storage/tables.ts';
import { realEngine } from './real-engine.ts';
import { temporaryDatabase } from './temporary-database.ts';
import { testClock } from './test-clock.ts';

const ORIGIN = 'https://guide.example.gov.cn';

/** The key of the tests' one channel. */
export const CHANNEL_KEY = 'wechat-key-for-tests-only';

/** A notice that somebody was told, and how to find it again. */
export interface Told {
  /** Under which the consultation is kept. */
  readonly consultation: string;
  /** The id of it that the client holds. */
  readonly held: string;
  readonly reply: NoticeReply;
  readonly number: string;
  /** `/n/…` */
  readonly link: string;
}

/** A whole server, its guide, its desk and its hand-over codes, over a database of its own or a given one. */
export async function receiptHall(given: { readonly database?: Database; readonly engines?: Engines } = {}) {
  const database = given.database ?? (await temporaryDatabase());
  const engine = given.engines ?? oneEngine(realEngine());
  const clock = testClock();
  const channelKeys = new Map([[CHANNEL_KEY, 'wechat']]);
  const { app, rooms } = createServer({ engine, database, clock, publicUrl: ORIGIN, channelKeys });
  const { receipts, erasing, handovers, staff } = rooms;
  const request = (path: string, init: RequestInit = {}): Promise<Response> =>
    Promise.resolve(app.request(`${ORIGIN}${path}`, init));
  const post = async (path: string, body: object): Promise<Answered> => {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await request(path, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: answer.status, json: (await answer.json()) as Answered['json'] };
  };
  const open = async (body: object = {}): Promise<string> => (await post('/api/consultations', body)).json.id;
  const turn = (id: string, turnId: string, input: Input): Promise<Answered> =>
    post(`/api/consultations/${id}/turns`, { turn: turnId, input });
  return {
    ...{ database, clock, receipts, erasing, handovers, audit: staff.audit, request, open, turn },
    tell: async (...items: readonly string[]): Promise<Told> =>
      tell(await open({ items: items.length > 0 ? items : ['resident-id-card'] }), turn),
    signIn: (part: Partial<AccountRow> = {}): Promise<SignedIn> => signIn(database, staff.logins, part),
  };
}

/** What the tests read in an answer of the guide. */
interface Answered {
  readonly status: number;
  readonly json: { readonly id: string; readonly reply: Reply };
}

/** Somebody who is signed in, and the headers that show it. */
export interface SignedIn {
  readonly account: AccountRow;
  readonly headers: Readonly<Record<string, string>>;
}

async function signIn(database: Database, logins: Logins, part: Partial<AccountRow>): Promise<SignedIn> {
  const id = randomId();
  const account: AccountRow = {
    ...{ id, name: id.toLowerCase(), display: '张三', role: 'clerk', region: 'demo-city', hall: null, password: null },
    ...{ must_change: 0, disabled: 0, subject: null, created: 0 },
    ...part,
  };
  await database.append(database.reader.insertInto('accounts').values(account).compile());
  const cookie = await database.write((transaction) => logins.open(transaction, id));
  const { login } = (await logins.find(cookie)) ?? {};
  const headers = { Cookie: `__Host-onetrip=${cookie}`, Origin: ORIGIN, 'X-CSRF-Token': login?.csrf ?? '' };
  return { account, headers };
}

/** Answers every question with its first option, until there is a notice. */
async function tell(
  held: string,
  turn: (id: string, turnId: string, input: Input) => Promise<Answered>,
): Promise<Told> {
  let answer = await turn(held, 't0', { kind: 'repeat' });
  for (let at = 1; answer.json.reply.kind === 'ask'; at += 1) {
    const { id: question, options } = answer.json.reply.question;
    const input: Input = { kind: 'answer', question, value: options[0]?.value ?? '' };
    answer = await turn(held, `t${String(at)}`, input);
  }
  const { reply, receipt } = answer.json as unknown as {
    readonly reply: NoticeReply;
    readonly receipt: Pick<Told, 'number' | 'link'>;
  };
  return { consultation: idOf(held) ?? '', held, reply, ...receipt };
}
