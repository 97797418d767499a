import type { Context, MiddlewareHandler, Next } from 'hono';

/** What a request goes through on its way in and out, in this order. Each part may be left out. */
export interface EntranceParts {
  /** Puts on what every answer carries. A route may still set its own. */
  readonly headers?: ((c: Context) => void) | undefined;
  /** Lets other sites ask, on the paths that they need. */
  readonly origins?: MiddlewareHandler | undefined;
  /** Refuses what comes too fast. */
  readonly limits?: ((c: Context) => Response | undefined) | undefined;
  /** Lets so many requests of the API in at once. */
  readonly gate?: Gate | undefined;
  /** Is told how every request ended. */
  readonly observe?: ((c: Context, seconds: number) => void) | undefined;
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
 * The one way in for every request.
 *
 * One layer and not one for each part: a layer of Hono's costs 3 µs of processor time, which five times is a sixth of a turn.
 */
export function entrance({ headers, origins, limits, gate, observe }: EntranceParts): MiddlewareHandler {
  const admit = async (c: Context, next: Next): Promise<void> => {
    const { path } = c.req;
    const isGated = gate !== undefined && API_PATHS.test(path);
    const tooFast = LIMITED_PATHS.test(path) ? limits?.(c) : undefined;
    const refusal = tooFast ?? (isGated ? await gate.enter(c) : undefined);
    if (refusal) {
      c.res = refusal;
      return;
    }
    try {
      await next();
    } finally {
      if (isGated) gate.leave();
    }
  };
  return async (c, next) => {
    const began = performance.now();
    headers?.(c);
    if (origins && FOREIGN_PATHS.test(c.req.path)) {
      const answer = await origins(c, () => admit(c, next));
      if (answer) c.res = answer;
    } else {
      await admit(c, next);
    }
    observe?.(c, (performance.now() - began) / 1000);
  };
}
