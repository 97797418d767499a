import { fileURLToPath } from 'node:url';
import { createConversations, ServerCalls } from '@onetrip/bot';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBotAccount } from './support/bot-account.ts';
import { demoEngine } from './support/demo-engine.ts';
import { openBrowser } from './support/open-browser.ts';
import { CHANNEL_KEY, openHall } from './support/open-hall.ts';
import type { Hall } from './support/open-hall.ts';

const engine = demoEngine();
const shots = new URL('shots/', import.meta.url);
const PASSWORD = 'a-password-of-the-tests';

let hall: Hall;
let browser: Browser;

beforeAll(async () => {
  hall = await openHall(engine);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await hall.close();
});

/** Pictures for people to look at: wide, narrow, and in large print. */
async function look(page: Page, name: string, element: 'onetrip-guide' | 'onetrip-desk'): Promise<void> {
  for (const [width, elder] of [
    [1280, false],
    [320, false],
    [320, true],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.locator(element).evaluate((guide, large) => guide.toggleAttribute('elder', large), elder);
    const path = fileURLToPath(new URL(`handover-${name}-${String(width)}${elder ? '-elder' : ''}.png`, shots));
    await page.screenshot({ path, fullPage: true });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, `${name} at ${String(width)}`).toBeLessThanOrEqual(0);
    const cut = await page
      .locator('.code')
      .evaluateAll((codes) => codes.filter((code) => code.scrollWidth > code.clientWidth));
    expect(cut, `digits cut off in ${name} at ${String(width)}`).toEqual([]);
  }
  await page.locator(element).evaluate((guide) => guide.toggleAttribute('elder', false));
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** A page of somebody of their own, that complains about every error in it. */
async function newPerson(): Promise<{ readonly page: Page; readonly errors: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // A browser logs every 401; that nobody is signed in is no error.
    if (message.type() === 'error' && !message.text().includes('401')) errors.push(message.text());
  });
  return { page, errors };
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: /说说您要办什么事|也可以打字回答/u }).fill(text);
  await page.getByRole('button', { name: '发送' }).click();
}

/** The six digits, as they stand on the page. */
async function takeDigits(page: Page): Promise<string> {
  await page.getByRole('button', { name: '打电话或到微信接着办' }).click();
  const shown = page.locator('.code [aria-hidden]');
  await shown.waitFor();
  return (await shown.textContent()) ?? '';
}

/** Signs in for the first time, with the one-time password, and is back where it came from. */
async function signIn(page: Page): Promise<void> {
  const { name, password } = hall.supervisor;
  await page.goto(`${hall.address}/desk`);
  await page.getByText('登录以后可以接手市民的咨询').waitFor();
  await look(page, 'desk-nobody', 'onetrip-desk');
  await page.getByRole('link', { name: '登录', exact: true }).click();
  await page.locator('#name').fill(name);
  await page.locator('#password').fill(password);
  await page.locator('button.main').click();
  await page.locator('#current').fill(password);
  for (const field of ['#chosen', '#again']) await page.locator(field).fill(PASSWORD);
  await page.locator('button.main').click();
  await page.getByText('已登录：').waitFor();
}

