import { ENGINE_VERSION } from '@onetrip/engine';
import { Hono } from 'hono';
import type { Context, Next } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { accountRoutes } from './accounts/account-routes.ts';
import type { SignedInEnv } from './accounts/signed-in.ts';
import { signInRoutes } from './accounts/sign-in-routes.ts';
import type { AppOptions } from './app-options.ts';
import { auditRoutes } from './audit/audit-routes.ts';
import { consultationRoutes } from './consultations/consultation-routes.ts';
import { describeFault } from './fault.ts';
import { handoverRoutes } from './handover/handover-routes.ts';
import { allowOrigins } from './http/allow-origins.ts';
import { behindEntrance } from './http/entrance.ts';
import { securityHeaders } from './http/security-headers.ts';
import type { SecurityHeaders } from './http/security-headers.ts';
import { randomId } from './ids.ts';
import { knowledgeHolding } from './knowledge/engines.ts';
import { deskSurpriseForm } from './ledger/desk/desk-surprise-form.ts';
import { ledgerPages } from './ledger/desk/ledger-pages.ts';
import { ledgerRoutes } from './ledger/desk/ledger-routes.ts';
import { feedbackRoutes } from './ledger/feedback/feedback-routes.ts';
import { noticeFeedback } from './ledger/feedback/notice-feedback.ts';
import { readFeedback } from './ledger/feedback/read-feedback.ts';
import { busyGate } from './limits/busy-gate.ts';
import { clientNetwork } from './limits/client-network.ts';
import { rateLimits } from './limits/rate-limits.ts';
import { observeRequests } from './operation/observe-requests.ts';
import { apiRoutes } from './operation/openapi/api-routes.ts';
import { operationRoutes } from './operation/operation-routes.ts';
import { problem } from './problem.ts';
import { deskRoutes } from './receipts/desk-routes.ts';
import type { IntactReceipt } from './receipts/kept-receipt.ts';
import type { Html } from './receipts/page-frame.ts';
import { receiptRoutes } from './receipts/receipt-routes.ts';
import type { Rooms } from './rooms.ts';
import { openRooms } from './rooms.ts';
import { assetRoutes, sendAsset } from './routes/assets.ts';
import { healthRoutes } from './routes/health.ts';
import { itemRoutes } from './routes/items.ts';
import { knowledgeRoutes } from './routes/knowledge.ts';
import { StorageError } from './storage/storage-error.ts';

/** Seconds after which a client may send again what could not be kept. */
const RETRY_AFTER = '2';

/**
 * Puts the HTTP server together, without a port: the API under `/api`, `/knowledge.json`, `/healthz` and the site.
 *
 * @example
 * const app = createApp({ engine: createEngine(knowledge), database: await openDatabase('onetrip.db') });
 * const response = await app.request('/api/items');
 */
export function createApp(options: AppOptions): Hono {
  return createServer(options).app;
}

/** An app with the rooms behind it, for whoever also runs their jobs. */
export function createServer(options: AppOptions): { readonly app: Hono; readonly rooms: Rooms } {
  const { site = [], origins = [], operation } = options;
  const rooms = openRooms(options);
  const app = new Hono();
  const https = options.publicUrl?.startsWith('https:') ?? false;
  const { complete, json } = securityHeaders({ frames: origins, https });
  addCitizenRoutes(app, rooms, options, json);
  addStaffRoutes(app, rooms, options);
  const { engines } = rooms;
  app.route(
    '/',
    operation ? operationRoutes({ engines, metricsToken: undefined, ...operation }) : healthRoutes(engines),
  );
  app.route('/', knowledgeRoutes(engines));
  app.route('/', apiRoutes({ engines, version: ENGINE_VERSION, publicUrl: options.publicUrl }));
  app.route('/', assetRoutes(site));
  const front = behindEntrance(app, {
    origins: allowOrigins(origins),
    limits: rateLimits({ clock: rooms.clock, ...options.limits }),
    gate: busyGate(),
    headers: complete,
    observe: operation && observeRequests(operation),
    onError: answerFault(options),
    notFound: answerLost(app, options),
  });
  return { app: front, rooms };
}

