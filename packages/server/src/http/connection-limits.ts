import type { ServerOptions } from 'node:http';

/**
 * How long a client may take, for `createAdaptorServer({ fetch, serverOptions: CONNECTION_LIMITS })`.
 *
 * A turn is one packet: who sends it drop by drop holds a connection that others need. Node looks at these limits only
 * every `connectionsCheckingInterval`, thirty seconds unless told otherwise.
 */
export const CONNECTION_LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 2000,
  keepAliveTimeout: 30_000,
  /** Bytes; long enough for any browser, and for 64 kB of headers too short. */
  maxHeaderSize: 16_384,
} as const satisfies ServerOptions;

/** For `server.maxConnections`: a province's worth of idle browsers, and still some 200 MB of memory at most. */
export const MOST_CONNECTIONS = 10_000;
