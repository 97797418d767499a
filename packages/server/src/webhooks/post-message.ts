import type { IncomingMessage } from 'node:http';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import type { FoundAddress, Resolve } from './find-address.ts';
import { findAddress, systemResolve } from './find-address.ts';

/** Where messages go, and what may be reached there. */
export interface Receiver {
  readonly url: string;
  /** Networks that may be reached although they are not the open Internet: `10.2.0.0/16`. */
  readonly allowed: readonly string[];
  /** Default: as the system does. */
  readonly resolve?: Resolve;
  /** Milliseconds from finding the address to the answer. Default: 5000. */
  readonly patience?: number;
}

/** What came of a try; only a status from 200 to 299 counts as taken. */
export type Posted =
  | { readonly code: 'taken' | 'not-taken'; readonly status: number }
  | { readonly code: 'address-refused'; readonly address: string }
  | { readonly code: 'timed-out' | 'unreachable' };

/** Of the answer nothing but the status matters; more than this of it is not read. */
const MOST_READ = 16 * 1024;

/**
 * Posts a message once. Follows no redirect: it could lead anywhere, and the answer is then `not-taken` with its status.
 */
export async function postMessage(
  { url, allowed, resolve = systemResolve, patience = 5000 }: Receiver,
  message: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
): Promise<Posted> {
  const target = new URL(url);
  const signal = AbortSignal.timeout(patience);
  try {
    const found = await beforeAbort(signal, findAddress(target.hostname, { allowed, resolve }));
    if ('refused' in found) return { code: 'address-refused', address: found.refused };
    const status = await send(target, { ...message, address: found.address, signal });
    return { code: status >= 200 && status < 300 ? 'taken' : 'not-taken', status };
  } catch {
    return { code: signal.aborted ? 'timed-out' : 'unreachable' };
  }
}

/** Finding an address cannot be called off, only no longer waited for. */
function beforeAbort(signal: AbortSignal, finding: Promise<FoundAddress>): Promise<FoundAddress> {
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('timed out'));
    });
  });
  return Promise.race([finding, aborted]);
}

interface Sending {
  readonly address: string;
  readonly signal: AbortSignal;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Connects to the address that was judged, whatever the name says by now; its certificate is still held against the name. */
function send(url: URL, { address, signal, headers, body }: Sending): Promise<number> {
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: address,
        ...(isIP(name) === 0 && { servername: name }),
        port: url.port || (url.protocol === 'https:' ? 443 : 80),
        method: 'POST',
        path: url.pathname,
        headers: {
          ...headers,
          Host: url.host,
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(body),
          'User-Agent': 'OneTrip',
        },
        agent: false,
        maxHeaderSize: MOST_READ,
        signal,
      },
      (answer) => {
        letRunOut(answer);
        resolve(answer.statusCode ?? 0);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Lets a short answer end by itself, and hangs up on a long one. */
function letRunOut(answer: IncomingMessage): void {
  let read = 0;
  answer.on('error', () => undefined);
  answer.on('data', (chunk: Buffer) => {
    read += chunk.length;
    if (read > MOST_READ) answer.destroy();
  });
}
