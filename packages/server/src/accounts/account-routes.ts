import type { Context } from 'hono';
import { Hono } from 'hono';
import { parse, safeParse } from 'valibot';
import type { StaffFault } from '../text/accounts-text.ts';
import { accountChangeFormSchema, newAccountFormSchema, passwordFormSchema } from './account-forms.ts';
import { accountsPage } from './accounts-page.ts';
import type { Hall } from './accounts-page.ts';
import type { GivenPassword } from './accounts.ts';
import { writeLoginCookie } from './login-cookie.ts';
import { neverFramed } from './never-framed.ts';
import type { AccountFault, NewAccount } from './new-account.ts';
import { passwordPage } from './password-page.ts';
import { formFields } from '../http/read-form.ts';
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
  const { current, chosen, again } = parse(passwordFormSchema, formFields(form));
  if (chosen !== again) return refuse('passwords-differ');
  const changed = await staff.accounts.choosePassword(account, { current, chosen });
  if (typeof changed === 'string') return refuse(changed);
  writeLoginCookie(c, changed.cookie);
  return c.redirect('/desk', 303);
}

async function createAccount(c: SignedInContext, options: AccountRoutesOptions): Promise<Response> {
  // Only the role is chosen from a list; whatever else is wrong with an account, `create` says.
  const told = safeParse(newAccountFormSchema, formFields(c.var.form));
  if (!told.success) return sendAccounts(c, options, { fault: 'role-unknown' });
  const place = placeIn(told.output, options);
  if (typeof place === 'string') return sendAccounts(c, options, { fault: place });
  const { name, display, subject } = told.output;
  const person = { name, display, ...place, ...(subject && { subject }) };
  const given = await options.staff.accounts.create(c.var.account, person);
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
  const told = safeParse(accountChangeFormSchema, formFields(form));
  if (!told.success) return 'role-unknown';
  const asked = told.output;
  if (asked.do === 'reset') return accounts.resetPassword(supervisor, id);
  if (asked.do !== 'role') return accounts.setDisabled(supervisor, id, asked.do === 'disable');
  const place = placeIn(asked, options);
  return typeof place === 'string' ? place : accounts.setRole(supervisor, id, place);
}

/** Where somebody works as it is kept: no hall stands for all of them. */
function placeIn(
  { role, hall }: { readonly role: NewAccount['role']; readonly hall: string },
  { halls }: AccountRoutesOptions,
): Pick<NewAccount, 'role' | 'hall'> | 'hall-unknown' {
  if (hall === '') return { role, hall: null };
  return halls().some(({ id }) => id === hall) ? { role, hall } : 'hall-unknown';
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
