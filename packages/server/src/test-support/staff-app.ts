import { Hono } from 'hono';
import { accountRoutes } from '../accounts/account-routes.ts';
import type { OidcSettings } from '../accounts/oidc-settings.ts';
import { signInRoutes } from '../accounts/sign-in-routes.ts';
import { createStaff } from '../accounts/staff.ts';
import type { Staff } from '../accounts/staff.ts';
import { auditRoutes } from '../audit/audit-routes.ts';
import { behindEntrance } from '../http/entrance.ts';
import { securityHeaders } from '../http/security-headers.ts';
import { neverFramed } from '../accounts/never-framed.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../storage/database.ts';
import { holdForms } from './hold-forms.ts';
import { temporaryDatabase } from './temporary-database.ts';
import { testClock } from './test-clock.ts';

/** Guessing one password costs next to nothing here, so that tests are quick. */
const CHEAP = { ln: 4, r: 1, p: 1 } as const;

/** Where the tests' browsers think they are. */
export const ORIGIN = 'https://guide.example.gov.cn';

/** What a test of signing in needs. */
export interface StaffApp {
  readonly app: Hono;
  readonly staff: Staff;
  readonly database: Database;
  readonly clock: ReturnType<typeof testClock>;
}

/** The pages for people who sign in, over a database of their own or a given one. */
export async function staffApp(given: { database?: Database; oidc?: OidcSettings } = {}): Promise<StaffApp> {
  const database = given.database ?? (await temporaryDatabase());
  const clock = testClock();
  const staff = createStaff({ database, clock, region: 'demo-city', cost: CHEAP, oidc: given.oidc });
  return { app: mountStaff(staff, database, clock), staff, database, clock };
}

/** The routes as the server mounts them. */
export function mountStaff(staff: Staff, database: Database, clock: Clock): Hono {
  const app = new Hono();
  for (const path of ['/sign-in', '/sign-in/*', '/password', '/accounts', '/accounts/*', '/audit']) {
    app.use(path, neverFramed());
  }
  const halls = () => [{ id: 'demo-hall', name: '示例市政务服务大厅' }];
  app.route('/', signInRoutes({ staff, address: (c) => c.req.header('X-Test-Address') ?? '192.0.2.0/24' }));
  app.route('/', accountRoutes({ staff, halls }));
  app.route('/', auditRoutes({ staff, database, clock }));
  return behindEntrance(app, { headers: securityHeaders().complete });
}

/** A browser that keeps cookies and sends what browsers send along. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  readonly #app: Hono;

  constructor(app: Hono) {
    this.#app = app;
  }

  /** The raw Set-Cookie lines of the last answer. */
  setCookies: readonly string[] = [];

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.send(path, { headers: { Accept: 'text/html', ...headers } });
  }

  async post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    return this.send(path, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: {
        Accept: 'text/html',
        Origin: ORIGIN,
        'Sec-Fetch-Site': 'same-origin',
        'Content-Type': 'application/x-www-form-urlencoded',
        ...headers,
      },
    });
  }

  async send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('Host', new URL(ORIGIN).host);
    headers.set('Cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await this.#app.request(new URL(path, ORIGIN).href, { ...init, headers });
    await holdForms(path, { ...init, headers }, response);
    this.setCookies = response.headers.getSetCookie();
    for (const line of this.setCookies) this.#keep(line);
    return response;
  }

  /** Signs in, and chooses a password where that must be. */
  async signIn(name: string, password: string): Promise<Response> {
    await this.post('/sign-in', { name, password });
    const me = await this.get('/sign-in/arrived?to=/accounts');
    if (me.headers.get('Location') !== '/password') return me;
    const chosen = `${password}-own`;
    return this.post('/password', { current: password, chosen, again: chosen, csrf: await this.csrf('/password') });
  }

  /** The token in the forms of a page. */
  async csrf(path = '/password'): Promise<string> {
    return /name="csrf" value="([^"]+)"/.exec(await (await this.get(path)).text())?.[1] ?? '';
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const [name = '', value = ''] = pair.split('=');
    if (/max-age=0/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** A browser with the first supervisor signed in. */
export async function supervisorBrowser({ app, staff }: StaffApp): Promise<TestBrowser> {
  const given = await staff.accounts.ensureSupervisor('demo-city');
  const browser = new TestBrowser(app);
  await browser.signIn('supervisor', given?.password ?? '');
  return browser;
}
