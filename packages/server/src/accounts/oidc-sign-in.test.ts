import { describe, expect, test } from 'vitest';
import type { BadIssuer, People } from '../test-support/oidc-issuer.ts';
import { badIssuer, CLIENT, passThrough, realIssuer } from '../test-support/oidc-issuer.ts';
import type { StaffApp } from '../test-support/staff-app.ts';
import { mountStaff, staffApp, supervisorBrowser, TestBrowser } from '../test-support/staff-app.ts';
import { readClaims } from './oidc-claims.ts';
import type { OidcSettings } from './oidc-settings.ts';

const PEOPLE: People = {
  li: { name: '李薇', onetrip_role: 'clerk', onetrip_region: 'demo-city', onetrip_hall: 'demo-hall' },
  wang: { name: '王主管', onetrip_role: ['nothing', 'supervisor', 'clerk'] },
  zhao: { name: '赵路过' },
  none: { name: '无角色', onetrip_role: 'king' },
};
const MINUTE = 60_000;
const CREATING = { ...CLIENT, unknown: 'create' } as const;

/** Sends a browser off and brings it back, as far as our own callback. */
async function goRound(browser: TestBrowser, to = '/audit'): Promise<Response> {
  return browser.get(pathOf(await away(browser, to)));
}

async function away(browser: TestBrowser, to = '/audit'): Promise<URL> {
  const sent = await browser.get(`/sign-in/oidc?to=${encodeURIComponent(to)}`);
  expect(sent.status).toBe(302);
  return passThrough(sent.headers.get('Location') ?? '');
}

function pathOf(address: URL): string {
  return address.pathname + address.search;
}

async function whoIs(browser: TestBrowser): Promise<object | undefined> {
  const me = await browser.get('/api/me');
  return me.status === 200 ? ((await me.json()) as { account: object }).account : undefined;
}

async function failures({ staff }: StaffApp): Promise<readonly string[]> {
  const rows = await staff.audit.between(0, Number.MAX_SAFE_INTEGER, 100);
  return rows.filter(({ action }) => action === 'sign-in-failed').map(({ detail }) => detail);
}

