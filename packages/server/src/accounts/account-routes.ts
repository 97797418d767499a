import type { Context } from 'hono';
import { Hono } from 'hono';
import type { StaffFault } from '../text/accounts-text.ts';
import { accountsPage } from './accounts-page.ts';
import type { Hall } from './accounts-page.ts';
import type { GivenPassword } from './accounts.ts';
import { writeLoginCookie } from './login-cookie.ts';
import { neverFramed } from './never-framed.ts';
import type { AccountFault, NewAccount } from './new-account.ts';
import { accountName, isRole } from './new-account.ts';
import { passwordPage } from './password-page.ts';
import { requireRole, signedIn } from './signed-in.ts';
import type { SignedInEnv } from './signed-in.ts';
import type { Staff } from './staff.ts';

/** How the pages on which accounts are looked after are reached. */
export interface AccountRoutesOptions {
  readonly staff: Staff;
  /** Our own origin. Default: whatever the Host header says. */
  readonly origin?: string | undefined;
  /** The halls of the region that accounts may be bound to. */
  readonly halls: () => readonly Hall[];
}

type SignedInContext = Context<SignedInEnv>;

/** What a page of accounts says besides the accounts. */
interface Notes {
  readonly fault?: StaffFault;
  readonly given?: GivenPassword;
}

/** `/password`, `/accounts` for supervisors, and `/api/me`. */
export function accountRoutes(options: AccountRoutesOptions): Hono<SignedInEnv> {
  const { staff, origin } = options;
  const app = new Hono<SignedInEnv>();
  const signedInHere = signedIn({ logins: staff.logins, ...(origin && { origin }) });
  for (const path of ['/password', '/accounts', '/accounts/*']) app.use(path, neverFramed(), signedInHere);
  for (const path of ['/accounts', '/accounts/*']) app.use(path, requireRole('supervisor'));
  app.get('/api/me', signedInHere, (c) => {
    const { id, name, display, role, region, hall } = c.var.account;
    return c.json({ account: { id, name, display, role, region, hall }, csrf: c.var.login.csrf });
  });
  app.get('/password', (c) => c.html(passwordPage(c.var)));
  app.post('/password', (c) => changePassword(c, staff));
  app.get('/accounts', (c) => sendAccounts(c, options, {}));
  app.post('/accounts', (c) => createAccount(c, options));
  app.post('/accounts/:id', (c) => changeAccount(c, options));
  return app;
}

async function changePassword(c: SignedInContext, staff: Staff): Promise<Response> {
  const { account, form } = c.var;
  const refuse = (fault: StaffFault): Response | Promise<Response> => c.html(passwordPage(c.var, fault), 422);
  const chosen = form.get('chosen') ?? '';
  if (chosen !== (form.get('again') ?? '')) return refuse('passwords-differ');
  const changed = await staff.accounts.choosePassword(account, { current: form.get('current') ?? '', chosen });
  if (typeof changed === 'string') return refuse(changed);
  writeLoginCookie(c, changed.cookie);
  return c.redirect('/desk', 303);
}

async function createAccount(c: SignedInContext, options: AccountRoutesOptions): Promise<Response> {
  const { form, account } = c.var;
  const place = placeIn(form, options);
  if (typeof place === 'string') return sendAccounts(c, options, { fault: place });
  const subject = (form.get('subject') ?? '').trim();
  const given = await options.staff.accounts.create(account, {
    name: accountName(form.get('name') ?? ''),
    display: (form.get('display') ?? '').trim(),
    ...place,
    ...(subject && { subject }),
  });
  return sendAccounts(c, options, typeof given === 'string' ? { fault: given } : { given });
}

async function changeAccount(c: SignedInContext, options: AccountRoutesOptions): Promise<Response> {
  const changed = await changeAsAsked(c, options);
  if (changed === undefined) return c.redirect('/accounts?done', 303);
  // A password is shown once, so it comes with this answer and there is no address to come back to.
  return sendAccounts(c, options, typeof changed === 'string' ? { fault: changed } : { given: changed });
}

async function changeAsAsked(
  c: SignedInContext,
  options: AccountRoutesOptions,
): Promise<GivenPassword | AccountFault | undefined> {
  const { accounts } = options.staff;
  const { form, account: supervisor } = c.var;
  const id = c.req.param('id') ?? '';
  const asked = form.get('do');
  if (asked === 'disable' || asked === 'enable') return accounts.setDisabled(supervisor, id, asked === 'disable');
  if (asked === 'reset') return accounts.resetPassword(supervisor, id);
  const place = placeIn(form, options);
  return typeof place === 'string' ? place : accounts.setRole(supervisor, id, place);
}

function placeIn(
  form: URLSearchParams,
  { halls }: AccountRoutesOptions,
): Pick<NewAccount, 'role' | 'hall'> | AccountFault {
  const role = form.get('role');
  const hall = form.get('hall') || null;
  if (!isRole(role)) return 'role-unknown';
  return hall === null || halls().some(({ id }) => id === hall) ? { role, hall } : 'hall-unknown';
}

async function sendAccounts(c: SignedInContext, options: AccountRoutesOptions, notes: Notes): Promise<Response> {
  const { staff, halls } = options;
  const page = accountsPage({
    person: c.var,
    accounts: await staff.accounts.list(c.var.account),
    halls: halls(),
    elsewhere: !!staff.oidc,
    done: c.req.query('done') !== undefined,
    ...notes,
  });
  return c.html(page, notes.fault ? 422 : 200);
}
