import type { Context } from 'hono';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { routeName } from './route-name.ts';

/** Who is told of requests. */
export interface Observers {
  readonly metrics: Metrics;
  readonly log: Log;
}

/** Slower than this, a request stands in the log even if it went well. */
const SLOW_SECONDS = 1;

/**
 * Counts and times every request, and logs those that failed or took long.
 *
 * A line for each turn would cost 4 µs of processor time and, at the traffic of a nation, 35 GB a day; the figures
 * under /metrics say the same in less. At the level `debug` every request has its line.
 */
export function observeRequests({ metrics, log }: Observers): (c: Context, answer: Response, seconds: number) => void {
  return (c, { status }, seconds) => {
    const { method } = c.req;
    const route = routeName(c);
    metrics.observeRequest({ method, route, status, seconds });
    const line = { method, route, status, milliseconds: Math.round(seconds * 10_000) / 10 };
    if (status >= 500) log.error(line, 'failed');
    else if (status >= 400) log.info(line, 'refused');
    else if (seconds >= SLOW_SECONDS) log.warn(line, 'slow');
    else log.debug(line, 'answered');
  };
}
