import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';

/**
 * Lets the pages of named sites ask: each origin exactly as a browser sends it, none by likeness, none by wildcard, and
 * never with cookies. Mount it on what other sites need: the API, the widget's files, the knowledge.
 */
export function allowOrigins(origins: readonly string[]): MiddlewareHandler {
  // With nobody to let in, not even the question is answered.
  if (origins.length === 0) return (_c, next) => next();
  return cors({
    origin: [...origins],
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['Content-Type', 'Accept-Language'],
    exposeHeaders: ['Location', 'Retry-After'],
    maxAge: 600,
  });
}
