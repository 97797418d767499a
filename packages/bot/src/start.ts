import { randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createEngine } from '@onetrip/engine';
import type { Engine } from '@onetrip/engine';
import { WechatyBuilder } from 'wechaty';
import type { Wechaty } from 'wechaty';
import { choosePuppet } from './choose-puppet.ts';
import { createConversations } from './contacts/create-conversations.ts';
import type { Conversations } from './contacts/create-conversations.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { loadPuppet } from './load-puppet.ts';
import { readServerSettings } from './server/read-server-settings.ts';
import { ServerCalls } from './server/server-calls.ts';
import { talkInTerminal } from './talk-in-terminal.ts';
import { todayInBeijing } from './today-in-beijing.ts';
import { answerMessages } from './wechaty/answer-messages.ts';

const choice = choosePuppet(process.env);
if (!choice.ok) giveUp(choice.say);
const settings = readServerSettings(process.env);
if (!settings.ok) giveUp(settings.say);
const conversations = createConversations(await loadEngine(), {
  now: Date.now,
  today: () => todayInBeijing(Date.now()),
  server: settings.server && new ServerCalls(settings.server),
});
if (choice.puppet === 'terminal') await talkInTerminal(conversations.conversationOf('terminal').chat);
else await startAccount(conversations, choice);

async function loadEngine(): Promise<Engine> {
  const path = process.env['KNOWLEDGE'] ?? fileURLToPath(new URL('../../../knowledge', import.meta.url));
  const loaded = await loadKnowledge(path);
  return loaded.ok ? createEngine(loaded.knowledge) : giveUp(`知识读不进来（${path}）：\n${loaded.faults.join('\n')}`);
}

async function startAccount(
  talks: Conversations,
  account: { readonly puppet: string; readonly token: string | undefined },
) {
  const puppet = await loadPuppet(account.puppet, account.token);
  if (puppet === undefined)
    giveUp(`没有装 ${account.puppet}。请在 packages/bot 里装上它，或者检查 WECHATY_PUPPET 的拼写。`);
  const bot = WechatyBuilder.build({ name: 'onetrip', puppet });
  const answering = answerMessages(bot, talks, {
    onFailure: report,
    newReference: () => String(randomInt(1000, 10_000)),
  });
  announce(bot);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void answering.settled().then(() => bot.stop());
    });
  }
  await bot.start();
}

/** Says what an operator has to do or know: scan, logged in, logged out. Puppets are known to drop out silently. */
function announce(bot: Wechaty): void {
  bot.on('scan', (qrcode) => say(`请把这串内容做成二维码，用要登录的微信扫：${qrcode}`));
  bot.on('login', (user) => say(`已登录：${user.name()}`));
  bot.on('logout', () => say('已退出登录，收不到消息了，请重新登录。'));
  bot.on('error', (error) => report('0000', error));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Only the number and the kind of failure: what a person said never stands in a log. */
function report(reference: string, cause: unknown): void {
  process.stderr.write(`编号 ${reference}：${cause instanceof Error ? (cause.stack ?? cause.name) : typeof cause}\n`);
}

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
