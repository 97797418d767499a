import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
} from 'openid-client';
import type { Configuration } from 'openid-client';
import type { OidcPerson } from './oidc-claims.ts';
import { readClaims } from './oidc-claims.ts';
import { isLoopback } from './oidc-settings.ts';
import type { OidcSettings } from './oidc-settings.ts';

/** What only this browser's coming back can match. */
export interface OidcSecrets {
  readonly state: string;
  readonly nonce: string;
  /** PKCE code verifier. */
  readonly verifier: string;
}

/** Why an issuer's answer cannot be used. The code is the library's own, for the audit log. */
export interface OidcRefusal {
  readonly refused: 'issuer-unreachable' | 'answer-refused';
  readonly code: string;
}

/** Seconds to wait for the issuer. */
const PATIENCE = 10;

/** Speaks to the issuer: code flow with PKCE, state and nonce, and a signature on the ID token that is always checked. */
export class OidcClient {
  readonly #settings: OidcSettings;
  #configuration: Promise<Configuration> | undefined;

  constructor(settings: OidcSettings) {
    this.#settings = settings;
  }

  /** Where to send the browser. */
  async authorizationUrl(secrets: OidcSecrets): Promise<URL | OidcRefusal> {
    try {
      return buildAuthorizationUrl(await this.#configured(), {
        redirect_uri: this.#settings.redirect,
        scope: 'openid profile',
        state: secrets.state,
        nonce: secrets.nonce,
        code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
        code_challenge_method: 'S256',
      });
    } catch (error) {
      return { refused: 'issuer-unreachable', code: codeOf(error) };
    }
  }

  /** Who the browser came back as. Whatever is wrong with the answer, nobody is signed in. */
  async personOf(query: string, secrets: OidcSecrets): Promise<OidcPerson | OidcRefusal> {
    try {
      const configuration = await this.#configured();
      // Behind a proxy we may be asked under another address than the one the issuer knows.
      const tokens = await authorizationCodeGrant(configuration, new URL(query, this.#settings.redirect), {
        expectedState: secrets.state,
        expectedNonce: secrets.nonce,
        pkceCodeVerifier: secrets.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) return { refused: 'answer-refused', code: 'no-id-token' };
      const person = readClaims(claims, this.#settings);
      if (person.role !== undefined || !configuration.serverMetadata().userinfo_endpoint) return person;
      // Many issuers keep the ID token short and say the rest on request.
      const more = await fetchUserInfo(configuration, tokens.access_token, claims.sub);
      return readClaims({ ...more, ...claims }, this.#settings);
    } catch (error) {
      return { refused: 'answer-refused', code: codeOf(error) };
    }
  }

  /** What the issuer says of itself; asked for again after a failure. */
  #configured(): Promise<Configuration> {
    this.#configuration ??= this.#discover().catch((error: unknown) => {
      this.#configuration = undefined;
      throw error;
    });
    return this.#configuration;
  }

  #discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    // The code flow alone would let the signature be, since the token comes straight from the issuer.
    const execute = [enableNonRepudiationChecks];
    if (isLoopback(issuer)) execute.push(allowInsecureRequests);
    return discovery(new URL(issuer), clientId, clientSecret, undefined, { execute, timeout: PATIENCE });
  }
}

/** The innermost code says most: `OAUTH_TIMEOUT`, `ECONNREFUSED`, `access_denied`. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const inner = error.cause instanceof Error ? codeOf(error.cause) : undefined;
  if (inner !== undefined && inner !== 'unknown') return inner;
  if ('error' in error && typeof error.error === 'string') return error.error.slice(0, 60);
  return 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
