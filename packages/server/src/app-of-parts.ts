import type { OidcSettings } from './accounts/oidc-settings.ts';
import { createServer } from './app.ts';
import type { Calendar } from './ledger/calendar/calendar.ts';
import type { ServerApp } from './operation/run-server.ts';
import type { ServerParts } from './operation/server-parts.ts';
import type { Settings } from './settings.ts';
import type { Asset } from './static/asset.ts';

/** Puts together the app of a running server as its settings say, and makes sure that somebody can sign in. */
export async function appOfParts(
  parts: ServerParts,
  { site, calendar }: { readonly site: readonly Asset[]; readonly calendar: Calendar | undefined },
): Promise<ServerApp> {
  const { settings, engines, database, clock, log, metrics, readiness } = parts;
  const { app, rooms } = createServer({
    engine: engines,
    database,
    clock,
    site,
    origins: settings.origins,
    publicUrl: settings.publicUrl,
    limits: { trustedProxies: settings.trustedProxies },
    oidc: oidcOf(settings),
    channelKeys: settings.channelKeys,
    calendar,
    workingDays: settings.ledgerWorkingDays,
    webhooks: settings.webhookUrl !== undefined,
    operation: { log, metrics, readiness, metricsToken: settings.metricsToken },
    log: (fault) => {
      log.error(fault, 'fault');
    },
  });
  const { staff } = rooms;
  const made = await staff.accounts.ensureSupervisor(engines.current.knowledge.region.id);
  const firstLogin = made?.password ? { name: made.account.name, password: made.password } : undefined;
  const erased = (consultation: string): void => {
    rooms.consultations.forget(consultation);
  };
  return { app, firstLogin, sweep: staff.sweep, erased };
}

function oidcOf(settings: Settings): OidcSettings | undefined {
  const { oidcIssuer, oidcClientId, oidcClientSecret, oidcRoles } = settings;
  if (oidcIssuer === undefined || oidcClientId === undefined || oidcClientSecret === undefined) return undefined;
  return {
    issuer: oidcIssuer,
    clientId: oidcClientId,
    clientSecret: oidcClientSecret,
    redirect: new URL('/sign-in/oidc/callback', settings.publicUrl).href,
    roleClaim: settings.oidcRoleClaim,
    regionClaim: settings.oidcRegionClaim,
    hallClaim: settings.oidcHallClaim,
    unknown: settings.oidcUnknown,
    ...(oidcRoles.size > 0 && { roles: oidcRoles }),
  };
}
