import type { Context } from 'hono';
import type { Gate } from '../http/entrance.ts';
import { readBody } from '../http/read-body.ts';
import { problem } from '../problem.ts';

/** Seconds; what is under way is done much sooner. */
const RETRY_AFTER = '1';

/**
 * Works on so many requests at once and refuses the others with 503 and Retry-After, so that those let in are answered in
 * time.
 *
 * A request counts from when its JSON is there: a client that sends slowly takes up no place.
 */
export function busyGate(most = 1000): Gate {
  let underWay = 0;
  return {
    enter: async (c: Context) => {
      // What is wrong with a body is for the route to say, which reads the same again.
      if (/json/i.test(c.req.header('Content-Type') ?? '')) await readBody(c).catch(() => undefined);
      if (underWay >= most) return problem(c, 'too-busy', { headers: { 'Retry-After': RETRY_AFTER } });
      underWay += 1;
      return undefined;
    },
    leave: () => {
      underWay -= 1;
    },
  };
}
