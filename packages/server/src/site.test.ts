import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createApp } from './app.ts';
import { openDatabase } from './storage/open-database.ts';
import { loadAssets } from './static/load-assets.ts';
import { realEngine } from './test-support/real-engine.ts';

const engine = realEngine();
const site = loadAssets(fileURLToPath(new URL('../site', import.meta.url)), '');
const app = createApp({ engine, site, database: await openDatabase(':memory:') });
const pages = site.filter((asset) => asset.type.startsWith('text/html')).map((asset) => asset.path);
const read = async (path: string): Promise<string> => (await app.request(path)).text();
const all = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map((match) => match[1] ?? '');
const hall = engine.knowledge.region.halls[0];

test('the site has the pages it should', () => {
  expect([...pages].sort()).toEqual(['/', '/404', '/desk', '/offline']);
});

describe.each(pages)('the page at %s', (path) => {
  test('says its language, has one heading of the first rank and a way past the masthead', async () => {
    const html = await read(path);
    expect(html).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    expect(all(html, /(<h1)/g)).toHaveLength(1);
    const [skip = ''] = all(html, /class="skip" href="#([^"]+)"/g);
    expect(html).toContain(`id="${skip}" tabindex="-1"`);
  });

  test('holds no script or style of its own, so that the policy of the server lets all of it run', async () => {
    const html = await read(path);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)|javascript:/);
    expect(all(html, /(?:src|href)="(?:https?:)?\/\/([^"]+)/g)).toEqual([]);
  });

  test('links to nothing that is not there', async () => {
    const html = await read(path);
    const linked = all(html, /(?:href|src|api|knowledge)="(\/[^"]*)"/g).map((link) => link.split(/[?#]/)[0] ?? '');
    const served = linked.filter((link) => !link.startsWith('/widget/') && link !== '/api');
    const statuses = await Promise.all(served.map(async (link) => [link, (await app.request(link)).status]));
    expect(statuses.filter(([, status]) => status !== 200)).toEqual([]);
    const anchors = all(html, /href="#([^"]+)"/g).filter((id) => !html.includes(`id="${id}"`));
    expect(anchors).toEqual([]);
  });

  test('says plainly that the city is not a real one', async () => {
    const html = await read(path);
    expect(html).toContain('示例市是虚构的，这里的地址、电话和时间都不是真的。');
    expect(html).toMatch(/<title>[^<]+（演示）<\/title>/);
  });

  test('gives the telephone number of the region', async () => {
    const { hotline } = engine.knowledge.region;
    expect(await read(path)).toContain(`href="tel:${hotline.replace('-', '')}">${hotline}</a>`);
  });
});

describe('the page of the guide', () => {
  test('shows a telephone number in place of a guide that cannot come', async () => {
    const inside = /<onetrip-guide api="\/api">(.*?)<\/onetrip-guide>/s.exec(await read('/'))?.[1];
    expect(inside).toContain(engine.knowledge.region.hotline);
  });

  test('offers only items that the knowledge has and that can still be done', async () => {
    const offered = all(await read('/'), /href="\/\?item=([^"#]+)#guide"/g);
    const active = engine.knowledge.items.filter((item) => item.status === 'active').map((item) => item.id);
    expect(offered.length).toBeGreaterThan(4);
    expect(offered.filter((item) => !active.includes(item))).toEqual([]);
  });

  test('says of the hall what the notices say of it', async () => {
    const html = await read('/');
    expect(html).toContain(`<strong>${hall?.name ?? 'no hall'}</strong>`);
    expect(html).toContain(`<dd>${hall?.address ?? 'no address'}</dd>`);
    expect(html).toContain(hall?.phone ?? 'no telephone');
    expect(html).toContain(hall?.access.join('、') ?? 'no access');
    for (const { name, floor } of hall?.windows ?? []) {
      const line = new RegExp(`<dd>${String(floor)} 楼　[^<]*${name.replace('窗口', '')}`);
      expect(html, name).toMatch(line);
    }
    const spans = hall?.hours.weekly.map(({ from, to }) => `${from}–${to}`.replace(/^0/, '')) ?? [];
    expect(all(html, /<span class="whole">([^<]+)<\/span>/g).slice(-2)).toEqual(spans);
  });
});
