import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import Provider from 'oidc-provider';
import { onTestFinished } from 'vitest';

/** The client the tests are registered as. */
export const CLIENT = {
  clientId: 'onetrip',
  clientSecret: 'a-secret-of-forty-characters-for-the-tests',
  redirect: 'https://guide.example.gov.cn/sign-in/oidc/callback',
} as const;

/** Claims of a person, by their subject. */
export type People = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A real OpenID Connect provider on this machine; `person` is whoever signs in next. */
export interface RealIssuer {
  readonly issuer: string;
  person: string;
}

/** Starts a real provider that knows these people and asks for no password. */
export async function realIssuer(people: People, options: { readonly claimsInToken: boolean }): Promise<RealIssuer> {
  const { issuer, answer } = await listen();
  const running = { issuer, person: Object.keys(people)[0] ?? '' };
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [CLIENT.redirect] }],
    cookies: { keys: ['only for tests'] },
    jwks: { keys: [{ ...keys().privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    conformIdTokenClaims: !options.claimsInToken,
    claims: {
      openid: ['sub'],
      profile: ['name', 'preferred_username', 'onetrip_role', 'onetrip_region', 'onetrip_hall'],
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...people[sub] }) }),
    // Nobody is asked whether they consent: the city's own sign-on trusts the city's own server.
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc;
      const grant = new ctx.oidc.provider.Grant({
        clientId: client?.clientId ?? '',
        accountId: session?.accountId ?? '',
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
  const serve = provider.callback() as RequestListener;
  answer((request, response) => {
    if (!request.url?.startsWith('/interaction/')) return serve(request, response);
    return void provider.interactionFinished(request, response, {
      login: { accountId: running.person, remember: false },
    });
  });
  return running;
}

/** Follows a browser through the provider until it is sent back to us; gives the address it is sent to. */
export async function passThrough(start: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let address = new URL(start);
  for (let hop = 0; hop < 10; hop += 1) {
    const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { redirect: 'manual', headers: { Cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    const location = response.headers.get('Location');
    if (location === null)
      throw new RangeError(`The provider stopped at ${address.pathname}: ${await response.text()}`);
    address = new URL(location, address);
    if (address.href.startsWith(CLIENT.redirect)) return address;
  }
  throw new RangeError('The provider sends the browser round in a circle.');
}

/** An issuer that answers whatever a test wants. */
export interface BadIssuer {
  readonly issuer: string;
  /** Set before the code is redeemed: what the ID token says and how it is signed. */
  make: (claims: Readonly<Record<string, unknown>>) => string;
  readonly signers: Readonly<Record<'rs256' | 'otherKey' | 'hs256' | 'hs256Secret' | 'none', Signer>>;
}

type Signer = (claims: object) => string;

/** Starts an issuer whose tokens are forged by hand. */
export async function badIssuer(): Promise<BadIssuer> {
  const { issuer, answer } = await listen();
  const { privateKey, publicKey, other } = keys();
  const rsa = (key: typeof privateKey) => (text: string) => sign('RSA-SHA256', Buffer.from(text), key);
  const pem = publicKey.export({ type: 'spki', format: 'pem' });
  const hmac = (secret: string | Buffer) => (text: string) => createHmac('sha256', secret).update(text).digest();
  const running: BadIssuer = {
    issuer,
    make: () => '',
    signers: {
      rs256: signer('RS256', rsa(privateKey)),
      otherKey: signer('RS256', rsa(other)),
      hs256: signer('HS256', hmac(pem)),
      hs256Secret: signer('HS256', hmac(CLIENT.clientSecret)),
      none: signer('none', () => Buffer.alloc(0)),
    },
  };
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: CLIENT.clientId, sub: 'li', iat: now, exp: now + 300, onetrip_role: 'clerk' };
  const pages: Readonly<Record<string, () => object>> = {
    '/.well-known/openid-configuration': () => ({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
    }),
    '/jwks': () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', use: 'sig', alg: 'RS256' }] }),
    '/token': () => ({ access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: running.make(claims) }),
  };
  answer((request, response) => {
    const body = pages[request.url ?? '']?.();
    response.writeHead(body ? 200 : 404, { 'Content-Type': 'application/json' }).end(JSON.stringify(body ?? {}));
  });
  return running;
}

let made: ReturnType<typeof makeKeys> | undefined;

/** Made once: that takes longer than a whole test. */
function keys(): ReturnType<typeof makeKeys> {
  return (made ??= makeKeys());
}

function makeKeys() {
  const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...pair(), other: pair().privateKey };
}

function signer(alg: string, seal: (text: string) => Buffer): Signer {
  return (claims) => {
    const text = [{ alg, kid: 'k', typ: 'JWT' }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    return `${text}.${seal(text).toString('base64url')}`;
  };
}

async function listen(): Promise<{ issuer: string; answer: (listener: RequestListener) => void }> {
  let listener: RequestListener | undefined;
  const server: Server = createServer((request: IncomingMessage, response: ServerResponse) => {
    listener?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    issuer: `http://127.0.0.1:${String(port)}`,
    answer: (given) => {
      listener = given;
    },
  };
}
