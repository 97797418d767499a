import { Agent, request as requestPlainly } from 'node:http';
import type { RequestOptions } from 'node:http';
import { Agent as SecureAgent, request as requestSecurely } from 'node:https';

/** What a server answered. */
export interface Sent {
  readonly status: number;
  readonly type: string;
  readonly retryAfter: string | undefined;
  readonly body: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 });
/** Certificates are made for one test and signed by nobody. */
const secureAgent = new SecureAgent({ keepAlive: true, maxSockets: 256, rejectUnauthorized: false });

/** Posts a body; undefined when the connection broke before the whole answer was there. */
export function send(address: string, path: string, body: object): Promise<Sent | undefined> {
  return call('POST', `${address}${path}`, JSON.stringify(body));
}

/** Reads a path; undefined when the connection broke before the whole answer was there. */
export function read(address: string, path: string): Promise<Sent | undefined> {
  return call('GET', `${address}${path}`, '');
}

/** Posts a body and hangs up at once: whether it was taken, nobody learns. */
export function sendAndLeave(address: string, path: string, body: object): Promise<void> {
  const text = JSON.stringify(body);
  return new Promise((resolve) => {
    const { hostname, port } = new URL(address);
    const leaving = requestPlainly({ hostname, port, path, method: 'POST', headers: headersOf(text), agent: false });
    leaving.on('error', () => undefined);
    leaving.on('close', resolve);
    leaving.end(text, () => setImmediate(() => leaving.destroy()));
  });
}

function call(method: string, address: string, text: string): Promise<Sent | undefined> {
  return new Promise((resolve) => {
    const isSecure = address.startsWith('https:');
    const options: RequestOptions = { method, headers: headersOf(text), agent: isSecure ? secureAgent : agent };
    const sending = (isSecure ? requestSecurely : requestPlainly)(address, options, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('error', () => resolve(undefined));
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          retryAfter: response.headers['retry-after'],
          body: Buffer.concat(pieces).toString('utf8'),
        });
      });
    });
    sending.on('error', () => resolve(undefined));
    sending.end(text);
  });
}

function headersOf(text: string): Record<string, string | number> {
  const headers = { 'Accept-Language': 'en', 'X-Forwarded-For': somewhere() };
  if (text === '') return headers;
  return { ...headers, 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) };
}

/** All citizens of a test are on one machine; as their proxy says, they are all over the country. */
function somewhere(): string {
  const part = (): string => String(Math.floor(Math.random() * 256));
  return `10.${part()}.${part()}.1`;
}
