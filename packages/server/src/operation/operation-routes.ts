import { timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Engines } from '../knowledge/engines.ts';
import { problem } from '../problem.ts';
import { healthRoutes } from '../routes/health.ts';
import { sha256 } from '../sha256.ts';
import type { Metrics } from './metrics.ts';
import type { Readiness } from './readiness.ts';

/** What the routes for operators need. */
export interface OperationRoutesOptions {
  readonly engines: Engines;
  readonly readiness: Readiness;
  readonly metrics: Metrics;
  /** To be shown for the figures. Without one, only this machine may read them. */
  readonly metricsToken: string | undefined;
}

const NOT_KEPT = { 'Cache-Control': 'no-store' };

/** Says whether the process lives, whether it can take requests, and how it fares. */
export function operationRoutes({ engines, readiness, metrics, metricsToken }: OperationRoutesOptions): Hono {
  const app = new Hono();
  app.route('/', healthRoutes(engines));
  app.get('/readyz', async (c) => {
    const because = await readiness.look();
    if (because === undefined) return c.json({ ready: true }, 200, NOT_KEPT);
    return c.json({ ready: false, because }, 503, { ...NOT_KEPT, 'Retry-After': '1' });
  });
  app.get('/metrics', async (c) => {
    if (!mayRead(c, metricsToken)) return problem(c, 'not-found');
    return c.body(await metrics.text(), 200, { ...NOT_KEPT, 'Content-Type': metrics.contentType });
  });
  return app;
}

function mayRead(c: Context, token: string | undefined): boolean {
  if (token !== undefined) return isSame(c.req.header('Authorization') ?? '', `Bearer ${token}`);
  // A proxy on this machine passes on the requests of others.
  return isFromHere(c) && c.req.header('X-Forwarded-For') === undefined && c.req.header('Forwarded') === undefined;
}

function isSame(shown: string, wanted: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(shown)), Buffer.from(sha256(wanted)));
}

function isFromHere(c: Context): boolean {
  const address = addressOf(c);
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}

/** Where the connection comes from; empty where there is none, as in a call without a port. */
function addressOf(c: Context): string {
  const bindings: unknown = c.env;
  if (typeof bindings !== 'object' || bindings === null || !('incoming' in bindings)) return '';
  return getConnInfo(c).remote.address ?? '';
}
