import { createServer } from '../app.ts';
import type { Fault } from '../fault.ts';
import { oneEngine } from '../knowledge/engines.ts';
import { createLog } from '../operation/log.ts';
import { Metrics } from '../operation/metrics.ts';
import { Readiness } from '../operation/readiness.ts';
import type { Database } from '../storage/database.ts';
import { realEngine } from './real-engine.ts';
import type { RouteSample, SampleIds } from './route-samples.ts';
import { routeSamples } from './route-samples.ts';
import { testClock } from './test-clock.ts';

const NEVER = { perSecond: 1e9, burst: 1e9 };
const ORIGIN = 'http://localhost';

/**
 * A server with all its rooms, watched over, where two people have got a notice and a supervisor is signed in. The first
 * is who strange things come from; the other one looks on.
 */
export async function wholeServer(database: Database) {
  const [clock, engines] = [testClock(), oneEngine(realEngine())];
  const lines: string[] = [];
  const faults: Fault[] = [];
  const log = createLog({ level: 'debug', to: { write: (line: string) => lines.push(line) } });
  const metrics = new Metrics({ engines, ofProcess: false });
  const { app, rooms } = createServer({
    ...{ engine: engines, database, clock },
    publicUrl: ORIGIN,
    limits: { perConsultation: NEVER, perNetwork: NEVER },
    mostTurns: 1e6,
    log: (fault) => faults.push(fault),
    operation: { log, metrics, readiness: new Readiness({ database, clock }), metricsToken: METRICS_TOKEN },
  });
  const { staff } = rooms;
  await staff.accounts.ensureSupervisor('demo-city');
  await database.write((all) =>
    all
      .updateTable('accounts')
      .set({ must_change: 0 })
      .execute()
      .then(() => undefined),
  );
  const account = await database.reader.selectFrom('accounts').select('id').executeTakeFirstOrThrow();
  const cookie = await database.write((all) => staff.logins.open(all, account.id));
  const login = await database.reader.selectFrom('logins').select('csrf').executeTakeFirstOrThrow();
  const told = await toldPerson(app);
  const complaint = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"words":"等了很久"}' };
  await app.request(`/api/notices/${told.token}/complaint`, complaint);
  const entry = await database.reader.selectFrom('ledger').select('id').executeTakeFirstOrThrow();
  const ids: SampleIds = { ...told, account: account.id, csrf: login.csrf, entry: entry.id };
  /** As a browser on our own pages sends it, signed in. */
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('Cookie', `__Host-onetrip=${cookie}`);
    if (!headers.has('Origin')) headers.set('Origin', ORIGIN);
    if (!headers.has('X-CSRF-Token')) headers.set('X-CSRF-Token', login.csrf);
    return app.request(path, { ...init, headers });
  };
  return { app, ids, cookie, send, lines, faults, onlooker: await toldPerson(app) };
}

/** What the figures are read with. */
export const METRICS_TOKEN = 'metrics-token-of-the-tests';

/** The routes of an app as they are listed: `GET /n/:token/delete`. */
export function listedRoutes(app: {
  readonly routes: readonly { readonly method: string; readonly path: string }[];
}): readonly string[] {
  const routes = app.routes.filter(({ method }) => method !== 'ALL');
  return [...new Set(routes.map(({ method, path }) => `${method} ${path.replace(/\{.*?\}(?=\/|$)/g, '')}`))];
}

/** The samples of the routes that an app has. */
export function samplesOf(
  app: Parameters<typeof listedRoutes>[0],
  ids: SampleIds,
): readonly (readonly [route: string, sample: RouteSample])[] {
  const samples = routeSamples(ids);
  return listedRoutes(app).flatMap((route) => (samples[route] ? [[route, samples[route]] as const] : []));
}

type Told = Pick<SampleIds, 'consultation' | 'token' | 'number'>;

/** Answers with the first option until there is a notice. */
async function toldPerson(app: {
  request(path: string, init: RequestInit): Response | Promise<Response>;
}): Promise<Told> {
  const post = async (path: string, body: object) => {
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
    return (await (await app.request(path, init)).json()) as Answered;
  };
  let answer = await post('/api/consultations', { items: ['social-security-card'] });
  const consultation = answer.id ?? '';
  for (let turn = 1; !answer.receipt && turn < 40; turn += 1) {
    const { id = '', options = [] } = answer.reply.question ?? {};
    const input = options[0]
      ? { kind: 'answer', question: id, value: options[0].value }
      : { kind: 'unsure', question: id };
    answer = await post(`/api/consultations/${consultation}/turns`, { turn: `t${String(turn)}`, input });
  }
  const { number = '', link = '' } = answer.receipt ?? {};
  return { consultation, number, token: link.slice(link.lastIndexOf('/') + 1) };
}

interface Answered {
  readonly id?: string;
  readonly receipt?: { readonly number: string; readonly link: string };
  readonly reply: {
    readonly question?: { readonly id: string; readonly options: readonly { readonly value: string }[] };
  };
}
