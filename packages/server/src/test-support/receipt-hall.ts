import type { Input, NoticeReply } from '@onetrip/engine';
import { Hono } from 'hono';
import { Logins } from '../accounts/logins.ts';
import { signedIn } from '../accounts/signed-in.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { HandoverDesk } from '../handover/handover-desk.ts';
import { handoverRoutes } from '../handover/handover-routes.ts';
import { Handovers } from '../handover/handovers.ts';
import { randomId } from '../ids.ts';
import type { Engines } from '../knowledge/engines.ts';
import { oneEngine } from '../knowledge/engines.ts';
import { Misses } from '../limits/misses.ts';
import { deskRoutes } from '../receipts/desk-routes.ts';
import { Erasing } from '../receipts/erasing.ts';
import { rebuilder } from '../receipts/rebuild-consultation.ts';
import { ReceiptDesk } from '../receipts/receipt-desk.ts';
import { receiptRoutes } from '../receipts/receipt-routes.ts';
import { Receipts } from '../receipts/receipts.ts';
import type { Database } from '../storage/database.ts';
import type { AccountRow } from '../storage/tables.ts';
import { realEngine } from './real-engine.ts';
import { temporaryDatabase } from './temporary-database.ts';
import { testApi } from './test-api.ts';
import { testClock } from './test-clock.ts';

const ORIGIN = 'https://guide.example.gov.cn';

/** The key of the tests' one channel. */
export const CHANNEL_KEY = 'wechat-key-for-tests-only';

/** A notice that somebody was told, and how to find it again. */
export interface Told {
  readonly consultation: string;
  readonly reply: NoticeReply;
  readonly number: string;
  /** `/n/…` */
  readonly link: string;
}

/** A hall with its guide, its desk and its hand-over codes, over a database of its own or a given one. */
export async function receiptHall(given: { readonly database?: Database; readonly engines?: Engines } = {}) {
  const database = given.database ?? (await temporaryDatabase());
  const engines = given.engines ?? oneEngine(realEngine());
  const clock = testClock();
  const [audit, misses] = [new AuditLog({ database, clock }), new Misses({ database, clock })];
  const receipts = new Receipts({ database });
  const comparison = { engines, clock, rebuild: rebuilder({ database, engines }) };
  const logins = new Logins({ database, clock });
  const guard = signedIn({ logins, origin: ORIGIN });
  const handovers = new Handovers({ database, clock });
  const erasing = new Erasing({ database, clock, audit });
  const api = testApi({ database, clock, engine: engines });
  const app = new Hono();
  app.route('/', receiptRoutes({ ...comparison, receipts, erasing, publicUrl: ORIGIN }));
  app.route('/', deskRoutes({ ...comparison, desk: new ReceiptDesk({ receipts, misses, audit }), signedIn: guard }));
  app.route(
    '/',
    handoverRoutes({
      ...{ handovers, desk: new HandoverDesk({ handovers, misses, audit }), signedIn: guard },
      channelKeys: new Map([[CHANNEL_KEY, 'wechat']]),
      look: async (id) => (await api.look(id)).json,
    }),
  );
  return {
    ...{ database, clock, api, receipts, erasing, handovers, audit, app },
    request: (path: string, init: RequestInit = {}): Promise<Response> =>
      Promise.resolve(app.request(`${ORIGIN}${path}`, init)),
    tell: (...items: readonly string[]): Promise<Told> => tell(api, items),
    signIn: (part: Partial<AccountRow> = {}): Promise<SignedIn> => signIn(database, logins, part),
  };
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
async function tell(api: ReturnType<typeof testApi>, items: readonly string[]): Promise<Told> {
  const consultation = await api.open({ items: items.length > 0 ? items : ['resident-id-card'] });
  let answer = await api.turn(consultation, 't0', { kind: 'repeat' });
  for (let at = 1; answer.json.reply.kind === 'ask'; at += 1) {
    const { id: question, options } = answer.json.reply.question;
    const input: Input = { kind: 'answer', question, value: options[0]?.value ?? '' };
    answer = await api.turn(consultation, `t${String(at)}`, input);
  }
  const { reply, receipt } = answer.json as unknown as {
    reply: NoticeReply;
    receipt: { number: string; link: string };
  };
  return { consultation, reply, ...receipt };
}
