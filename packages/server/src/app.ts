import type { Engine } from '@onetrip/engine';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { cors } from 'hono/cors';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { Clock } from './clock.ts';
import { systemClock } from './clock.ts';
import { consultationRoutes } from './consultations/consultation-routes.ts';
import { Consultations } from './consultations/consultations.ts';
import type { Fault } from './fault.ts';
import { describeFault } from './fault.ts';
import { securityHeaders } from './http/security-headers.ts';
import type { Ids } from './ids.ts';
import { randomId } from './ids.ts';
import type { Engines } from './knowledge/engines.ts';
import { oneEngine } from './knowledge/engines.ts';
import { problem } from './problem.ts';
import { assetRoutes, sendAsset } from './routes/assets.ts';
import { healthRoutes } from './routes/health.ts';
import { itemRoutes } from './routes/items.ts';
import { knowledgeRoutes } from './routes/knowledge.ts';
import type { Asset } from './static/asset.ts';
import { Receipts } from './receipts/receipts.ts';
import type { Database } from './storage/database.ts';
import { StorageError } from './storage/storage-error.ts';

/** Seconds after which a client may send again what could not be kept. */
const RETRY_AFTER = '2';

/** What a server is made of; only the engine and the database are needed. */
export interface AppOptions {
  /** One engine, or the engines of a server whose knowledge is published anew now and then. */
  readonly engine: Engine | Engines;
  /** Where everything is kept; see `openDatabase`. */
  readonly database: Database;
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
  /** Consultations remembered beside the database. Default: 20,000. */
  readonly mostLive?: number;
  /** Gets every fault of ours. Default: dropped. */
  readonly log?: (fault: Fault) => void;
}

/**
 * Puts the HTTP server together, without a port: the API under `/api`, `/knowledge.json`, `/healthz` and the site.
 *
 * @example
 * const app = createApp({ engine: createEngine(knowledge), database: await openDatabase('onetrip.db') });
 * const response = await app.request('/api/items');
 */
export function createApp(options: AppOptions): Hono {
  const { site = [] } = options;
  const engines = 'current' in options.engine ? options.engine : oneEngine(options.engine);
  const app = new Hono();
  app.use(securityHeaders());
  allowOrigins(app, options.origins ?? []);
  app.use(methodNotAllowed({ app, onMethodNotAllowed: refuseMethod }));
  app.use('/api/*', async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  addApi(app, engines, options);
  app.route('/', healthRoutes(engines));
  app.route('/', knowledgeRoutes(engines));
  app.route('/', assetRoutes(site));
  answerTheRest(app, options);
  return app;
}

function addApi(app: Hono, engines: Engines, options: AppOptions): void {
  const { database, clock = systemClock, ids = randomId, mostTurns = 300, mostLive = 20_000 } = options;
  const consultations = new Consultations({
    engines,
    database,
    clock,
    ids,
    mostTurns,
    mostLive,
    receipts: new Receipts({ database }),
    companions: [],
    observe: () => undefined,
  });
  app.route('/api/consultations', consultationRoutes({ consultations, engines, clock }));
  app.route('/api/items', itemRoutes(engines));
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
    if (!(error instanceof StorageError)) return problem(c, 'internal-error', { reference });
    return problem(c, 'not-kept', { reference, headers: { 'Retry-After': RETRY_AFTER } });
  });
}
