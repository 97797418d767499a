import { Hono } from 'hono';
import type { Context, Env, Handler, MiddlewareHandler } from 'hono';
import type { AllowedOrigins } from './allow-origins.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** Whether a request is through the entrance already. */
    isInside?: true;
  }
}

/** What a request goes through on its way in and out, in this order. Each part may be left out. */
export interface EntranceParts {
  /** Lets other sites ask, on the paths that they need. */
  readonly origins?: AllowedOrigins | undefined;
  /** Refuses what comes too fast. */
  readonly limits?: ((c: Context) => Response | undefined) | undefined;
  /** Lets so many requests of the API in at once. */
  readonly gate?: Gate | undefined;
  /** Puts on an answer what every answer carries, but for what its route has set itself. */
  readonly headers?: ((c: Context, answer: Response) => void) | undefined;
  /** Is told how every request ended. */
  readonly observe?: ((c: Context, answer: Response, seconds: number) => void) | undefined;
  /** Answers what failed. Default: Hono's. */
  readonly onError?: (error: Error, c: Context) => Response | Promise<Response>;
  /** Answers what leads nowhere. Default: Hono's. */
  readonly notFound?: (c: Context) => Response | Promise<Response>;
}

/** A number of places. */
export interface Gate {
  /** Takes a place, or gives the answer for whom there is none. */
  enter(c: Context): Promise<Response | undefined>;
  leave(): void;
}

const API_PATHS = /^\/api(?:\/|$)/;
/** What asks the database or checks a secret. */
const LIMITED_PATHS = /^\/(?:api|n|sign-in)(?:\/|$)/;
/** What a page of another site needs to show the guide. */
const FOREIGN_PATHS = /^\/(?:api(?:\/|$)|widget\/|knowledge\.json$)/;

/**
 * The same routes with one way in for every request, whatever answers it.
 *
 * A function around the first handler of a request and no layer of Hono's: with a layer two handlers fit every path, and
 * Hono takes its long way, 3 µs of processor time on every turn.
 */
export function behindEntrance(app: Hono, parts: EntranceParts): Hono {
  const { onError, notFound } = parts;
  const enter = enterBy(parts);
  const front = new Hono();
  for (const { method, path, handler } of app.routes) front.on(method, path, through(enter, handler));
  front.notFound(async (c) => {
    const lost = (): Response | Promise<Response> => notFound?.(c) ?? c.text('404 Not Found', 404);
    return c.get('isInside') ? lost() : enter(c, lost);
  });
  if (onError) front.onError(onError);
  return front;
}

type Enter = (c: Context, work: () => unknown) => Promise<Response>;

function through(enter: Enter, handler: Handler | MiddlewareHandler): Handler {
  return (c: Context<Env, string>, next) => {
    if (c.get('isInside')) return handler(c, next) as Response;
    c.set('isInside', true);
    return enter(c, () => handler(c, next));
  };
}

function enterBy({ headers, origins, limits, gate, observe, onError }: EntranceParts): Enter {
  const admit = async (c: Context, work: () => unknown): Promise<Response> => {
    const { path } = c.req;
    const isGated = gate !== undefined && API_PATHS.test(path);
    const tooFast = limits !== undefined && LIMITED_PATHS.test(path) ? limits(c) : undefined;
    const refusal = tooFast ?? (isGated ? await gate.enter(c) : undefined);
    if (refusal) return refusal;
    try {
      const done = await work();
      // A layer gives back nothing or what Hono gave it: what it let through has left its answer.
      return done === undefined || done === c ? c.res : (done as Response);
    } catch (error) {
      if (!(error instanceof Error) || !onError) throw error;
      return await onError(error, c);
    } finally {
      if (isGated) gate.leave();
    }
  };
  return async (c, work) => {
    const began = performance.now();
    const isForeign = origins !== undefined && FOREIGN_PATHS.test(c.req.path);
    const isAsked = isForeign && c.req.method === 'OPTIONS';
    const answer = isAsked ? await origins.preflight(c, () => admit(c, work)) : await admit(c, work);
    if (isForeign && !isAsked) origins.allow(c, answer);
    headers?.(c, answer);
    observe?.(c, answer, (performance.now() - began) / 1000);
    return answer;
  };
}