/** What a citizen reaches: no cookie anywhere, only ids and tokens that nobody can guess. */
function addCitizenRoutes(app: Hono, rooms: Rooms, { publicUrl }: AppOptions, headers: SecurityHeaders['json']): void {
  const { database, consultations, engines, clock, receipts, erasing, ratings, reports } = rooms;
  const rebuild = consultations.rebuild.bind(consultations);
  const byToken = receipts.byToken.bind(receipts);
  const keptId = consultations.keptId.bind(consultations);
  app.route('/api/consultations', consultationRoutes({ consultations, engines, clock, headers }));
  app.route('/api/items', itemRoutes(engines));
  const erased = (id: string): void => {
    consultations.forget(id);
  };
  const actions = async (receipt: IntactReceipt, path: string): Promise<Html> => {
    const feedback = await readFeedback(database, receipt.number);
    const knowledge = await knowledgeHolding(engines, { items: itemsOn(receipt) });
    return noticeFeedback({ receipt, knowledge, path, feedback });
  };
  // What stands below a notice comes first; the routes of receipts answer everything else below /n/.
  app.route('/', feedbackRoutes({ database, engines, ratings, reports, byToken, keptId }));
  app.route('/', receiptRoutes({ receipts, erasing, engines, clock, rebuild, publicUrl, erased, actions }));
}

/** What only people who sign in reach, besides the page on which they do. */
function addStaffRoutes(app: Hono, rooms: Rooms, options: AppOptions): void {
  const { database, clock, engines, consultations, staff, handovers, handoverDesk, receiptDesk } = rooms;
  const { publicUrl: origin, channelKeys, limits } = options;
  const rebuild = consultations.rebuild.bind(consultations);
  const look = consultations.lookFor.bind(consultations);
  const keptId = consultations.keptId.bind(consultations);
  const halls = () => engines.current.knowledge.region.halls.map(({ id, name }) => ({ id, name }));
  const keys = channelKeys && { channelKeys };
  const networkOf = clientNetwork(limits?.trustedProxies);
  // Misses from networks that cannot be told apart count together.
  app.route('/', signInRoutes({ staff, origin, address: (c) => networkOf(c) ?? '' }));
  app.route('/', accountRoutes({ staff, origin, halls }));
  app.route('/', auditRoutes({ staff, database, clock, origin }));
  const { signedIn, reports, workingDays, outbox } = rooms;
  const { audit } = staff;
  const lookUp = receiptDesk.look.bind(receiptDesk);
  const ledger = { database, clock, engines, reports, audit, workingDays, signedIn, outbox, look: lookUp };
  app.route('/', ledgerRoutes(ledger));
  app.route('/', ledgerPages(ledger));
  const actions = async (receipt: IntactReceipt, c: Context<SignedInEnv>): Promise<Html> =>
    deskSurpriseForm(receipt, await knowledgeHolding(engines, { items: itemsOn(receipt) }), c.var.login);
  app.route('/', deskRoutes({ desk: receiptDesk, engines, clock, rebuild, signedIn, actions }));
  app.route('/', handoverRoutes({ handovers, desk: handoverDesk, signedIn, look, keptId, ...keys }));
}

function itemsOn({ notice }: IntactReceipt): readonly string[] {
  return notice.items.map(({ item }) => item);
}

function refuseMethod(c: Context, methods: readonly string[]): Response {
  return problem(c, 'method-not-allowed', { headers: { Allow: methods.join(', ') } });
}

/** A person who follows a wrong link gets a page; a program gets a problem. */
function answerLost(app: Hono, { site }: AppOptions): (c: Context) => Promise<Response> {
  const lostPage = site?.find((asset) => asset.path === '/404');
  const refuseMethods: (c: Context, next: Next) => unknown = methodNotAllowed({
    app,
    onMethodNotAllowed: refuseMethod,
  });
  return async (c) => {
    const wantsPage = c.req.header('Accept')?.includes('text/html') && !c.req.path.startsWith('/api/');
    const notFound = lostPage && wantsPage ? sendAsset(c, lostPage, 404) : problem(c, 'not-found');
    // Made as a layer for every request, and asked only where there is no route.
    await refuseMethods(c, () => {
      c.res = notFound;
      return Promise.resolve();
    });
    return c.res;
  };
}

function answerFault({ log }: AppOptions): (error: Error, c: Context) => Response {
  return (error, c) => {
    const reference = randomId().slice(0, 8);
    log?.(describeFault(error, reference));
    if (!(error instanceof StorageError)) return problem(c, 'internal-error', { reference });
    return problem(c, 'not-kept', { reference, headers: { 'Retry-After': RETRY_AFTER } });
  };
}
