import type { Engine } from '@onetrip/engine';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { cors } from 'hono/cors';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { Clock } from './clock.ts';
import { systemClock } from './clock.ts';
import { Consultations } from './consultations.ts';
import type { Fault } from './fault.ts';
import { describeFault } from './fault.ts';
import { securityHeaders } from './http/security-headers.ts';
import type { Ids } from './ids.ts';
import { randomId } from './ids.ts';
import { problem } from './problem.ts';
import { assetRoutes, sendAsset } from './routes/assets.ts';
import { consultationRoutes } from './routes/consultations.ts';
import { healthRoutes } from './routes/health.ts';
import { itemRoutes } from './routes/items.ts';
import type { Asset } from './static/asset.ts';
import { createAsset } from './static/asset.ts';
import { MemoryStore } from './store/memory-store.ts';
import type { Store } from './store/store.ts';

/** What a server is made of; only the engine is needed. */
export interface AppOptions {
  readonly engine: Engine;
  /** Where consultations are kept. Default: in memory, for two hours after the last turn. */
  readonly store?: Store;
  /** Default: the machine's clock. */
  readonly clock?: Clock;
  /** Makes consultation ids. Default: 128 random bits; anything shorter can be guessed. */
  readonly ids?: Ids;
  /** Pages and scripts to serve. Default: none, the API alone. */
  readonly site?: readonly Asset[];
  /** Origins of other sites that may embed the guide: `https://www.example.gov.cn`. Default: none. */
  readonly origins?: readonly string[];
  /** Turns one consultation may take. Default: 300. */
  readonly mostTurns?: number;
  /** Gets every fault of ours. Default: dropped. */
  readonly log?: (fault: Fault) => void;
}

/**
 * Puts the HTTP server together, without a port: the API under `/api`, `/knowledge.json`, `/healthz` and the site.
 *
 * @example
 * const app = createApp({ engine: createEngine(knowledge) });
 * const response = await app.request('/api/items');
 */
export function createApp(options: AppOptions): Hono {
  const { engine, site = [] } = options;
  const app = new Hono();
  app.use(securityHeaders());
  allowOrigins(app, options.origins ?? []);
  app.use(methodNotAllowed({ app, onMethodNotAllowed: refuseMethod }));
  app.use('/api/*', async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  addApi(app, options);
  app.route('/', healthRoutes(engine));
  app.route('/', assetRoutes([...site, knowledgeAsset(engine)]));
  answerTheRest(app, options);
  return app;
}

function addApi(app: Hono, options: AppOptions): void {
  const { engine, clock = systemClock, ids = randomId, mostTurns = 300 } = options;
  const store = options.store ?? new MemoryStore({ clock });
  const consultations = new Consultations({ engine, store, ids, mostTurns });
  const region = engine.knowledge.region.id;
  app.route('/api/consultations', consultationRoutes({ consultations, clock, region }));
  app.route('/api/items', itemRoutes(engine));
}

function allowOrigins(app: Hono, origins: readonly string[]): void {
  if (origins.length === 0) return;
  const allow = cors({
    origin: [...origins],
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['Content-Type', 'Accept-Language'],
    exposeHeaders: ['Location', 'Retry-After'],
    maxAge: 600,
  });
  for (const path of ['/api/*', '/widget/*', '/knowledge.json']) app.use(path, allow);
}

function refuseMethod(c: Context, methods: readonly string[]): Response {
  return problem(c, 'method-not-allowed', { headers: { Allow: methods.join(', ') } });
}

function knowledgeAsset(engine: Engine): Asset {
  return createAsset('/knowledge.json', 'knowledge.json', new TextEncoder().encode(JSON.stringify(engine.knowledge)));
}

/** A person who follows a wrong link gets a page; a program gets a problem. */
function answerTheRest(app: Hono, options: AppOptions): void {
  const lostPage = options.site?.find((asset) => asset.path === '/404');
  app.notFound((c) => {
    const wantsPage = c.req.header('Accept')?.includes('text/html') && !c.req.path.startsWith('/api/');
    return lostPage && wantsPage ? sendAsset(c, lostPage, 404) : problem(c, 'not-found');
  });
  app.onError((error, c) => {
    const reference = randomId().slice(0, 8);
    options.log?.(describeFault(error, reference));
    return problem(c, 'internal-error', { reference });
  });
}
