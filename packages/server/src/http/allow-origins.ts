import type { Context, Env } from 'hono';
import { cors } from 'hono/cors';

/** The sites whose pages may ask. */
export interface AllowedOrigins {
  /** Answers a browser that asks first; any other request goes on. */
  preflight(c: Context, next: () => Promise<Response>): Promise<Response>;
  /** Says on an answer who may read it. */
  allow(c: Context, answer: Response): void;
}

const EXPOSED = ['Location', 'Retry-After'];

/**
 * Lets the pages of named sites ask: each origin exactly as a browser sends it, none by likeness, none by wildcard, and
 * never with cookies. For what other sites need: the API, the widget's files, the knowledge.
 *
 * Hono's layer answers those who ask first. On an answer that is made it would set its headers by making it again, as a
 * stream; so that is done here.
 */
export function allowOrigins(origins: readonly string[]): AllowedOrigins | undefined {
  // With nobody to let in, not even the question is answered.
  if (origins.length === 0) return undefined;
  const named = new Set(origins);
  const ask = cors({
    origin: [...origins],
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['Content-Type', 'Accept-Language'],
    exposeHeaders: EXPOSED,
    maxAge: 600,
  });
  return {
    preflight: async (c, next) => {
      const answer = await ask(c as Context<Env, string>, async () => {
        c.res = await next();
      });
      return answer ?? c.res;
    },
    allow: (c, { headers }) => {
      const origin = c.req.header('Origin');
      if (origin !== undefined && named.has(origin)) headers.set('Access-Control-Allow-Origin', origin);
      headers.set('Access-Control-Expose-Headers', EXPOSED.join(','));
      headers.append('Vary', 'Origin');
    },
  };
}
