import { fileURLToPath } from 'node:url';
import type { Engine, Input, Notice, Reply } from '@onetrip/engine';
import { createApp, loadAssets, openDatabase } from '@onetrip/server';
import type { Locator, Page } from 'playwright-core';
import { listen } from './listen.ts';
import { openBrowser } from './open-browser.ts';
import type { Player } from './player.ts';

const site = fileURLToPath(new URL('../../packages/server/site', import.meta.url));
const widget = fileURLToPath(new URL('../../packages/widget/dist', import.meta.url));

const shots = new URL('../shots/', import.meta.url);

/** What the page script of the player keeps: the notices that the guide told its page of. */
declare global {
  interface Window {
    readonly toldNotices: Notice[];
  }
}

/**
 * Plays on the demo hall's page in a real browser: reads, types and taps as a person does.
 *
 * On `/` the engine runs on the server, on `/offline` in the page. The last picture of each conversation goes to
 * test/shots, wide and narrow, for people to look at.
 */
export async function widgetPlayer(engine: Engine, path: '/' | '/offline'): Promise<Player> {
  let today = '';
  const assets = [...loadAssets(site, ''), ...loadAssets(widget, '/widget')];
  const clock = { now: () => Date.parse(`${today}T04:00:00Z`) };
  const server = await listen(createApp({ engine, database: await openDatabase(':memory:'), site: assets, clock }));
  const browser = await openBrowser();
  return {
    name: `page ${path}`,
    async open({ today: day, file }) {
      today = day;
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' });
      // What a person sees comes at once; a page that shows nothing by then never will.
      page.setDefaultTimeout(20_000);
      await page.clock.setFixedTime(`${day}T04:00:00Z`);
      await page.addInitScript(keepNotices);
      await page.goto(`${server.address}${path}`);
      await page.getByRole('textbox').waitFor();
      let notice: Notice | undefined;
      return {
        async take({ input, before, after }) {
          const told = await countNotices(page);
          try {
            await act(page, engine, { input, before, notice });
            await seeReply(page, after, told);
          } catch (cause) {
            await takeShots(page, `failed-${file}`);
            throw cause;
          }
          if (after.kind === 'notice') notice = after.notice;
        },
        async ending() {
          const notice = await page.evaluate(() => window.toldNotices.at(-1));
          return notice === undefined ? {} : { notice };
        },
        async close() {
          await takeShots(page, `${file.replace(/\.yaml$/u, '')}${path.replace('/', '-').replace(/-$/u, '')}`);
          await page.close();
        },
      };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

async function takeShots(page: Page, name: string): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: fileURLToPath(new URL(`${name}-${String(width)}.png`, shots)), fullPage: true });
  }
}

/** Runs in the page, before anything else. */
function keepNotices(): void {
  const told: Notice[] = [];
  Object.defineProperty(window, 'toldNotices', { value: told });
  addEventListener('onetrip-complete', (event) => {
    told.push((event as CustomEvent<{ notice: Notice }>).detail.notice);
  });
}

function countNotices(page: Page): Promise<number> {
  return page.evaluate(() => window.toldNotices.length);
}

/** One step, and what the person has in front of them: the last reply, and the notice that stays once it is there. */
interface Act {
  readonly input: Input;
  readonly before: Reply;
  readonly notice: Notice | undefined;
}

async function act(page: Page, engine: Engine, { input, before, notice }: Act): Promise<void> {
  const tap = (name: string, within: Page | Locator = page) =>
    within.getByRole('button', { name, exact: true }).first().click();
  switch (input.kind) {
    case 'say':
      return say(page, input.text);
    case 'aspect':
      return say(page, aspectWords[input.aspect]);
    case 'have':
      return tap(`您说没有这样。其实有：${materialName(engine, input.material)}`);
    case 'answer':
      return tap(labelOf(before, input.value), questionOnPage(page, before));
    case 'unsure':
      return tap('不清楚', questionOnPage(page, before));
    case 'choose':
      return input.items.length === 1
        ? tap(titleOf(engine, input.items[0] ?? ''))
        : say(page, input.items.map((item) => titleOf(engine, item)).join('，还有'));
    case 'change':
      return tap(`改：${before.answered.find((answer) => answer.question === input.question)?.name ?? ''}`);
    case 'lack':
      return tap(`我没有这样材料：${materialName(engine, input.material)}`);
    case 'add':
      return tap(`加上这件事：${suggestionOf(notice, input.item)}`);
    case 'remove':
      return tap(`${before.trip.length === 1 ? '不是这个？' : '去掉：'}${titleOf(engine, input.item)}`);
    case 'why':
      return tap('为什么问这个');
    case 'ask-for-clerk':
      return tap('转人工');
    case 'restart':
      return tap('重新开始');
    case 'back':
      return say(page, '返回');
    case 'repeat':
      return say(page, '再说一遍');
  }
}

const aspectWords = {
  materials: '要带什么',
  fee: '多少钱',
  time: '要多久',
  place: '在哪办',
  hours: '几点开门',
  proxy: '能代办吗',
  online: '能网上办吗',
  eligibility: '什么条件',
} as const;

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: /说说您要办什么事|也可以打字回答/u }).fill(text);
  await page.getByRole('button', { name: '发送' }).click();
}

function questionOnPage(page: Page, before: Reply): Locator {
  const question = 'question' in before ? before.question : undefined;
  return page.getByRole('region', { name: question?.text ?? '' });
}

/** Waits until the page shows what the engine answered; a page that never does fails by its time limit. */
async function seeReply(page: Page, reply: Reply, toldBefore: number): Promise<void> {
  if (reply.kind === 'notice') {
    await page.waitForFunction((told) => window.toldNotices.length > told, toldBefore);
    return;
  }
  if (reply.kind === 'ask') {
    const region = page.getByRole('region', { name: reply.question.text });
    await region.waitFor();
    for (const { label } of reply.question.options)
      await region.getByRole('button', { name: label, exact: true }).waitFor();
  }
  if (reply.kind === 'choose') {
    for (const { title } of reply.candidates)
      await page.getByRole('button', { name: title, exact: true }).first().waitFor();
  }
  if (reply.kind === 'handoff' || reply.kind === 'not-found') await page.getByText(reply.phone).first().waitFor();
  if (reply.kind === 'problem' || reply.kind === 'fact') {
    for (const sentence of reply.say) await page.getByText(sentence).first().waitFor();
  }
}

function labelOf(before: Reply, value: string | number): string {
  const question = 'question' in before ? before.question : undefined;
  const option = question?.options.find((offered) => offered.value === value);
  if (option === undefined) throw new Error(`“${String(value)}” is not offered`);
  return option.label;
}

/** The line of the notice beside which the item can be added. */
function suggestionOf(notice: Notice | undefined, item: string): string {
  return [...(notice?.first ?? []), ...(notice?.suggestions ?? [])].find((line) => line.addItem === item)?.text ?? '';
}

function titleOf(engine: Engine, item: string): string {
  return engine.knowledge.items.find(({ id }) => id === item)?.title ?? item;
}

function materialName(engine: Engine, material: string): string {
  return engine.knowledge.materials.find(({ id }) => id === material)?.name ?? material;
}
