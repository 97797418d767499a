import { readFileSync } from 'node:fs';
import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { LONGEST_BODY } from './read-body.ts';

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

/** A province's worth of idle browsers, and still some 200 MB of memory at most. */
const MOST_CONNECTIONS = 10_000;

/**
 * Lets a server hold so many connections, and reads nothing of a body that is refused.
 *
 * When all places are taken, a new connection takes the place of the one that has been silent for longest. So slow
 * clients, however many and from wherever, push out one another; who asks in one go is answered long before it is their
 * turn. No network is counted, because a hall behind one address has hundreds of connections as well.
 */
export function limitConnections(server: Server, most = mostConnections()): void {
  /** The one that was silent for longest stands first. */
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    const [silent] = open;
    if (open.size >= most && silent) {
      open.delete(silent);
      silent.destroy();
    }
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  // Before the app, which may answer at once.
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    // Only a request whose head is whole is a sign of life; a body that comes drop by drop is none.
    if (open.delete(socket)) open.add(socket);
    // Else the rest of the body would be read before the next request, also when nobody wants it.
    if (mayBeTooLong(request)) response.setHeader('Connection', 'close');
  });
}

function mayBeTooLong({ headers }: IncomingMessage): boolean {
  if (headers['transfer-encoding'] !== undefined) return true;
  const announced = headers['content-length'];
  return announced !== undefined && Number(announced) > LONGEST_BODY;
}

/** What a server opens besides connections: its database, PostgreSQL's connections, its log, files that it reads. */
const OTHER_HANDLES = 150;

/** How many connections this process may hold: each is a file handle, and the system gives only so many. */
function mostConnections(): number {
  const handles = Number(/^Max open files\s+(\d+)/m.exec(ownLimits())?.[1] ?? Infinity);
  return Math.min(MOST_CONNECTIONS, Math.max(handles - OTHER_HANDLES, Math.floor(handles / 2)));
}

/** What Linux says; elsewhere there is nothing to read, and the system's limit is high. */
function ownLimits(): string {
  try {
    return readFileSync('/proc/self/limits', 'utf8');
  } catch {
    return '';
  }
}
