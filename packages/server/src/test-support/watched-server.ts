import type { Hono } from 'hono';
import { createServer } from '../app.ts';
import type { AppOptions } from '../app-options.ts';
import { randomId } from '../ids.ts';
import type { Engines } from '../knowledge/engines.ts';
import { createLog } from '../operation/log.ts';
import { Metrics } from '../operation/metrics.ts';
import { Readiness } from '../operation/readiness.ts';
import { recentFigures } from '../operation/recent-figures.ts';
import type { Rooms } from '../rooms.ts';
import type { Database } from '../storage/database.ts';
import type { AccountRow } from '../storage/tables.ts';
import type { DocumentWitness } from './document-witness.ts';
import { testClock } from './test-clock.ts';

/** Where the tests' browsers think they are. */
export const ORIGIN = 'https://guide.example.gov.cn';
/** The key of the tests' one channel. */
export const CHANNEL_KEY = 'wechat-key-for-tests-only';
/** What the figures are read with. */
export const METRICS_TOKEN = 'metrics-token-of-the-tests';

const NEVER = { perSecond: 1e9, burst: 1e9 };

/** Somebody who is signed in. */
export interface Person {
  readonly account: AccountRow;
  readonly cookie: string;
  readonly csrf: string;
}

/** One request of a scene. */
export interface Request {
  readonly path: string;
  /** Default: GET, or POST where there is a body. */
  readonly method?: string;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  /** Sent as it is. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Who asks. Default: nobody in particular. */
  readonly by?: Person | undefined;
  /** A network the request comes from. Default: none that can be told. */
  readonly from?: string;
}

/** A server with every room, each of whose answers is held against the document. */
export interface WatchedServer {
  readonly app: Hono;
  readonly rooms: Rooms;
  readonly database: Database;
  readonly readiness: Readiness;
  ask(request: Request): Promise<Response>;
  /** Somebody new who is signed in. */
  person(part?: Partial<AccountRow>): Promise<Person>;
}

/** What it stands on; whatever else an app may have is set so that every route exists. */
export interface WatchedOptions extends Partial<Omit<AppOptions, 'engine'>> {
  readonly engine: Engines;
  readonly database: Database;
  readonly witness: DocumentWitness;
}

/** Puts a server together whose answers are all judged. */
export function watchedServer({ witness, ...options }: WatchedOptions): WatchedServer {
  const { database, engine } = options;
  const clock = options.clock ?? testClock();
  const readiness = new Readiness({ database, clock });
  const operation = {
    ...{ log: createLog({ level: 'silent' }), readiness, metricsToken: METRICS_TOKEN },
    metrics: new Metrics({
      ...{ engines: engine, ofProcess: false, queueDepth: () => database.waiting },
      figures: recentFigures({ database, clock, engines: engine }),
    }),
  };
  const { app, rooms } = createServer({
    ...{ clock, operation, publicUrl: ORIGIN, webhooks: true, mostTurns: 1e6 },
    ...{ channelKeys: new Map([[CHANNEL_KEY, 'wechat']]), limits: { perConsultation: NEVER, perNetwork: NEVER } },
    ...options,
  });
  const ask = async (request: Request): Promise<Response> => {
    const init = initOf(request);
    const connection = request.from === undefined ? {} : { incoming: { socket: { remoteAddress: request.from } } };
    const response = await app.request(ORIGIN + request.path, init, connection);
    const asked = { method: init.method ?? 'GET', path: request.path };
    await witness.hold(asked, response);
    if (response.ok && request.json !== undefined) witness.holdTaken(asked, JSON.stringify(request.json));
    if (response.status < 400 && request.form) witness.holdTakenForm(asked, init.body as string);
    return response;
  };
  return { app, rooms, database, readiness, ask, person: (part) => signIn(rooms, part ?? {}) };
}

function initOf({ path, method, json, form, body, headers, by }: Request): RequestInit {
  const sent =
    body ??
    (form
      ? formText(form, path.startsWith('/n/') ? undefined : by)
      : json === undefined
        ? undefined
        : JSON.stringify(json));
  const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
  return {
    method: method ?? (sent === undefined ? 'GET' : 'POST'),
    ...(sent !== undefined && { body: sent }),
    headers: {
      ...(sent !== undefined && { 'Content-Type': type }),
      ...{ Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' },
      ...(by && { Cookie: `__Host-onetrip=${by.cookie}`, 'X-CSRF-Token': by.csrf }),
      ...headers,
    },
  };
}

/** A citizen's own page knows nobody who is signed in. */
function formText(form: Readonly<Record<string, string>>, by: Person | undefined): string {
  return new URLSearchParams(by ? { csrf: by.csrf, ...form } : form).toString();
}

async function signIn({ database, staff }: Rooms, part: Partial<AccountRow>): Promise<Person> {
  const id = randomId();
  const account: AccountRow = {
    ...{ id, name: id.toLowerCase(), display: '张三', role: 'supervisor', region: 'demo-city', hall: null },
    ...{ password: null, must_change: 0, disabled: 0, subject: null, created: 0 },
    ...part,
  };
  await database.append(database.reader.insertInto('accounts').values(account).compile());
  const cookie = await database.write((transaction) => staff.logins.open(transaction, account.id));
  const found = await staff.logins.find(cookie);
  return { account, cookie, csrf: found?.login.csrf ?? '' };
}