describe('a consultation begun on the page', () => {
  it('is finished by a clerk at the desk, and the citizen’s page shows that very notice', async () => {
    const { page: citizen, errors } = await newPerson();
    await citizen.goto(hall.address);
    await say(citizen, '身份证丢了');
    await citizen.getByText('还要问最多').waitFor();
    await look(citizen, 'question', 'onetrip-guide');
    const digits = await takeDigits(citizen);
    expect(digits).toMatch(/^\d{3} \d{3}$/u);
    await look(citizen, 'digits', 'onetrip-guide');

    const { page: clerk, errors: faults } = await newPerson();
    await signIn(clerk);
    await look(clerk, 'desk-clerk', 'onetrip-desk');
    await clerk.getByLabel('接手市民的咨询').fill(digits);
    await clerk.getByRole('button', { name: '接手' }).click();
    await clerk.getByText('市民说过的都在下面').waitFor();
    await clerk.locator('onetrip-facts').getByText('身份证丢了').waitFor();
    await look(clerk, 'desk-taken', 'onetrip-desk');
    await clerk.locator('onetrip-survey').focus();
    for (let turn = 0; turn < 20 && !(await clerk.locator('.count.settled').isVisible()); turn += 1) {
      const before = await clerk.locator('.count').textContent();
      await clerk.keyboard.press('1');
      await clerk.waitForFunction((count) => {
        const desk = document.querySelector('onetrip-desk')?.shadowRoot;
        return desk?.querySelector('.count')?.textContent !== count;
      }, before);
    }
    const number = (await clerk.locator('onetrip-sheet .number').textContent())?.replace('编号', '').trim() ?? '';
    expect(number).toMatch(/^\d{4} \d{4} \d{4}$/u);
    const link = (await clerk.getByRole('link', { name: '打开或打印这份告知单' }).getAttribute('href')) ?? '';
    expect(new URL(link).pathname).toMatch(/^\/n\/[\w-]{22}$/u);
    await look(clerk, 'desk-settled', 'onetrip-desk');

    await citizen.goto(link);
    expect(await citizen.locator('body').textContent()).toContain(number);
    const consultations = await hall.database.reader.selectFrom('consultations').select('id').execute();
    expect(consultations).toHaveLength(1);
    await clerk.getByRole('button', { name: '退出登录' }).click();
    await clerk.waitForURL('**/sign-in?signed-out');
    expect([...errors, ...faults]).toEqual([]);
  });

  it('goes on in the chat account, with the same number under the same link', async () => {
    const { page, errors } = await newPerson();
    await page.goto(hall.address);
    await say(page, '身份证丢了');
    const question = page.locator('onetrip-question');
    for (let turn = 0; turn < 20; turn += 1) {
      await page.locator('onetrip-question, onetrip-sheet').first().waitFor();
      if (await page.locator('onetrip-sheet').isVisible()) break;
      const text = await question.locator('.ask').textContent();
      await question.getByRole('button', { name: '不清楚' }).click();
      await page.waitForFunction((asked) => {
        const guide = document.querySelector('onetrip-guide')?.shadowRoot;
        const now = guide?.querySelector('onetrip-question')?.shadowRoot?.querySelector('.ask');
        return now?.textContent !== asked;
      }, text);
    }
    const number = (await page.locator('onetrip-receipt .number').textContent())?.replace('编号', '').trim() ?? '';
    const link = (await page.getByRole('link', { name: '打开或打印这份告知单' }).getAttribute('href')) ?? '';
    const digits = await takeDigits(page);
    await look(page, 'notice', 'onetrip-guide');

    const server = new ServerCalls({ address: hall.address, key: CHANNEL_KEY });
    const account = await openBotAccount(createConversations(engine, { now: Date.now, today: () => '', server }));
    const { person, received } = account.meet();
    await account.hear(person, digits);
    expect(received.join('\n')).toContain(`编号：${number}`);
    expect(received.join('\n')).toContain(`全文和依据：${link}`);
    received.length = 0;
    await account.hear(person, '多少钱');
    expect(received.join('\n')).toContain('元');
    expect(account.failures).toEqual([]);
    await account.stop();
    expect(await (await fetch(link)).text()).toContain(number);
    await page.getByRole('button', { name: '转人工' }).first().click();
    await page.locator('onetrip-handoff').waitFor();
    await look(page, 'handoff', 'onetrip-guide');
    expect(errors).toEqual([]);
  });

  it('stays on the device in the offline guide: no number, no link, no digits', async () => {
    const { page } = await newPerson();
    await page.goto(`${hall.address}/offline`);
    await say(page, '办临时身份证');
    await page.locator('onetrip-question, onetrip-sheet').first().waitFor();
    expect(await page.locator('onetrip-receipt, onetrip-handover').count()).toBe(0);
  });
});