describe('a single sign-on', () => {
  test('signs in whom it vouches for, with role and hall, by a page that goes on by itself', async () => {
    const { issuer } = await realIssuer(PEOPLE, { claimsInToken: true });
    const opened = await staffApp({ oidc: { ...CREATING, issuer } });
    const browser = new TestBrowser(opened.app);
    const arrived = await goRound(browser, '/desk?x=1');
    const page = await arrived.text();
    expect(arrived.status).toBe(200);
    expect(page).toContain('http-equiv="refresh" content="0; url=/sign-in/arrived?to=%2Fdesk%3Fx%3D1"');
    expect(browser.setCookies.find((line) => line.startsWith('__Host-onetrip='))).toMatch(
      /; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect((await browser.get('/sign-in/arrived?to=%2Fdesk%3Fx%3D1')).headers.get('Location')).toBe('/desk?x=1');
    expect(await whoIs(browser)).toMatchObject({
      display: '李薇',
      role: 'clerk',
      region: 'demo-city',
      hall: 'demo-hall',
    });
  });

  test('is asked with code, PKCE, state and nonce, all new each time', async () => {
    const { issuer } = await realIssuer(PEOPLE, { claimsInToken: true });
    const { app, database } = await staffApp({ oidc: { ...CREATING, issuer } });
    const browser = new TestBrowser(app);
    const asked = async (): Promise<URLSearchParams> =>
      new URL((await browser.get('/sign-in/oidc')).headers.get('Location') ?? '').searchParams;
    const [one, other] = [await asked(), await asked()];
    expect(one.get('response_type')).toBe('code');
    expect(one.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one.get(name), name).toMatch(/^[\w-]{43}$/);
      expect(one.get(name), name).not.toBe(other.get(name));
    }
    expect(browser.setCookies[0]).toMatch(
      /^__Host-onetrip-away=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const rows = await database.reader.selectFrom('authorizations').select(['state', 'browser']).execute();
    expect(JSON.stringify(rows)).not.toContain(one.get('state'));
    expect(JSON.stringify(rows)).not.toContain(browser.cookies.get('__Host-onetrip-away'));
  });

  test('that keeps its ID token short is asked for the rest', async () => {
    const running = await realIssuer(PEOPLE, { claimsInToken: false });
    const opened = await staffApp({ oidc: { ...CREATING, issuer: running.issuer } });
    running.person = 'wang';
    const browser = new TestBrowser(opened.app);
    await goRound(browser);
    expect(await whoIs(browser)).toMatchObject({
      display: '王主管',
      role: 'supervisor',
      region: 'demo-city',
      hall: null,
    });
  });

  test('knows a person again by issuer and subject, and its word on role and place counts', async () => {
    const people = { li: { ...PEOPLE['li'] } as Record<string, unknown> };
    const { issuer } = await realIssuer(people, { claimsInToken: true });
    const opened = await staffApp({ oidc: { ...CREATING, issuer } });
    await goRound(new TestBrowser(opened.app));
    people.li = { name: 'another name', onetrip_role: 'editor', onetrip_region: 'demo-city' };
    const browser = new TestBrowser(opened.app);
    await goRound(browser);
    expect(await whoIs(browser)).toMatchObject({ display: '李薇', role: 'editor', hall: null });
    expect(await opened.database.reader.selectFrom('accounts').select('subject').execute()).toEqual([
      { subject: `${issuer} li` },
    ]);
    const rows = await opened.staff.audit.between(0, Number.MAX_SAFE_INTEGER, 100);
    expect(rows.map(({ action }) => action)).toEqual(['account-created', 'signed-in', 'role-changed', 'signed-in']);
  });

  test('brings nobody in whom it gives no role, and nobody without an account where accounts are not made', async () => {
    const running = await realIssuer(PEOPLE, { claimsInToken: true });
    const { issuer } = running;
    const refusing = await staffApp({ oidc: { ...CLIENT, issuer } });
    const stranger = await goRound(new TestBrowser(refusing.app));
    expect([stranger.status, await stranger.text()]).toEqual([403, expect.stringContaining(`${issuer} li`)]);
    const creating = await staffApp({ oidc: { ...CREATING, issuer } });
    for (const [person, told] of [
      ['zhao', '您在本站还没有账号'],
      ['none', '没有给您本站的角色'],
    ] as const) {
      running.person = person;
      const refused = await goRound(new TestBrowser(creating.app));
      expect([refused.status, await refused.text()], person).toEqual([403, expect.stringContaining(told)]);
    }
    expect(await creating.database.reader.selectFrom('accounts').select('id').execute()).toEqual([]);
  });

  test('signs in an account that a supervisor made for it, until it is disabled', async () => {
    const running = await realIssuer(PEOPLE, { claimsInToken: true });
    running.person = 'zhao';
    const opened = await staffApp({ oidc: { ...CLIENT, issuer: running.issuer } });
    const supervisor = await supervisorBrowser(opened);
    const subject = `${running.issuer} zhao`;
    const made = { csrf: await supervisor.csrf(), name: 'zhao', display: '赵', role: 'editor', hall: '', subject };
    expect(await (await supervisor.post('/accounts', made)).text()).toContain('不需要密码');
    const browser = new TestBrowser(opened.app);
    await goRound(browser);
    expect(await whoIs(browser)).toMatchObject({ name: 'zhao', role: 'editor' });
    expect((await new TestBrowser(opened.app).post('/sign-in', { name: 'zhao', password: '' })).status).toBe(401);
    const { id } = (await whoIs(browser)) as { id: string };
    await supervisor.post(`/accounts/${id}`, { csrf: await supervisor.csrf(), do: 'disable' });
    expect(await whoIs(browser)).toBeUndefined();
    expect(await (await goRound(browser)).text()).toContain('这个账号已经停用');
  });
});

describe('an answer from the single sign-on', () => {
  test('counts once, at all processes together', async () => {
    const { issuer } = await realIssuer(PEOPLE, { claimsInToken: true });
    const opened = await staffApp({ oidc: { ...CREATING, issuer } });
    const browser = new TestBrowser(opened.app);
    const back = await away(browser);
    const mark = browser.cookies.get('__Host-onetrip-away') ?? '';
    expect((await browser.get(pathOf(back))).status).toBe(200);
    const replaying = new TestBrowser(mountStaff(opened.staff, opened.database, opened.clock));
    replaying.cookies.set('__Host-onetrip-away', mark);
    expect((await replaying.get(pathOf(back))).status).toBe(403);
    expect(await whoIs(replaying)).toBeUndefined();
    expect(await failures(opened)).toEqual(['{"by":"oidc","fault":"state-unknown","why":"state-unknown"}']);
  });

  test('counts only in the browser that asked, only within ten minutes, and only with its own state', async () => {
    const { issuer } = await realIssuer(PEOPLE, { claimsInToken: true });
    const opened = await staffApp({ oidc: { ...CREATING, issuer } });
    const browser = new TestBrowser(opened.app);
    const other = new TestBrowser(opened.app);
    await away(other);
    expect((await other.get(pathOf(await away(browser)))).status).toBe(403);
    const late = await away(browser);
    opened.clock.pass(10 * MINUTE);
    expect((await browser.get(pathOf(late))).status).toBe(403);
    const changed = await away(browser);
    changed.searchParams.set('state', 'A'.repeat(43));
    expect((await browser.get(pathOf(changed))).status).toBe(403);
    for (const query of ['', '?code=x', '?state=', '?error=access_denied']) {
      expect((await browser.get(`/sign-in/oidc/callback${query}`)).status, query).toBe(403);
    }
    expect(await opened.database.reader.selectFrom('logins').selectAll().execute()).toEqual([]);
  });

  test('with another code is refused', async () => {
    const { issuer } = await realIssuer(PEOPLE, { claimsInToken: true });
    const opened = await staffApp({ oidc: { ...CREATING, issuer } });
    const browser = new TestBrowser(opened.app);
    const back = await away(browser);
    back.searchParams.set('code', 'stolen-from-somewhere');
    expect((await browser.get(pathOf(back))).status).toBe(403);
    expect((await failures(opened))[0]).toContain('invalid_grant');
  });

  test('that was for another browser has the wrong PKCE verifier and nonce', async () => {
    const { issuer } = await realIssuer(PEOPLE, { claimsInToken: true });
    const opened = await staffApp({ oidc: { ...CREATING, issuer } });
    const [victim, attacker] = [new TestBrowser(opened.app), new TestBrowser(opened.app)];
    const [own, theirs] = [await away(victim), await away(attacker)];
    own.searchParams.set('code', theirs.searchParams.get('code') ?? '');
    expect((await victim.get(pathOf(own))).status).toBe(403);
  });
});

describe('an ID token', () => {
  const bad: readonly (readonly [string, (issuer: BadIssuer, claims: Record<string, unknown>) => string])[] = [
    ['with alg none', ({ signers }, claims) => signers.none(claims)],
    ['signed HS256 with the public key', ({ signers }, claims) => signers.hs256(claims)],
    ['signed HS256 with the client secret', ({ signers }, claims) => signers.hs256Secret(claims)],
    ['signed with another key', ({ signers }, claims) => signers.otherKey(claims)],
    ['without a signature', ({ signers }, claims) => signers.rs256(claims).replace(/[^.]+$/, '')],
    ['changed after signing', ({ signers }, claims) => swapClaims(signers.rs256(claims), { ...claims, sub: 'root' })],
    ['for another client', ({ signers }, claims) => signers.rs256({ ...claims, aud: 'somebody-else' })],
    ['of another issuer', ({ signers }, claims) => signers.rs256({ ...claims, iss: 'http://127.0.0.1:1' })],
    ['with another nonce', ({ signers }, claims) => signers.rs256({ ...claims, nonce: 'A'.repeat(43) })],
    ['without a nonce', ({ signers }, claims) => signers.rs256({ ...claims, nonce: undefined })],
    ['without a subject', ({ signers }, claims) => signers.rs256({ ...claims, sub: undefined })],
    ['that has run out', ({ signers }, claims) => signers.rs256({ ...claims, exp: 1_000_000_000 })],
    ['that is none', () => 'x.y.z'],
    ['that is missing', () => ''],
  ];

  test('as it should be signs in', async () => {
    expect(await signInWith(({ signers }, claims) => signers.rs256(claims))).toMatchObject({ role: 'clerk' });
  });

  test.each(bad)('%s is refused', async (_, forge) => {
    expect(await signInWith(forge)).toBeUndefined();
  });

  async function signInWith(
    forge: (issuer: BadIssuer, claims: Record<string, unknown>) => string,
  ): Promise<object | undefined> {
    const issuer = await badIssuer();
    const opened = await staffApp({ oidc: { ...CREATING, issuer: issuer.issuer } });
    const browser = new TestBrowser(opened.app);
    const sent = new URL((await browser.get('/sign-in/oidc')).headers.get('Location') ?? '').searchParams;
    issuer.make = (claims) => forge(issuer, { ...claims, nonce: sent.get('nonce') });
    const back = await browser.get(`/sign-in/oidc/callback?code=c&state=${sent.get('state') ?? ''}`);
    expect([200, 403]).toContain(back.status);
    return whoIs(browser);
  }

  function swapClaims(token: string, claims: object): string {
    const [header = '', , signature = ''] = token.split('.');
    return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
  }
});

describe('an issuer', () => {
  test('that cannot be reached is said to be so, and is asked again the next time', async () => {
    const { app } = await staffApp({ oidc: { ...CREATING, issuer: 'http://127.0.0.1:9' } });
    const browser = new TestBrowser(app);
    for (let n = 0; n < 2; n += 1) {
      const page = await browser.get('/sign-in/oidc');
      expect([page.status, await page.text()]).toEqual([502, expect.stringContaining('连不上统一登录')]);
    }
  });

  test('elsewhere is asked over TLS only', async () => {
    const { app } = await staffApp({ oidc: { ...CREATING, issuer: 'http://login.invalid' } });
    expect((await new TestBrowser(app).get('/sign-in/oidc')).status).toBe(502);
  });

  test('is offered on the page only where there is one', async () => {
    const plain = await staffApp();
    expect(await (await new TestBrowser(plain.app).get('/sign-in')).text()).not.toContain('统一登录');
    expect((await new TestBrowser(plain.app).get('/sign-in/oidc')).status).toBe(404);
    const { app } = await staffApp({ oidc: { ...CREATING, issuer: 'http://127.0.0.1:9' } });
    expect(await (await new TestBrowser(app).get('/sign-in?to=/audit')).text()).toContain('/sign-in/oidc?to=%2Faudit');
  });
});

describe('claims', () => {
  const base = { iss: 'https://i', sub: 's' };
  const settings: OidcSettings = { ...CLIENT, issuer: 'https://i' };

  test('are read at the path the settings name', () => {
    const keycloak = { ...base, realm_access: { roles: ['offline', 'desk-staff'] } };
    const named = { ...settings, roleClaim: 'realm_access.roles', roles: new Map([['desk-staff', 'clerk']] as const) };
    expect(readClaims(keycloak, named).role).toBe('clerk');
    const address = { ...base, 'https://onetrip.example/role': 'editor' };
    expect(readClaims(address, { ...settings, roleClaim: 'https://onetrip.example/role' }).role).toBe('editor');
  });

  test.each([
    [undefined, undefined],
    ['clerk', 'clerk'],
    [['clerk', 'supervisor', 'editor'], 'supervisor'],
    ['constructor', null],
    [['x', 7, null], null],
    [{ clerk: true }, null],
    [null, null],
  ])('with role %j give %j', (claim, role) => {
    expect(readClaims({ ...base, ...(claim !== undefined && { onetrip_role: claim }) }, settings).role).toBe(role);
  });

  test('give a name of at most forty characters, and the subject where there is none', () => {
    expect(readClaims({ ...base, name: '长'.repeat(50) }, settings).display).toBe('长'.repeat(40));
    expect(readClaims({ ...base, name: 7, preferred_username: 'li' }, settings).display).toBe('li');
    expect(readClaims(base, settings).display).toBe('s');
  });
});
