import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

const NAME = '__Host-onetrip-away';
/** Lax, because it must come along when the issuer's site sends the browser back. */
const FLAGS = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;
const TEN_MINUTES = 600;

/** Marks the browser that leaves for the single sign-on. */
export function writeAwayCookie(c: Context, browser: string): void {
  setCookie(c, NAME, browser, { ...FLAGS, maxAge: TEN_MINUTES });
}

/** The mark of a browser that comes back; it counts once. */
export function takeAwayCookie(c: Context): string | undefined {
  const browser = getCookie(c, NAME);
  deleteCookie(c, NAME, FLAGS);
  return browser;
}
