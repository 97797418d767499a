import { fileURLToPath } from 'node:url';
import { createApp, createAsset, loadAssets, openDatabase } from '@onetrip/server';
import { Hono } from 'hono';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoEngine } from './support/demo-engine.ts';
import { listen } from './support/listen.ts';
import { openBrowser } from './support/open-browser.ts';

const site = fileURLToPath(new URL('../packages/server/site', import.meta.url));
const widget = fileURLToPath(new URL('../packages/widget/dist', import.meta.url));

type Listening = Awaited<ReturnType<typeof listen>>;
let [browser, guide, named, stranger]: [Browser?, Listening?, Listening?, Listening?] = [];

beforeAll(async () => {
  browser = await openBrowser();
  named = await listen(framingSite());
  stranger = await listen(framingSite());
  const probe = createAsset(
    '/probe.js',
    'probe.js',
    new TextEncoder().encode("document.body.innerHTML = '<b>text</b>';"),
  );
  const page = new TextEncoder().encode('<!doctype html><script src="/probe.js" defer></script><body onload="x()">');
  guide = await listen(
    createApp({
      engine: demoEngine(),
      database: await openDatabase(':memory:'),
      site: [
        ...loadAssets(site, ''),
        ...loadAssets(widget, '/widget'),
        probe,
        createAsset('/probe', 'probe.html', page),
      ],
      origins: [named.address],
    }),
  );
});

afterAll(async () => {
  await browser?.close();
  for (const server of [guide, named, stranger]) await server?.close();
});

/** A site that shows whatever it is asked to show in a frame. */
function framingSite(): Hono {
  const app = new Hono();
  app.get('/', (c) => c.html(`<!doctype html><iframe src="${c.req.query('of') ?? ''}" width="800"></iframe>`));
  return app;
}

/** A page with the list of what the policy has stopped on it. */
async function watched(path: string): Promise<{ readonly page: Page; stopped(): Promise<readonly string[]> }> {
  const page = (await browser?.newPage({ locale: 'zh-CN' })) as Page;
  await page.addInitScript(() => {
    const stopped: string[] = [];
    Object.defineProperty(window, 'stopped', { value: stopped });
    document.addEventListener('securitypolicyviolation', (event) => {
      stopped.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  await page.goto(`${guide?.address ?? ''}${path}`);
  return { page, stopped: () => page.evaluate(() => (window as unknown as { stopped: string[] }).stopped) };
}

describe('the policy of the pages', () => {
  test.each(['/', '/desk', '/offline', '/nowhere', '/sign-in'])('stops nothing that %s does', async (path) => {
    const { page, stopped } = await watched(path);
    await page.waitForLoadState('networkidle');
    expect(await stopped()).toEqual([]);
    await page.close();
  });

  test.each(['/', '/offline'])('stops nothing in a conversation on %s', async (path) => {
    const { page, stopped } = await watched(path);
    await page.getByRole('textbox').first().fill('身份证丢了');
    await page.getByRole('textbox').first().press('Enter');
    await page.getByRole('button', { name: '不清楚', exact: true }).first().click();
    await page.waitForLoadState('networkidle');
    expect(await stopped()).toEqual([]);
    await page.close();
  });

  test('stops script that stands in the page, and text that becomes markup', async () => {
    const { page, stopped } = await watched('/probe');
    await page.waitForLoadState('networkidle');
    const directives = (await stopped()).map((line) => line.split(' ')[0]);
    expect(directives).toEqual(expect.arrayContaining(['script-src-attr', 'require-trusted-types-for']));
    await page.close();
  });
});

describe('a frame', () => {
  const shownIn = async (framing: Listening | undefined, path: string): Promise<boolean> => {
    const page = (await browser?.newPage()) as Page;
    await page.goto(`${framing?.address ?? ''}/?of=${encodeURIComponent(`${guide?.address ?? ''}${path}`)}`);
    await page.waitForLoadState('networkidle');
    const inside = page.frames()[1];
    const shown = (await inside?.locator('main').count()) === 1;
    await page.close();
    return shown;
  };

  test('on a named site shows the guide, on another one nothing', async () => {
    expect(await shownIn(named, '/')).toBe(true);
    expect(await shownIn(stranger, '/')).toBe(false);
  });

  test.each(['/desk', '/sign-in'])('shows %s nowhere', async (path) => {
    expect(await shownIn(named, path)).toBe(false);
  });
});

describe('a message that another window posts', () => {
  const shouts = [
    { type: 'say', text: '护照丢了' },
    { kind: 'choose', items: ['passport'] },
    { type: 'onetrip-restart' },
    'eval:document.body.remove()',
    '{"kind":"say","text":"护照丢了"}',
  ];

  test.each(['/', '/offline'])('changes nothing on %s, not even from a site that may frame it', async (path) => {
    const page = (await browser?.newPage({ locale: 'zh-CN' })) as Page;
    await page.addInitScript(() => {
      const heard: string[] = [];
      Object.defineProperty(window, 'heard', { value: heard });
      window.addEventListener('message', ({ origin }) => heard.push(origin));
    });
    await page.goto(`${named?.address ?? ''}/?of=${encodeURIComponent(`${guide?.address ?? ''}${path}`)}`);
    await page.waitForLoadState('networkidle');
    const inside = page.frames()[1];
    if (!inside) throw new Error('There is no frame.');
    const shown = () => inside.locator('onetrip-guide').evaluate((element) => element.shadowRoot?.innerHTML);
    const before = await shown();
    expect(before).not.toBe('');
    await page.evaluate((sent) => {
      for (const shout of sent) window.frames[0]?.postMessage(shout, '*');
    }, shouts);
    await inside.waitForFunction(
      (count) => (window as unknown as { heard: string[] }).heard.length === count,
      shouts.length,
    );
    await page.waitForLoadState('networkidle');
    expect(await shown()).toBe(before);
    await page.close();
  });
});

test.each(['/', '/offline'])('a browser keeps nothing of a number that somebody typed on %s', async (path) => {
  const context = await browser?.newContext({ locale: 'zh-CN' });
  const page = (await context?.newPage()) as Page;
  await page.goto(`${guide?.address ?? ''}${path}`);
  const said = '身份证丢了，11010519491231002X，电话13800138000';
  await page.getByRole('textbox').first().fill(said);
  await page.getByRole('textbox').first().press('Enter');
  await page.getByText(said).first().waitFor();
  await page.getByRole('button', { name: '不清楚', exact: true }).first().click();
  await page.waitForLoadState('networkidle');
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const cached = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    );
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const { state } = history as { readonly state: unknown };
    return JSON.stringify({
      stored: [{ ...localStorage }, { ...sessionStorage }],
      ...{ cached, databases, state, address: location.href, cookie: document.cookie, window: window.name },
    });
  });
  const { stored, ...others } = JSON.parse(kept) as { readonly stored: unknown };
  expect(stored).toEqual([{}, {}]);
  expect(others).toMatchObject({ cookie: '', databases: [], cached: [] });
  expect(kept).not.toMatch(/11010519491231002X|13800138000/);
  await context?.close();
});

test('no page and no answer for citizens sets a cookie', async () => {
  const address = guide?.address ?? '';
  const post = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' };
  const paths = ['/', '/offline', '/nowhere', '/api/items', '/knowledge.json', '/healthz', '/n/AAAAAAAAAAAAAAAAAAAAAA'];
  const answers = await Promise.all([
    ...paths.map((path) => fetch(address + path)),
    fetch(`${address}/api/consultations`, post),
  ]);
  expect(answers.map(({ headers }) => headers.getSetCookie())).toEqual(answers.map(() => []));
});
