import type { Context } from 'hono';

/** Media types our own forms and scripts send. Every other one may come from a form on somebody else's page. */
const OURS = /^(application\/json|application\/x-www-form-urlencoded)\s*(;|$)/i;

/**
 * Whether a request that changes something may come from another site's page: another origin, or none at all, or a
 * body of a type we never send.
 *
 * @param origin our own, such as `https://guide.example.gov.cn`; a path behind it does not count. Without it the Host
 * header stands for it
 */
export function isForged(c: Context, origin?: string): boolean {
  const site = c.req.header('Sec-Fetch-Site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const from = c.req.header('Origin');
  // A program that sends neither is no browser, but a browser old enough to send neither cannot be told from it.
  if (from === undefined && site === undefined) return true;
  if (from !== undefined && !isOwnOrigin(c, from, origin)) return true;
  return !OURS.test(c.req.header('Content-Type') ?? '');
}

function isOwnOrigin(c: Context, from: string, origin: string | undefined): boolean {
  if (origin !== undefined) return from === new URL(origin).origin;
  // Whoever ends TLS in front of us changes the scheme, not the host.
  return URL.canParse(from) && new URL(from).host === (c.req.header('Host') ?? new URL(c.req.url).host);
}
