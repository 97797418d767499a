import { Hono } from 'hono';
import type { Context } from 'hono';
import { safeParse } from 'valibot';
import { requireRole } from '../../accounts/signed-in.ts';
import type { SignedInEnv } from '../../accounts/signed-in.ts';
import { todayInBeijing } from '../../clock.ts';
import { problemParts } from '../../http/problem-parts.ts';
import { readJson } from '../../http/read-json.ts';
import { problem } from '../../problem.ts';
import type { LedgerHistoryRow, LedgerRow } from '../../storage/tables.ts';
import { changeSchema } from '../change-body.ts';
import { changeEntry } from '../change-entry.ts';
import { listEntries, listGroups, readEntry } from '../ledger-list.ts';
import type { Reading } from '../ledger-list.ts';
import { listQuerySchema, writeKey } from '../list-query.ts';
import type { LedgerDeskOptions } from './ledger-desk-options.ts';
import { sendExport } from './send-export.ts';
import { deskReportSchema, takeReport } from './take-report.ts';

type DeskContext = Context<SignedInEnv>;

/** The ledger for programs: `/api/ledger` and `/api/ratings`. Clerks read and report, editors and supervisors change. */
export function ledgerRoutes(options: LedgerDeskOptions): Hono<SignedInEnv> {
  const { signedIn } = options;
  const app = new Hono<SignedInEnv>();
  app.get('/api/ledger', signedIn, (c) => sendList(c, options));
  app.get('/api/ledger/groups', signedIn, (c) => sendGroups(c, options));
  app.get('/api/ledger/export', signedIn, requireRole('supervisor'), (c) => sendExport(c, 'ledger', options));
  app.get('/api/ratings/export', signedIn, requireRole('supervisor'), (c) => sendExport(c, 'ratings', options));
  app.get('/api/ledger/entries/:id', signedIn, async (c) => {
    const found = await readEntry(options.database, c.var.account, c.req.param('id'));
    if (!found) return problem(c, 'unknown-entry');
    return c.json({ entry: asJson(found.entry), history: found.history.map(historyAsJson) });
  });
  app.post('/api/ledger', signedIn, async (c) => {
    const read = await readJson(c, deskReportSchema);
    if ('refusal' in read) return read.refusal;
    const reported = await takeReport(options, c.var.account, read.body);
    if ('code' in reported) return problem(c, reported.code, 'errors' in reported ? { errors: reported.errors } : {});
    return c.json({ entry: asJson(reported.entry) }, reported.isNew ? 201 : 200);
  });
  app.post('/api/ledger/entries/:id/changes', signedIn, requireRole('editor', 'supervisor'), (c) =>
    takeChange(c, options),
  );
  return app;
}

async function sendList(c: DeskContext, options: LedgerDeskOptions): Promise<Response> {
  const query = safeParse(listQuerySchema, c.req.query());
  if (!query.success) return problem(c, 'invalid-query', { errors: problemParts(query.issues) });
  const { rows, next } = await listEntries(options.database, readingOf(c, options), query.output);
  return c.json({ entries: rows.map(asJson), next: next && writeKey(next) });
}

async function sendGroups(c: DeskContext, options: LedgerDeskOptions): Promise<Response> {
  const query = safeParse(listQuerySchema, c.req.query());
  if (!query.success) return problem(c, 'invalid-query', { errors: problemParts(query.issues) });
  const { rows, next } = await listGroups(options.database, readingOf(c, options), query.output);
  const groups = rows.map(({ example, settled: _settled, ...group }) => ({ ...group, example: asJson(example) }));
  return c.json({ groups, next: next && writeKey(next) });
}

async function takeChange(c: DeskContext, options: LedgerDeskOptions): Promise<Response> {
  const read = await readJson(c, changeSchema);
  if ('refusal' in read) return read.refusal;
  const id = c.req.param('id') ?? '';
  const changed = await changeEntry(options, { id, change: read.body, account: c.var.account });
  if (!('code' in changed)) return c.json({ ...changed, entry: asJson(changed.entry) });
  if (changed.code === 'illegal-transition') return problem(c, changed.code, { members: { state: changed.state } });
  return problem(c, changed.code, 'errors' in changed ? { errors: changed.errors } : {});
}

/** What somebody may see, on the day it is. */
export function readingOf(c: DeskContext, { clock }: Pick<LedgerDeskOptions, 'clock'>): Reading {
  const { region, hall } = c.var.account;
  return { scope: { region, hall }, today: todayInBeijing(clock) };
}

/** The consultation's id is left out: whoever has it may read and go on with somebody's conversation. */
function asJson<Row extends LedgerRow>({ consultation: _secret, detail, ...entry }: Row): object {
  return { ...entry, detail: JSON.parse(detail) as unknown };
}

function historyAsJson({ seq, at, by, change }: LedgerHistoryRow): object {
  return { seq, at, by, change: JSON.parse(change) as unknown };
}
