import type { AccountRow } from '../storage/tables.ts';

/** Somebody else who vouches for our people: an OpenID Connect issuer, and how its claims are read. */
export interface OidcSettings {
  /** `https://login.example.gov.cn`; plain HTTP is taken only where it is this machine itself. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Our own address that people come back to: PUBLIC_URL and `/sign-in/oidc/callback`. */
  readonly redirect: string;
  /** Claim with the role; a path with dots reaches inside, such as `realm_access.roles`. Default: `onetrip_role`. */
  readonly roleClaim?: string;
  /** What the claim says for each role. Default: the roles' own names. */
  readonly roles?: ReadonlyMap<string, AccountRow['role']>;
  /** Claim with the region. Default: `onetrip_region`; without the claim, the region of this server. */
  readonly regionClaim?: string;
  /** Claim with the hall. Default: `onetrip_hall`; without the claim, every hall of the region. */
  readonly hallClaim?: string;
  /** What happens to a person with a role but without an account. Default: `refuse`. */
  readonly unknown?: 'refuse' | 'create';
}

/** Whether an issuer is this machine itself, where no TLS is needed because nothing leaves it. */
export function isLoopback(issuer: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(issuer).hostname);
}
