import { describe, expect, test } from 'vitest';
import type { Notice } from '@onetrip/engine';
import { realEngine } from '../test-support/real-engine.ts';
import { temporaryDatabase } from '../test-support/temporary-database.ts';
import { canonicalJson, hashOfJson } from './canonical-json.ts';
import { isReceiptNumber } from './receipt-number.ts';
import { hashReceiptToken } from './receipt-token.ts';
import { Receipts } from './receipts.ts';
import type { GivenNotice } from './receipts.ts';

function given(notice: Notice): GivenNotice {
  const rest = { region: notice.region.id, knowledge: notice.knowledge.version, engine: '0.1.0', at: 1 };
  return { consultation: 'c1', seq: 2, notice, ...rest };
}

function aNotice(item = 'resident-id-card'): Notice {
  const engine = realEngine();
  return engine.writeNotice(engine.begin({ today: '2026-11-22', items: [item] }).consultation);
}

describe('a receipt before it is kept', () => {
  test('is kept by its statement as canonical JSON with its hash, and the token only as a hash', async () => {
    const database = await temporaryDatabase();
    const prepared = new Receipts({ database }).prepare(given(aNotice()));
    const { number, token, notice, statement } = prepared;
    expect(await database.append(statement ?? { sql: '', parameters: [] })).toBe(1);
    const rows = await database.reader.selectFrom('receipts').selectAll().execute();
    const text = canonicalJson(notice);
    expect(rows).toEqual([
      {
        ...{ number, token: hashReceiptToken(token), consultation: 'c1', seq: 2, region: notice.region.id },
        ...{ knowledge: notice.knowledge.version, engine: '0.1.0', day: '2026-11-22', issued: 1 },
        ...{ notice: text, hash: hashOfJson(text) },
      },
    ]);
    expect(JSON.parse(text)).toMatchObject({ number });
    expect(isReceiptNumber(number)).toBe(true);
    expect(token).toMatch(/^[\w-]{22}$/);
  });

  test('keeps its number and link while the notice stays the same, and gets new ones when it changes', async () => {
    const receipts = new Receipts({ database: await temporaryDatabase() });
    const first = receipts.prepare(given(aNotice()));
    const again = receipts.prepare({ ...given(aNotice()), seq: 5, at: 9 }, first);
    const { statement: _written, ...same } = first;
    expect(again).toEqual(same);
    const other = receipts.prepare(given({ ...aNotice(), today: '2026-11-23' }), first);
    expect(other.statement).toBeDefined();
    expect(other.number).not.toBe(first.number);
    expect(other.token).not.toBe(first.token);
  });
});
