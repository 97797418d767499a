import type { MiddlewareHandler } from 'hono';

const POLICY = 'Content-Security-Policy';
const ALONE = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'";

/**
 * Keeps pages for signed-in people out of every frame, and out of every cache.
 *
 * Has the last word only where it stands before whatever else sets a Content-Security-Policy.
 */
export function neverFramed(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const given = c.res.headers.get(POLICY) ?? ALONE;
    const others = given.split(';').filter((directive) => !/^\s*(frame-ancestors\b|$)/.test(directive));
    c.header(POLICY, [...others, " frame-ancestors 'none'"].join(';'));
    c.header('X-Frame-Options', 'DENY');
    c.header('Cache-Control', 'no-store');
  };
}
