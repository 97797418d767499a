import { Hono } from 'hono';
import { signedIn } from '../accounts/signed-in.ts';
import { Logins } from '../accounts/logins.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { HOLIDAYS } from '../ledger/calendar/holidays.ts';
import { WorkingDays } from '../ledger/calendar/working-days.ts';
import { ledgerPages } from '../ledger/desk/ledger-pages.ts';
import { ledgerRoutes } from '../ledger/desk/ledger-routes.ts';
import { feedbackRoutes } from '../ledger/feedback/feedback-routes.ts';
import { Misses } from '../limits/misses.ts';
import { ReceiptDesk } from '../receipts/receipt-desk.ts';
import { Receipts } from '../receipts/receipts.ts';
import type { AccountRow } from '../storage/tables.ts';
import { holdForms } from './hold-forms.ts';
import { ledgerDesk } from './ledger-desk.ts';
import type { LedgerDesk } from './ledger-desk.ts';

const ORIGIN = 'https://guide.example.gov.cn';

/** Sends requests as somebody who is signed in, from our own pages. */
export interface Staffer {
  readonly account: AccountRow;
  get(path: string): Promise<Response>;
  postJson(path: string, body: object): Promise<Response>;
  postForm(path: string, fields: Record<string, string>, csrf?: string): Promise<Response>;
}

/** The routes of the ledger over a real database, with everybody who uses them. */
export interface LedgerApp extends LedgerDesk {
  readonly app: Hono;
  readonly audit: AuditLog;
  staffer(role: AccountRow['role'], where?: Partial<Pick<AccountRow, 'region' | 'hall'>>): Promise<Staffer>;
}

/** Mounts the ledger as the server does. */
export async function ledgerApp(): Promise<LedgerApp> {
  const desk = await ledgerDesk();
  const { database, clock, options, ratings, reports } = desk;
  const [receipts, logins] = [new Receipts({ database }), new Logins({ database, clock })];
  const audit = new AuditLog({ database, clock });
  const receiptDesk = new ReceiptDesk({ receipts, misses: new Misses({ database, clock }), audit });
  const app = new Hono();
  const byToken = receipts.byToken.bind(receipts);
  // Every consultation here has a row.
  const keptId = (id: string): Promise<string> => Promise.resolve(id);
  app.route('/', feedbackRoutes({ database, engines: options.engines, ratings, reports, byToken, keptId }));
  const staffSide = {
    ...{ ...options, reports, audit, workingDays: new WorkingDays(HOLIDAYS) },
    ...{ signedIn: signedIn({ logins }), look: receiptDesk.look.bind(receiptDesk) },
  };
  app.route('/', ledgerRoutes(staffSide));
  app.route('/', ledgerPages(staffSide));
  return {
    ...desk,
    ...{ app, audit },
    staffer: async (role, where) => {
      const account = await desk.account(role, where);
      const cookie = await database.write((transaction) => logins.open(transaction, account.id));
      const person = await logins.find(cookie);
      return stafferWith(app, { account, cookie, csrf: person?.login.csrf ?? '' });
    },
  };
}

interface SignedIn {
  readonly account: AccountRow;
  readonly cookie: string;
  readonly csrf: string;
}

function stafferWith(app: Hono, { account, cookie, csrf }: SignedIn): Staffer {
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('Cookie', `__Host-onetrip=${cookie}`);
    headers.set('Origin', ORIGIN);
    headers.set('Host', new URL(ORIGIN).host);
    headers.set('Sec-Fetch-Site', 'same-origin');
    const response = await app.request(ORIGIN + path, { ...init, headers });
    await holdForms(path, { ...init, headers }, response);
    return response;
  };
  return {
    account,
    get: (path) => send(path, { headers: { Accept: 'text/html' } }),
    postJson: (path, body) => {
      const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf };
      return send(path, { method: 'POST', headers, body: JSON.stringify(body) });
    },
    postForm: (path, fields, token = csrf) => {
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      return send(path, { method: 'POST', headers, body: new URLSearchParams({ csrf: token, ...fields }).toString() });
    },
  };
}
