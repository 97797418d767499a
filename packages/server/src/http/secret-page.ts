import type { MiddlewareHandler } from 'hono';

/** Whoever knows the link may read: so it is nowhere cached, passed on to no other site, and found by no search. */
export function secretPage(): MiddlewareHandler {
  return (c, next) => {
    c.header('Cache-Control', 'private, no-store');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('X-Robots-Tag', 'noindex, nofollow');
    return next();
  };
}
