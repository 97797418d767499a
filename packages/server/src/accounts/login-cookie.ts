import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** Browsers take a `__Host-` cookie only with Secure, with Path=/ and without Domain. */
const NAME = '__Host-onetrip';
const FLAGS = { path: '/', secure: true, httpOnly: true, sameSite: 'Strict' } as const;

/** The cookie of whoever asks, as the browser sent it. */
export function readLoginCookie(c: Context): string | undefined {
  return getCookie(c, NAME);
}

/** Gives the browser the cookie; it is gone when the browser is closed. */
export function writeLoginCookie(c: Context, cookie: string): void {
  setCookie(c, NAME, cookie, FLAGS);
}

/** Takes the cookie away. */
export function dropLoginCookie(c: Context): void {
  deleteCookie(c, NAME, FLAGS);
}
