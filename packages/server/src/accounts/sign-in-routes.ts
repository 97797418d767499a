import type { Context } from 'hono';
import { Hono } from 'hono';
import { parse } from 'valibot';
import { problem } from '../problem.ts';
import type { StaffFault } from '../text/accounts-text.ts';
import { signInFormSchema } from './account-forms.ts';
import { takeAwayCookie, writeAwayCookie } from './away-cookie.ts';
import { isForged } from './forged.ts';
import { dropLoginCookie, readLoginCookie, writeLoginCookie } from './login-cookie.ts';
import { neverFramed } from './never-framed.ts';
import { ownPath } from './own-path.ts';
import { formFields, readForm } from '../http/read-form.ts';
import { arrivedPage, elsewhereFailedPage, signInPage } from './sign-in-page.ts';
import { signedIn } from './signed-in.ts';
import type { Staff } from './staff.ts';

/** How the pages on which people sign in are reached. */
export interface SignInRoutesOptions {
  readonly staff: Staff;
  /** Our own origin. Default: whatever the Host header says. */
  readonly origin?: string | undefined;
  /** Prefix of the address a request comes from, for the lock-out. */
  readonly address: (c: Context) => string;
}

const STATUS = { 'wrong-name-or-password': 401, 'locked-out': 429, busy: 503 } as const;
const RETRY_AFTER = { 'locked-out': '900', busy: '5' } as const;

/** `/sign-in`, `/sign-out`, and the way to a single sign-on and back. */
export function signInRoutes(options: SignInRoutesOptions): Hono {
  const { staff, origin } = options;
  const app = new Hono();
  for (const path of ['/sign-in', '/sign-in/*', '/sign-out']) app.use(path, neverFramed());
  app.get('/sign-in', (c) => {
    const signedOut = c.req.query('signed-out') !== undefined;
    return c.html(signInPage({ target: ownPath(c.req.query('to')), elsewhere: !!staff.oidc, signedOut }));
  });
  app.post('/sign-in', (c) => signIn(c, options));
  app.get('/sign-in/arrived', (c) => arrive(c, staff));
  app.post('/sign-out', signedIn({ logins: staff.logins, ...(origin && { origin }) }), async (c) => {
    await staff.signIn.signOut(c.var.account.id, c.var.login.token);
    dropLoginCookie(c);
    return c.redirect('/sign-in?signed-out', 303);
  });
  if (staff.oidc) addSingleSignOn(app, staff.oidc, options);
  return app;
}

async function signIn(c: Context, { staff, origin, address }: SignInRoutesOptions): Promise<Response> {
  // There is no login yet whose token a form could carry; that it comes from our own page is told by its origin.
  if (isForged(c, origin)) return problem(c, 'forged-request');
  const form = await readForm(c);
  if (!form) return problem(c, 'body-too-large', { headers: { Connection: 'close' } });
  const { name, password, to } = parse(signInFormSchema, formFields(form));
  const target = ownPath(to);
  const cookie = readLoginCookie(c);
  const opened = await staff.signIn.withPassword({ name, password, address: address(c), cookie });
  if (typeof opened === 'object') {
    writeLoginCookie(c, opened.cookie);
    return c.redirect(`/sign-in/arrived?to=${encodeURIComponent(target)}`, 303);
  }
  if (opened !== 'wrong-name-or-password') c.header('Retry-After', RETRY_AFTER[opened]);
  return c.html(signInPage({ target, fault: opened, name, elsewhere: !!staff.oidc }), STATUS[opened]);
}

/** Looks whether the cookie really came back: over plain HTTP most browsers drop it without a word. */
async function arrive(c: Context, staff: Staff): Promise<Response> {
  const target = ownPath(c.req.query('to'));
  const cookie = readLoginCookie(c);
  const person = cookie === undefined ? undefined : await staff.logins.find(cookie);
  if (person) return c.redirect(person.account.must_change === 1 ? '/password' : target, 303);
  return c.html(signInPage({ target, fault: 'cookie-refused', elsewhere: !!staff.oidc }), 403);
}

function addSingleSignOn(app: Hono, oidc: NonNullable<Staff['oidc']>, options: SignInRoutesOptions): void {
  const { staff, address } = options;
  const failed = (c: Context, fault: StaffFault, subject?: string): Response | Promise<Response> =>
    c.html(
      elsewhereFailedPage(fault, subject),
      fault === 'locked-out' ? 429 : fault === 'issuer-unreachable' ? 502 : 403,
    );
  app.get('/sign-in/oidc', async (c) => {
    const begun = await oidc.begin(ownPath(c.req.query('to')));
    if ('fault' in begun) return failed(c, begun.fault);
    writeAwayCookie(c, begun.browser);
    return c.redirect(begun.url, 302);
  });
  app.get('/sign-in/oidc/callback', async (c) => {
    const from = address(c);
    if (await staff.misses.locked('sign-in-address', from)) return failed(c, 'locked-out');
    const arrived = await oidc.finish({ query: new URL(c.req.url).search, browser: takeAwayCookie(c) });
    if ('fault' in arrived) {
      await staff.misses.miss('sign-in-address', from);
      return failed(c, arrived.fault, 'subject' in arrived ? arrived.subject : undefined);
    }
    writeLoginCookie(c, arrived.cookie);
    return c.html(arrivedPage(`/sign-in/arrived?to=${encodeURIComponent(arrived.target)}`));
  });
}
