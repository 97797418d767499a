import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as it came in. */
export interface ReceivedMessage {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A real receiver of webhooks on a port of this machine, gone when the test is. */
export interface WebhookReceiver {
  readonly port: number;
  readonly url: string;
  readonly received: ReceivedMessage[];
}

/** Answers what a test says, or takes whatever comes. */
export type Answering = (response: ServerResponse, count: number) => void;

/** Starts a receiver; without an address, on 127.0.0.1, without a port, on a free one. */
export async function webhookReceiver(
  answer: Answering = (response) => response.writeHead(204).end(),
  { address = '127.0.0.1', port = 0 } = {},
): Promise<WebhookReceiver> {
  const received: ReceivedMessage[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      answer(response, received.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, address, resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const bound = (server.address() as AddressInfo).port;
  return { port: bound, url: `http://${address}:${String(bound)}/hook`, received };
}

/** Whether a message carries a signature of a secret, computed as the specification of Standard Webhooks says. */
export function isSignedWith(secret: string, { headers, body }: ReceivedMessage): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const content = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const expected = `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(expected);
}
