import { describe, expect, test } from 'vitest';
import { ledgerApp } from '../../test-support/ledger-app.ts';
import type { LedgerApp } from '../../test-support/ledger-app.ts';

describe('the ledger over HTTP', () => {
  test('is for signed-in people only', async () => {
    const { app } = await ledgerApp();
    for (const path of [
      '/api/ledger',
      '/api/ledger/groups',
      '/api/ledger/entries/x',
      '/api/ledger/export',
      '/api/ratings/export',
    ]) {
      const refused = await app.request(path);
      expect([path, refused.status]).toEqual([path, 401]);
    }
    expect((await app.request('/ledger', { headers: { Accept: 'text/html' } })).status).toBe(303);
  });

  test('lists, shows one and takes it to its end', async () => {
    const site = await ledgerApp();
    const { id } = await surprise(site);
    const editor = await site.staffer('editor');
    const list = (await (await editor.get('/api/ledger?kind=surprise')).json()) as { entries: { id: string }[] };
    expect(list.entries).toMatchObject([{ id, alike: 1, words: '居住证' }]);
    const taken = await editor.postJson(`/api/ledger/entries/${id}/changes`, { seq: 1, state: 'working' });
    expect(await taken.json()).toMatchObject({ seq: 2, entry: { state: 'working', owner: editor.account.id } });
    const illegal = await editor.postJson(`/api/ledger/entries/${id}/changes`, { seq: 2, state: 'open' });
    expect(illegal.status).toBe(409);
    expect(await illegal.json()).toMatchObject({ code: 'illegal-transition', state: 'working' });
    const end = { seq: 2, state: 'rejected', resolution: '窗口记错了' };
    expect((await editor.postJson(`/api/ledger/entries/${id}/changes`, end)).status).toBe(200);
    expect((await editor.postJson(`/api/ledger/entries/${id}/changes`, end)).status).toBe(409);
    const one = (await (await editor.get(`/api/ledger/entries/${id}`)).json()) as { history: object[] };
    expect(one.history).toHaveLength(3);
    expect(JSON.stringify(one)).not.toContain('"consultation"');
  });

  test('lets clerks read and report, but not change', async () => {
    const site = await ledgerApp();
    const { id } = await surprise(site);
    const clerk = await site.staffer('clerk');
    const visit = await site.receipt('passport');
    const report = { kind: 'surprise', number: visit.number, words: '无犯罪证明' };
    const reported = await clerk.postJson('/api/ledger', report);
    expect(reported.status).toBe(201);
    expect(await reported.json()).toMatchObject({ entry: { receipt: visit.number, item: 'passport' } });
    expect((await clerk.postJson('/api/ledger', { kind: 'complaint', words: '排队太长' })).status).toBe(201);
    expect((await clerk.get(`/api/ledger/entries/${id}`)).status).toBe(200);
    expect((await clerk.postJson(`/api/ledger/entries/${id}/changes`, { seq: 1, note: '看看' })).status).toBe(403);
    expect((await clerk.postForm(`/ledger/${id}`, { seq: '1', note: '看看' })).status).toBe(403);
    expect((await clerk.get('/api/ledger/export')).status).toBe(403);
  });

  test('opens no notice of another region, and counts the guesses', async () => {
    const site = await ledgerApp();
    const visit = await site.receipt();
    const stranger = await site.staffer('clerk', { region: 'elsewhere' });
    const statuses = new Set<number>();
    for (let tried = 0; tried < 40; tried += 1) {
      const report = { kind: 'surprise', number: visit.number, words: '照片' };
      statuses.add((await stranger.postJson('/api/ledger', report)).status);
    }
    expect([...statuses]).toEqual([404, 429]);
    expect(await site.database.reader.selectFrom('ledger').selectAll().execute()).toEqual([]);
  });

  test('refuses a form from another page', async () => {
    const site = await ledgerApp();
    const { id } = await surprise(site);
    const editor = await site.staffer('editor');
    const refused = await editor.postForm(`/ledger/${id}`, { seq: '1', state: 'working' }, 'forged');
    expect(refused.status).toBe(403);
    expect(await (await editor.get(`/api/ledger/entries/${id}`)).json()).toMatchObject({ entry: { state: 'open' } });
  });

  test.each(['/api/ledger?limit=0', '/api/ledger?after=x', '/api/ledger/groups?state=gone'])(
    'refuses a query that makes no sense: %s',
    async (path) => {
      const refused = await (await (await ledgerApp()).staffer('editor')).get(path);
      expect(refused.status).toBe(422);
    },
  );
});

describe('the pages of the ledger', () => {
  test('show the same trouble once with its count, and lead to each', async () => {
    const site = await ledgerApp();
    await surprise(site);
    const { id } = await surprise(site);
    const editor = await site.staffer('editor');
    const list = await (await editor.get('/ledger?state=unsettled&kind=&item=')).text();
    expect(list).toContain('2 次');
    const address = /href="(\/ledger\?[^"]+)"/.exec(list)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const both = await (await editor.get(address)).text();
    expect(both.match(/href="\/ledger\/[\w-]{22}"/g)).toHaveLength(2);
    expect(both).toContain(`/ledger/${id}`);
  });

  test('take an entry up by a form and write down who did it', async () => {
    const site = await ledgerApp();
    const { id } = await surprise(site);
    const editor = await site.staffer('editor');
    const sent = await editor.postForm(`/ledger/${id}`, { seq: '1', state: 'working', note: '问过窗口', owner: '' });
    expect(sent.status).toBe(303);
    const after = await (await editor.get(`/ledger/${id}?done`)).text();
    expect(after).toContain('已经保存');
    expect(after).toContain('状态改为：在办');
    expect(after).toContain('说明：问过窗口');
    const refused = await editor.postForm(`/ledger/${id}`, { seq: '2', state: 'resolved', resolution: '' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('办结要写办理结果');
  });

  test('show what was written as text, never as markup', async () => {
    const site = await ledgerApp();
    const { id } = await surprise(site, '<img src=x onerror=alert(1)>照片');
    const editor = await site.staffer('editor');
    for (const path of ['/ledger', `/ledger/${id}`]) {
      const page = await (await editor.get(path)).text();
      expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;照片');
      expect(page).not.toContain('<img src=x');
    }
  });

  test('let a clerk write down a complaint, and send a broken one back', async () => {
    const site = await ledgerApp();
    const clerk = await site.staffer('clerk', { hall: 'demo-hall' });
    const sent = await clerk.postForm('/ledger', { kind: 'complaint', words: '叫号不准' });
    expect(sent.status).toBe(303);
    const entry = await (await clerk.get(sent.headers.get('Location') ?? '')).text();
    expect(entry).toContain('叫号不准');
    expect((await clerk.postForm('/ledger', { kind: 'complaint', words: '' })).status).toBe(422);
  });
});

async function surprise(site: LedgerApp, words = '居住证'): Promise<{ readonly id: string }> {
  const reported = await site.reports.surprise(await site.receipt('passport'), { words }, { by: 'citizen' });
  if ('code' in reported) throw new Error(reported.code);
  return reported.entry;
}
