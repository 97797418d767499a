import { describe, expect, test } from 'vitest';
import type { DescribedItem } from '../describe-item.ts';
import { realEngine } from '../test-support/real-engine.ts';
import { testApi } from '../test-support/test-api.ts';

const ITEM = 'resident-id-card';

interface ItemList {
  readonly items: readonly { readonly item: string; readonly title: string }[];
}

describe('the list of items', () => {
  test('holds every item when nothing is asked for', async () => {
    const engine = realEngine();
    const listed = await testApi({ engine }).request('/api/items');
    const { items } = listed.json as unknown as ItemList;
    expect(items.map(({ item }) => item).sort()).toEqual(engine.knowledge.items.map(({ id }) => id).sort());
  });

  test('finds an item by words and gives no more than asked for', async () => {
    const found = await testApi().request(`/api/items?q=${encodeURIComponent('身份证')}&limit=1`);
    expect(found.json).toMatchObject({ items: [{ item: ITEM }] });
  });

  test.each(['limit=0', 'limit=101', 'limit=x', 'limit=1e1', 'sort=title', `q=${'x'.repeat(201)}`])(
    'refuses ?%s and says which part',
    async (query) => {
      const refused = await testApi().request(`/api/items?${query}`);
      expect(refused).toMatchObject({ status: 422, json: { code: 'invalid-query' } });
      expect(refused.json.errors.map(({ path }) => path)).toEqual([query.split('=')[0]]);
    },
  );
});

describe('one item', () => {
  test('comes with every question, material and source it names', async () => {
    const found = await testApi().request(`/api/items/${ITEM}`);
    expect(found.status).toBe(200);
    const { item, questions, materials, sources, authority } = found.json as unknown as DescribedItem;
    expect(item.id).toBe(ITEM);
    expect(questions.map(({ id }) => id)).toEqual(item.questions);
    expect(authority?.id).toBe(item.authority);
    const uses = item.obligations.flatMap((obligation) => (obligation.kind === 'material' ? obligation.anyOf : []));
    expect(new Set(materials.map(({ id }) => id))).toEqual(new Set(uses.map(({ material }) => material)));
    const cited = new Set(item.obligations.flatMap((obligation) => obligation.sources));
    expect(new Set(sources.map(({ id }) => id))).toEqual(cited);
  });

  test('shows citizens no source but law and official pages', async () => {
    const { items } = realEngine().knowledge;
    const shown = await Promise.all(items.map(({ id }) => testApi().request(`/api/items/${id}`)));
    const grades = shown.flatMap(({ json }) => (json as unknown as DescribedItem).sources.map(({ grade }) => grade));
    expect(grades.filter((grade) => grade !== 'law' && grade !== 'official')).toEqual([]);
  });

  test.each(['nothing', '__proto__', 'constructor', '0'])('is unknown under %s', async (id) => {
    const missing = await testApi().request(`/api/items/${id}`);
    expect(missing).toMatchObject({ status: 404, json: { code: 'unknown-item' } });
  });
});

test('health names the knowledge that is spoken from', async () => {
  const { version, date } = realEngine().knowledge;
  expect((await testApi().request('/healthz')).json).toEqual({ ok: true, knowledge: { version, date } });
});
