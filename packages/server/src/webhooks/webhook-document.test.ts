import { expect, test } from 'vitest';
import { apiDescriptions } from '../operation/openapi/api-descriptions.ts';
import { openApiDocument } from '../operation/openapi/openapi-document.ts';
import { oneEngine } from '../knowledge/engines.ts';
import { DocumentWitness } from '../test-support/document-witness.ts';
import { realEngine } from '../test-support/real-engine.ts';
import { temporaryDatabase } from '../test-support/temporary-database.ts';
import { testClock } from '../test-support/test-clock.ts';
import { watchedServer } from '../test-support/watched-server.ts';
import { webhookReceiver } from '../test-support/webhook-receiver.ts';
import { LEDGER_EVENTS } from './ledger-news.ts';
import { WebhookDelivery } from './webhook-delivery.ts';
import { webhookDescriptions } from './webhook-descriptions.ts';

const SECRET = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;
const document = openApiDocument(
  { routes: apiDescriptions('demo-city'), webhooks: webhookDescriptions },
  { version: '0.1.0' },
);

test('every message that really reaches a receiver is as the document describes it, headers included', async () => {
  const witness = new DocumentWitness(document);
  const [database, clock, receiver] = [await temporaryDatabase(), testClock(), await webhookReceiver()];
  const server = watchedServer({ witness, database, clock, engine: oneEngine(realEngine()) });
  const by = await server.person();
  for (const end of ['resolved', 'rejected']) {
    const json = { kind: 'complaint', words: `排队太久，${end}` };
    const kept = (await (await server.ask({ path: '/api/ledger', json, by })).json()) as Kept;
    const path = `/api/ledger/entries/${kept.entry.id}/changes`;
    await server.ask({ path, json: { seq: 1, state: 'working' }, by });
    await server.ask({ path, json: { seq: 2, state: end, resolution: '看过了' }, by });
  }
  const delivery = new WebhookDelivery({
    ...{ database, clock, secrets: [SECRET], receiver: { url: receiver.url, allowed: ['127.0.0.0/8'] } },
    failed: ({ came }) => {
      throw new Error(came.code);
    },
  });
  expect(await delivery.deliverSome()).toBe(6);
  const names = new Set<string>();
  for (const { headers, body } of receiver.received) {
    const { type } = JSON.parse(body) as { readonly type: string };
    names.add(type);
    witness.holdWebhook(type, body);
    expect(described(type).filter((name) => headers[name] === undefined)).toEqual([]);
    expect(headers['content-type']).toBe('application/json');
  }
  expect(witness.mismatches).toEqual([]);
  expect([...names].sort()).toEqual([...LEDGER_EVENTS].sort());
});

test('a message that is not as described is found', () => {
  const witness = new DocumentWitness(document);
  const data = { id: 'x', seq: 0, kind: 'surprise', state: 'open', due: 'soon', item: null, region: 'demo-city' };
  witness.holdWebhook('ledger.opened', JSON.stringify({ type: 'ledger.changed', timestamp: 'now', data }));
  witness.holdWebhook('ledger.lost', '{}');
  expect(witness.mismatches.map((line) => line.replace(/ \(.*$/, ''))).toEqual([
    'webhook ledger.lost: not described',
    "webhook ledger.opened: /data must have required property 'hall'",
    'webhook ledger.opened: /data/due must match format "date"',
    'webhook ledger.opened: /data/seq must be >= 1',
    'webhook ledger.opened: /timestamp must match format "date-time"',
    'webhook ledger.opened: /type must be equal to constant',
  ]);
});

interface Kept {
  readonly entry: { readonly id: string };
}

/** Names of the headers that come along with a message. */
function described(name: string): readonly string[] {
  const { post } = document.webhooks[name] as { readonly post: { readonly parameters: readonly { name: string }[] } };
  return post.parameters.map((parameter) => parameter.name);
}
