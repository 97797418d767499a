import { Hono } from 'hono';
import type { Context } from 'hono';
import { safeParse } from 'valibot';
import { neverFramed } from '../../accounts/never-framed.ts';
import { requireRole } from '../../accounts/signed-in.ts';
import type { SignedInEnv } from '../../accounts/signed-in.ts';
import { problem } from '../../problem.ts';
import { PROBLEM_STATUS } from '../../problem-status.ts';
import type { ProblemStatusCode } from '../../problem-status.ts';
import type { AccountRow } from '../../storage/tables.ts';
import { ledgerText as text } from '../../text/ledger-text.ts';
import { problemTextZh } from '../../text/problem-text-zh.ts';
import { formFields } from '../../http/read-form.ts';
import { changeFormSchema } from '../change-body.ts';
import { changeEntry } from '../change-entry.ts';
import { listEntries, listGroups, readEntry } from '../ledger-list.ts';
import { listQuerySchema, writeKey } from '../list-query.ts';
import { deskReportFormSchema } from './desk-report-form.ts';
import { entryPage } from './entry-page.ts';
import type { LedgerDeskOptions } from './ledger-desk-options.ts';
import { readingOf } from './ledger-routes.ts';
import { listPage } from './list-page.ts';
import { takeReport } from './take-report.ts';

type DeskContext = Context<SignedInEnv>;

/** The ledger for people: `/ledger` and `/ledger/<id>`, pages without script. */
export function ledgerPages(options: LedgerDeskOptions): Hono<SignedInEnv> {
  const app = new Hono<SignedInEnv>();
  for (const path of ['/ledger', '/ledger/*']) app.use(path, neverFramed(), options.signedIn);
  app.get('/ledger', (c) => sendList(c, options));
  app.post('/ledger', (c) => takeForm(c, options));
  app.get('/ledger/:id', (c) => sendEntry(c, options));
  app.post('/ledger/:id', requireRole('editor', 'supervisor'), (c) => changeByForm(c, options));
  return app;
}

async function sendList(c: DeskContext, options: LedgerDeskOptions, fault?: ProblemStatusCode): Promise<Response> {
  // A form sends every field, also those nobody filled in.
  const filled = Object.entries(c.req.query()).filter(([, value]) => value !== '');
  const query = safeParse(listQuerySchema, Object.fromEntries(filled));
  if (!query.success) return c.redirect('/ledger', 303);
  const { database, engines, workingDays } = options;
  const reading = readingOf(c, options);
  const isOne = query.output.subject !== undefined;
  const page = isOne
    ? await listEntries(database, reading, query.output)
    : await listGroups(database, reading, query.output);
  const body = listPage({
    ...{ person: c.var, query: query.output, reading, knowledge: engines.current.knowledge },
    ...{ rows: page.rows, calendarUntil: workingDays.until, next: page.next && nextAddress(c, writeKey(page.next)) },
    ...{ fault: fault && problemTextZh[fault].detail },
  });
  return c.html(body, fault ? PROBLEM_STATUS[fault] : 200);
}

function nextAddress(c: DeskContext, after: string): string {
  return `/ledger?${new URLSearchParams({ ...c.req.query(), after }).toString()}`;
}

async function sendEntry(c: DeskContext, options: LedgerDeskOptions, fault?: string): Promise<Response> {
  const { database, engines } = options;
  const found = await readEntry(database, c.var.account, c.req.param('id') ?? '');
  if (!found) return problem(c, 'unknown-entry');
  const page = entryPage({
    ...{ person: c.var, ...found, fault, knowledge: engines.current.knowledge },
    ...{ accounts: await accountsOf(options, c.var.account), today: readingOf(c, options).today },
    done: fault === undefined && c.req.query('done') !== undefined,
  });
  return c.html(page, fault === undefined ? 200 : 422);
}

async function changeByForm(c: DeskContext, options: LedgerDeskOptions): Promise<Response> {
  const { form, account } = c.var;
  const id = c.req.param('id') ?? '';
  const told = safeParse(changeFormSchema, formFields(form));
  if (!told.success) return sendEntry(c, options, text.change.wrong);
  const changed = await changeEntry(options, { id, change: told.output, account });
  if (!('code' in changed)) return c.redirect(`/ledger/${id}?done`, 303);
  const fault = changed.code === 'invalid-body' ? text.change.wrong : problemTextZh[changed.code].detail;
  return sendEntry(c, options, fault);
}

/** Reports of clerks: from the form below a notice at the desk, or a complaint from the list. */
async function takeForm(c: DeskContext, options: LedgerDeskOptions): Promise<Response> {
  const { form, account } = c.var;
  const told = safeParse(deskReportFormSchema, formFields(form));
  const reported = told.success ? await takeReport(options, account, told.output) : { code: 'invalid-body' as const };
  if (!('code' in reported)) return c.redirect(`/ledger/${reported.entry.id}?done`, 303);
  return sendList(c, options, reported.code);
}

async function accountsOf({ database }: LedgerDeskOptions, { region }: AccountRow): Promise<readonly AccountRow[]> {
  return database.reader
    .selectFrom('accounts')
    .selectAll()
    .where('region', '=', region)
    .orderBy('display')
    .orderBy('id')
    .execute();
}
