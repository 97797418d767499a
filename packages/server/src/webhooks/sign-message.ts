import { Webhook } from 'standardwebhooks';

/** A message as it goes out at one try. */
export interface OutgoingMessage {
  readonly id: string;
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Makes the headers by which a receiver knows who sends and when, one signature for each secret. */
export function signMessage({ id, body, at }: OutgoingMessage, secrets: readonly string[]): Record<string, string> {
  const moment = new Date(at);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, moment, body)).join(' '),
  };
}
