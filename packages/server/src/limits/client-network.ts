import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { ClientAddresses } from './client-address.ts';

/** Tells which network a request comes from, /24 or /56; undefined where that cannot be told. */
export function clientNetwork(trustedProxies: readonly string[] = []): (c: Context) => string | undefined {
  const addresses = new ClientAddresses(trustedProxies);
  return (c) => {
    const forwardedFor = trustedProxies.length > 0 ? c.req.header('X-Forwarded-For') : undefined;
    return addresses.network(peerOf(c), forwardedFor);
  };
}

/** Undefined where there is no connection: in tests that ask without a port. */
function peerOf(c: Context): string | undefined {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  return incoming?.socket.remoteAddress;
}
