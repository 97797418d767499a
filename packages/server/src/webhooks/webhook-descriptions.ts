import type { Bilingual, WebhookDescription } from '../operation/openapi/route-description.ts';
import type { LedgerEvent } from './ledger-news.ts';
import { LEDGER_EVENTS, ledgerNewsSchema } from './ledger-news.ts';

const group = { zh: '告诉别的系统', en: 'Webhooks' };

const SAYS: Readonly<Record<LedgerEvent, Bilingual>> = {
  'ledger.opened': { zh: '问题清单里开了一条。', en: 'An entry of the ledger was opened.' },
  'ledger.changed': { zh: '一条问题走了一步。', en: 'An entry took a step.' },
  'ledger.resolved': { zh: '一条问题整改了。', en: 'An entry was resolved.' },
  'ledger.rejected': { zh: '一条问题没有采纳。', en: 'An entry was rejected.' },
};

/** Of Standard Webhooks: https://www.standardwebhooks.com. */
const headers = {
  'webhook-id': {
    zh: '消息的编号；同一条消息再送一次，编号不变。',
    en: 'Id of the message; the same when it is sent again.',
  },
  'webhook-timestamp': { zh: '这一次送出的时刻，1970 年以来的秒数。', en: 'When it was sent, in seconds since 1970.' },
  'webhook-signature': {
    zh: '用 WEBHOOK_SECRET 签的名，v1 加逗号加 base64；有几把密钥就有几个，用空格分开。',
    en: 'Signature made with WEBHOOK_SECRET: v1, a comma, base64; one for each secret, parted by blanks.',
  },
};

/** What the address in WEBHOOK_URL is told. */
export const webhookDescriptions: readonly WebhookDescription[] = LEDGER_EVENTS.map((name) => ({
  ...{ name, group, headers, says: SAYS[name], body: ledgerNewsSchema(name) },
}));
