import type { AccountRow } from '../storage/tables.ts';
import { ROLES } from './new-account.ts';
import type { OidcSettings } from './oidc-settings.ts';

/** What an issuer says about a person, in our words. */
export interface OidcPerson {
  /** `issuer subject`, which never changes. */
  readonly subject: string;
  readonly display: string;
  /** `undefined`: the issuer says nothing of roles. Null: it says the person has none here. */
  readonly role: AccountRow['role'] | null | undefined;
  /** `undefined`: the issuer says nothing of it. */
  readonly region: string | undefined;
  readonly hall: string | undefined;
}

type Claims = Readonly<Record<string, unknown>>;

const MOST_DISPLAY = 40;

/** Reads a verified ID token's claims by the settings. */
export function readClaims(
  claims: Claims & { readonly iss: string; readonly sub: string },
  settings: OidcSettings,
): OidcPerson {
  return {
    subject: `${claims.iss} ${claims.sub}`,
    display: Array.from(text(claims['name']) ?? text(claims['preferred_username']) ?? claims.sub)
      .slice(0, MOST_DISPLAY)
      .join(''),
    role: roleOf(claimAt(claims, settings.roleClaim ?? 'onetrip_role'), settings),
    region: text(claimAt(claims, settings.regionClaim ?? 'onetrip_region')),
    hall: text(claimAt(claims, settings.hallClaim ?? 'onetrip_hall')),
  };
}

/** The role that may do most of those a claim names: it may be one word or a list. */
function roleOf(claim: unknown, settings: OidcSettings): OidcPerson['role'] {
  if (claim === undefined) return undefined;
  const words: readonly unknown[] = Array.isArray(claim) ? claim : [claim];
  const roles = settings.roles ?? new Map(ROLES.map((role) => [role, role]));
  const named = new Set(words.flatMap((word) => (typeof word === 'string' ? (roles.get(word) ?? []) : [])));
  return ROLES.findLast((role) => named.has(role)) ?? null;
}

/** A claim whose name is an address holds dots as well, so the whole name comes first. */
function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split('.').reduce<unknown>((inside, key) => (isRecord(inside) ? inside[key] : undefined), claims);
}

function isRecord(value: unknown): value is Claims {
  return typeof value === 'object' && value !== null;
}

function text(claim: unknown): string | undefined {
  return typeof claim === 'string' && claim !== '' ? claim : undefined;
}
