import type { Engine } from '@onetrip/engine';
import type { OidcSettings } from './accounts/oidc-settings.ts';
import type { Clock } from './clock.ts';
import type { Fault } from './fault.ts';
import type { ChannelKeys } from './handover/channel-keys.ts';
import type { Ids } from './ids.ts';
import type { Engines } from './knowledge/engines.ts';
import type { Calendar } from './ledger/calendar/calendar.ts';
import type { RateLimitsOptions } from './limits/rate-limits.ts';
import type { Log } from './operation/log.ts';
import type { Metrics } from './operation/metrics.ts';
import type { Readiness } from './operation/readiness.ts';
import type { Asset } from './static/asset.ts';
import type { Database } from './storage/database.ts';

/** What a server is made of; only the engine and the database are needed. */
export interface AppOptions {
  /** One engine, or the engines of a server whose knowledge is published anew now and then. */
  readonly engine: Engine | Engines;
  /** Where everything is kept; see `openDatabase`. */
  readonly database: Database;
  /** Default: the machine's clock. */
  readonly clock?: Clock;
  /** Makes consultation ids. Default: 128 random bits; anything shorter can be guessed. */
  readonly ids?: Ids;
  /** Pages and scripts to serve. Default: none, the API alone. */
  readonly site?: readonly Asset[];
  /** Origins of other sites that may embed the guide: `https://www.example.gov.cn`. Default: none. */
  readonly origins?: readonly string[];
  /** Address as people see it, for links and codes to scan: `https://banshi.example.gov.cn`. Default: what a request says. */
  readonly publicUrl?: string | undefined;
  /** Turns one consultation may take. Default: 300. */
  readonly mostTurns?: number;
  /** Consultations remembered beside the database. Default: 60,000. */
  readonly mostLive?: number;
  /** How fast one client may ask. Default: see `rateLimits`. */
  readonly limits?: Omit<RateLimitsOptions, 'clock'>;
  /** A single sign-on for clerks. Default: accounts of this server alone. */
  readonly oidc?: OidcSettings | undefined;
  /** Programs that may take consultations over. Default: none. */
  readonly channelKeys?: ChannelKeys;
  /** Holidays and working weekends, by which due days are counted. Default: the State Council's arrangement. */
  readonly calendar?: Calendar | undefined;
  /** Working days in which a ledger entry is due. Default: 15. */
  readonly workingDays?: number;
  /** Whether news of the ledger are laid out for sending. Default: no. */
  readonly webhooks?: boolean;
  /** What watches over a running server. Default: nothing does. */
  readonly operation?: Operation;
  /** Gets every fault of ours. Default: dropped. */
  readonly log?: (fault: Fault) => void;
}

/** What watches over a running server. */
export interface Operation {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  readonly metricsToken?: string | undefined;
}
