import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An app as `createApp` gives it: a request in, a response out. */
interface App {
  fetch(request: Request): Response | Promise<Response>;
}

/** Puts an app on a free port of this machine. */
export async function listen(app: App): Promise<{ readonly address: string; close(): Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    void answer(app, incoming, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${String(port)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(app: App, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  const method = incoming.method ?? 'GET';
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as [string, string]);
  const body = method === 'GET' || method === 'HEAD' ? null : Buffer.concat(pieces);
  const request = new Request(`http://${String(incoming.headers.host)}${incoming.url ?? '/'}`, {
    method,
    headers,
    body,
  });
  const response = await app.fetch(request);
  outgoing.writeHead(response.status, [...response.headers].flat());
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}
