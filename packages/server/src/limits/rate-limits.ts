import type { Context } from 'hono';
import type { Clock } from '../clock.ts';
import { idOf } from '../consultations/sealed-opening.ts';
import { problem } from '../problem.ts';
import { clientNetwork } from './client-network.ts';
import type { Rate } from './token-buckets.ts';
import { TokenBuckets } from './token-buckets.ts';

/** What is limited and how much. */
export interface RateLimitsOptions {
  readonly clock: Clock;
  /** Addresses or ranges of the reverse proxies in front. Default: none, and `X-Forwarded-For` counts for nothing. */
  readonly trustedProxies?: readonly string[];
  /**
   * Turns of one consultation. Default: two a second and thirty at once.
   *
   * The longest item has some twenty questions, and whoever knows the answers clicks three a second: nobody gets there.
   */
  readonly perConsultation?: Rate;
  /**
   * Requests from one network, /24 or /56. Default: one hundred a second and six thousand at once.
   *
   * A hall is one network: two hundred citizens who all have twenty turns in the same minute must not notice.
   */
  readonly perNetwork?: Rate;
}

/** How many consultations and networks are remembered, some ten megabytes in all. */
const MOST_CONSULTATIONS = 50_000;
const MOST_NETWORKS = 20_000;

/** Refuses with 429 and Retry-After what comes faster than people ask. */
export function rateLimits(options: RateLimitsOptions): (c: Context) => Response | undefined {
  const { clock, trustedProxies = [] } = options;
  const { perConsultation = { perSecond: 2, burst: 30 }, perNetwork = { perSecond: 100, burst: 6000 } } = options;
  const consultations = new TokenBuckets(perConsultation, MOST_CONSULTATIONS);
  const networks = new TokenBuckets(perNetwork, MOST_NETWORKS);
  const networkOf = clientNetwork(trustedProxies);
  return (c) => {
    const now = clock.now();
    const network = networkOf(c);
    const wait = network === undefined ? 0 : networks.take(network, now);
    if (wait > 0) return tooFast(c, wait);
    const consultation = c.req.method === 'POST' ? consultationOf(c.req.path) : undefined;
    const pause = consultation === undefined ? 0 : consultations.take(consultation, now);
    return pause > 0 ? tooFast(c, pause) : undefined;
  };
}

const CONSULTATIONS = '/api/consultations/';

function consultationOf(path: string): string | undefined {
  if (!path.startsWith(CONSULTATIONS)) return undefined;
  const end = path.indexOf('/', CONSULTATIONS.length);
  const held = path.slice(CONSULTATIONS.length, end === -1 ? undefined : end);
  // The same id may be written in several ways.
  return idOf(held.includes('%') ? decodePercent(held) : held);
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function tooFast(c: Context, wait: number): Response {
  return problem(c, 'too-fast', { headers: { 'Retry-After': String(Math.ceil(wait / 1000)) } });
}
