import { describe, expect, test } from 'vitest';
import { holdForms } from '../../test-support/hold-forms.ts';
import { ledgerApp } from '../../test-support/ledger-app.ts';
import type { LedgerApp } from '../../test-support/ledger-app.ts';

const JSON_TYPE = { 'Content-Type': 'application/json' };
const NOBODY = 'A'.repeat(22);

describe('a rating over HTTP', () => {
  test('is taken once; the second try learns what was said and when', async () => {
    const site = await ledgerApp();
    const path = `/api/notices/${(await site.receipt()).secret}/rating`;
    const first = await post(site, path, { level: 1, reasons: ['slow'], words: '等太久，13812345678' });
    expect(first.status).toBe(201);
    const told = (await first.json()) as { rating: object; say: string };
    expect(told).toMatchObject({
      rating: { level: 1, label: '非常不满意', reasons: [{ code: 'slow', label: '办得慢' }] },
      due: '2026-12-11',
    });
    expect(told.say).toContain('2026年12月11日前');
    const second = await post(site, path, { level: 5 });
    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({ code: 'already-rated', rated: told.rating });
    expect(JSON.stringify(told)).not.toContain('13812345678');
  });

  test('sent by many at once is taken from exactly one', async () => {
    const site = await ledgerApp();
    const path = `/api/notices/${(await site.receipt()).secret}/rating`;
    const tries = await Promise.all(Array.from({ length: 12 }, () => post(site, path, { level: 4 })));
    expect(tries.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(11).fill(409)]);
  });

  test.each(['rating', 'surprise', 'complaint'])('%s for a link that leads nowhere is refused', async (what) => {
    const site = await ledgerApp();
    const body = what === 'rating' ? { level: 5 } : { words: '照片' };
    const refused = await post(site, `/api/notices/${NOBODY}/${what}`, body);
    expect(refused.status).toBe(404);
    expect(await refused.json()).toMatchObject({ code: 'unknown-receipt' });
  });
});

describe('a surprise over HTTP', () => {
  test('is answered with what happens next and by when, and can be looked up again', async () => {
    const site = await ledgerApp();
    const { secret } = await site.receipt();
    const first = await post(site, `/api/notices/${secret}/surprise`, { words: '居住证', window: 'household' });
    expect(first.status).toBe(201);
    const told = (await first.json()) as { say: string };
    expect(told).toMatchObject({ kind: 'surprise', state: 'open', due: '2026-12-11' });
    expect(told.say).toContain('2026年12月11日前核实');
    expect(told).not.toHaveProperty('consultation');
    expect((await post(site, `/api/notices/${secret}/surprise`, { words: '居住证' })).status).toBe(200);
    const kept = await site.app.request(`/api/notices/${secret}/feedback`);
    expect(await kept.json()).toMatchObject({ reports: [{ kind: 'surprise', words: '居住证' }] });
  });
});

describe('the forms below a notice', () => {
  test('take a rating without script, lead to a page that says so, and are gone then', async () => {
    const site = await ledgerApp();
    const path = `/n/${(await site.receipt()).secret}`;
    expect(await page(site, `${path}/feedback`)).toContain(`action="${path}/rating"`);
    const sent = await form(site, `${path}/rating`, 'level=5&reason=quick&reason=kind&words=');
    expect(sent.status).toBe(303);
    expect(sent.headers.get('Location')).toBe(`${path}/feedback?done=rating`);
    const after = await page(site, `${path}/feedback?done=rating`);
    expect(after).toContain('评价已记下，谢谢您。');
    expect(after).toContain('您在2026年11月22日评的是：非常满意');
    expect(after).not.toContain(`action="${path}/rating"`);
    expect((await site.database.reader.selectFrom('ratings').selectAll().execute())[0]?.reasons).toBe(
      '["quick","kind"]',
    );
  });

  test('come back with what was typed when something is missing', async () => {
    const site = await ledgerApp();
    const path = `/n/${(await site.receipt()).secret}`;
    const sent = await form(site, `${path}/rating`, 'reason=slow&words=%3Cb%3E%E6%85%A2%3C%2Fb%3E');
    expect(sent.status).toBe(422);
    const text = await sent.text();
    expect(text).toContain('请选一个满意程度');
    expect(text).toContain('&lt;b&gt;慢&lt;/b&gt;</textarea>');
    expect(text).toMatch(/value="slow"\s+checked/);
    expect(text).not.toContain('<b>慢');
  });

  test('take a surprise and a complaint, and show where they stand and how they ended', async () => {
    const site = await ledgerApp();
    const visit = await site.receipt();
    const path = `/n/${visit.secret}`;
    const place = encodeURIComponent('demo-hall household');
    expect((await form(site, `${path}/surprise`, `material=&words=居住证&why=&place=${place}`)).status).toBe(303);
    expect((await form(site, `${path}/complaint`, 'words=没人')).status).toBe(303);
    const { database } = site;
    const [surprise] = await database.reader.selectFrom('ledger').selectAll().where('kind', '=', 'surprise').execute();
    expect(surprise).toMatchObject({ hall: 'demo-hall', words: '居住证' });
    const settled = { state: 'resolved', closed: 2, resolution: '单子已经补上' } as const;
    await database.append(
      database.reader
        .updateTable('ledger')
        .set(settled)
        .where('id', '=', surprise?.id ?? '')
        .compile(),
    );
    const text = await page(site, `${path}/feedback?done=complaint`);
    expect(text).toContain('窗口另要：居住证');
    expect(text).toContain('已整改');
    expect(text).toContain('单子已经补上');
    expect(text).toContain('待办，2026年12月11日前办结');
    expect(text).not.toContain('<script');
  });

  test('are cached nowhere and lead no other site to the link', async () => {
    const site = await ledgerApp();
    const answer = await site.app.request(`/n/${(await site.receipt()).secret}/feedback`);
    expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
    expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer');
  });
});

test('a complaint about a conversation is taken by its id', async () => {
  const site = await ledgerApp();
  const refused = await post(site, '/api/consultations/none/complaint', { words: '没人' });
  expect(await refused.json()).toMatchObject({ code: 'unknown-consultation' });
});

function post({ app }: LedgerApp, path: string, body: object): Promise<Response> {
  return Promise.resolve(app.request(path, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) }));
}

async function form({ app }: LedgerApp, path: string, body: string): Promise<Response> {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const init = { method: 'POST', headers, body };
  const response = await app.request(path, init);
  await holdForms(path, init, response);
  return response;
}

async function page({ app }: LedgerApp, path: string): Promise<string> {
  const answer = await app.request(path);
  expect(answer.status).toBe(200);
  await holdForms(path, {}, answer);
  return answer.text();
}
