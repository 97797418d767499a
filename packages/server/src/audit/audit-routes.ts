import type { Context } from 'hono';
import { Hono } from 'hono';
import { safeParse } from 'valibot';
import { neverFramed } from '../accounts/never-framed.ts';
import { formFields } from '../http/read-form.ts';
import { requireRole, signedIn } from '../accounts/signed-in.ts';
import type { SignedInEnv } from '../accounts/signed-in.ts';
import type { Staff } from '../accounts/staff.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../storage/database.ts';
import type { AuditEntry } from './audit-log.ts';
import { readAuditDay, readAuditDayQuery } from './audit-day.ts';
import type { AuditDay } from './audit-day.ts';
import type { AuditHead } from './audit-head.ts';
import { auditHeadFormSchema } from './audit-head-form.ts';
import { auditPage } from './audit-page.ts';
import type { AuditVerdict } from './verify-chain.ts';

/** How the audit log is read. */
export interface AuditRoutesOptions {
  readonly staff: Staff;
  readonly database: Database;
  readonly clock: Clock;
  /** Our own origin. Default: whatever the Host header says. */
  readonly origin?: string | undefined;
}

type SignedInContext = Context<SignedInEnv>;

/** `/audit` and `/api/audit`, for supervisors. */
export function auditRoutes(options: AuditRoutesOptions): Hono<SignedInEnv> {
  const { staff, origin } = options;
  const app = new Hono<SignedInEnv>();
  const supervisorsOnly = [signedIn({ logins: staff.logins, ...(origin && { origin }) }), requireRole('supervisor')];
  app.use('/audit', neverFramed(), ...supervisorsOnly);
  for (const path of ['/api/audit', '/api/audit/*']) app.use(path, ...supervisorsOnly);
  app.get('/audit', async (c) => sendPage(c, options, await readDay(c, options)));
  app.post('/audit', async (c) => {
    const verdict = await verify(c, staff, keptHead(c.var.form));
    return sendPage(c, options, await readDay(c, options), verdict);
  });
  app.get('/api/audit', async (c) => c.json(await readDay(c, options)));
  app.get('/api/audit/verification', async (c) => {
    const verdict = await verify(c, staff);
    return c.json({ ...verdict, head: await staff.audit.head() });
  });
  return app;
}

async function readDay(c: SignedInContext, { staff, database, clock }: AuditRoutesOptions): Promise<AuditDay> {
  const { account } = c.var;
  const query = readAuditDayQuery(clock, c.req.query('day'), c.req.query('after'));
  const day = await readAuditDay(database, account, query);
  await note(staff, { actor: account.id, action: 'audit-read', object: day.day });
  return day;
}

async function verify(c: SignedInContext, staff: Staff, kept?: AuditHead): Promise<AuditVerdict> {
  const verdict = await staff.audit.verify(kept);
  const detail = verdict.intact ? { intact: true } : { intact: false, seq: verdict.seq, fault: verdict.fault };
  await note(staff, { actor: c.var.account.id, action: 'audit-verified', object: 'audit', detail });
  return verdict;
}

/** With a head that nobody can read nothing can be added; what is left must be shown all the same. */
async function note({ audit }: Staff, entry: AuditEntry): Promise<void> {
  if (await audit.head()) await audit.recordAlone(entry);
}

/** A head that was kept elsewhere, where somebody typed a whole one. */
function keptHead(form: URLSearchParams): AuditHead | undefined {
  const told = safeParse(auditHeadFormSchema, formFields(form));
  return told.success ? told.output : undefined;
}

async function sendPage(
  c: SignedInContext,
  { staff }: AuditRoutesOptions,
  day: AuditDay,
  verdict?: AuditVerdict,
): Promise<Response> {
  const accounts = await staff.accounts.list(c.var.account);
  const names = new Map(accounts.map(({ id, display, name }) => [id, `${display}（${name}）`]));
  const head = await staff.audit.head();
  return c.html(auditPage({ person: c.var, names, head, verdict, ...day }));
}
