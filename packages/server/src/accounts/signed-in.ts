import { timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { parse } from 'valibot';
import { problem } from '../problem.ts';
import type { AccountRow, LoginRow } from '../storage/tables.ts';
import { isForged } from './forged.ts';
import { csrfFormSchema } from './csrf-form.ts';
import { readLoginCookie } from './login-cookie.ts';
import type { Logins } from './logins.ts';
import { formFields, readForm } from '../http/read-form.ts';

/** What a handler behind `signedIn` knows. */
export interface SignedInEnv {
  Variables: {
    account: AccountRow;
    login: LoginRow;
    /** Fields of a form that was sent; empty for everything else. */
    form: URLSearchParams;
  };
}

/** Who may pass, and how that is told. */
export interface SignedInOptions {
  readonly logins: Logins;
  /** Our own origin. Default: whatever the Host header says. */
  readonly origin?: string;
}

const READING = new Set(['GET', 'HEAD']);

/**
 * Lets only signed-in people pass, and changes only from our own pages: with the login's token in the field `csrf` of
 * a form, or in the header `X-CSRF-Token`.
 *
 * A person who opens a page is sent to `/sign-in` and comes back; a program gets a problem.
 *
 * @example
 * app.use('/api/receipts/*', signedIn({ logins }), requireRole('clerk', 'supervisor'));
 */
export function signedIn(options: SignedInOptions): MiddlewareHandler<SignedInEnv> {
  return async (c, next) => {
    const cookie = readLoginCookie(c);
    const person = cookie === undefined ? undefined : await options.logins.find(cookie);
    if (!person) return askToSignIn(c);
    const form = await readForm(c);
    if (!form) return problem(c, 'body-too-large', { headers: { Connection: 'close' } });
    const { account, login } = person;
    if (!READING.has(c.req.method)) {
      const token = parse(csrfFormSchema, formFields(form)).csrf ?? c.req.header('X-CSRF-Token') ?? '';
      if (isForged(c, options.origin) || !isSame(token, login.csrf)) return problem(c, 'forged-request');
    }
    if (account.must_change === 1 && c.req.path !== '/password' && c.req.path !== '/sign-out') {
      return wantsPage(c) ? c.redirect('/password', 303) : problem(c, 'password-change-required');
    }
    c.set('account', account);
    c.set('login', login);
    c.set('form', form);
    await next();
    c.header('Cache-Control', 'no-store');
    return undefined;
  };
}

/** Lets only people with one of these roles pass; stands behind `signedIn`. */
export function requireRole(...roles: readonly AccountRow['role'][]): MiddlewareHandler<SignedInEnv> {
  return async (c, next) => {
    if (!roles.includes(c.var.account.role)) return problem(c, 'not-allowed');
    await next();
    return undefined;
  };
}

function askToSignIn(c: Context): Response {
  if (!wantsPage(c)) return problem(c, 'sign-in-required');
  const { pathname, search } = new URL(c.req.url);
  return c.redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`, 303);
}

/** A person looks at a page; a program reads JSON and can do nothing with a form. */
function wantsPage(c: Context): boolean {
  return READING.has(c.req.method) && (c.req.header('Accept')?.includes('text/html') ?? false);
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
