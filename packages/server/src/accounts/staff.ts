import { AuditLog } from '../audit/audit-log.ts';
import type { Clock } from '../clock.ts';
import { Misses } from '../limits/misses.ts';
import type { Database } from '../storage/database.ts';
import { Accounts } from './accounts.ts';
import { Logins } from './logins.ts';
import type { OidcSettings } from './oidc-settings.ts';
import { OidcSignIn } from './oidc-sign-in.ts';
import { Passwords } from './passwords.ts';
import type { ScryptCost } from './passwords.ts';
import { SignIn } from './sign-in.ts';

/** What everything about people who sign in is made of. */
export interface StaffOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** Region of the first supervisor, and of whoever comes from a single sign-on without one. */
  readonly region: string;
  /** Default: accounts of this server alone. */
  readonly oidc?: OidcSettings | undefined;
  /** Default: what OWASP advises; less is for tests. */
  readonly cost?: ScryptCost;
}

/** Everything about people who sign in, put together once for a server. */
export interface Staff {
  readonly audit: AuditLog;
  readonly misses: Misses;
  readonly logins: Logins;
  readonly accounts: Accounts;
  readonly signIn: SignIn;
  readonly oidc: OidcSignIn | undefined;
  /** Deletes what has run out; to be called every hour or so. */
  sweep(): Promise<void>;
}

/** Puts together what the routes for people who sign in need. */
export function createStaff(options: StaffOptions): Staff {
  const { database, clock, region, oidc: settings, cost } = options;
  const audit = new AuditLog({ database, clock });
  const misses = new Misses({ database, clock });
  const logins = new Logins({ database, clock });
  const parts = { database, clock, audit, misses, logins, passwords: new Passwords(cost) };
  const oidc = settings && new OidcSignIn({ settings, region, ...parts });
  return {
    audit,
    misses,
    logins,
    accounts: new Accounts(parts),
    signIn: new SignIn(parts),
    oidc,
    sweep: async () => {
      await misses.sweep();
      await logins.sweep();
      await oidc?.sweep();
    },
  };
}
