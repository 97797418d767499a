import { createConversations } from '@onetrip/bot';
import type { Engine, Input, Reply } from '@onetrip/engine';
import { expect } from 'vitest';
import { openBotAccount } from './bot-account.ts';
import type { Player } from './player.ts';

/** Plays in a chat account: the real bot on wechaty, with a mock puppet for the network alone. */
export async function botPlayer(engine: Engine): Promise<Player> {
  let day = '';
  const account = await openBotAccount(createConversations(engine, { now: () => 0, today: () => day }));
  return {
    name: 'bot',
    open({ today }) {
      day = today;
      const { person, received } = account.meet();
      let last: readonly string[] = [];
      return Promise.resolve({
        async take({ input, before, after }) {
          received.length = 0;
          await account.hear(person, wordsFor(engine, input, { before, shown: last.join('\n') }));
          expect(account.failures).toEqual([]);
          last = [...received];
          expectShown(after, last.join('\n'));
        },
        ending: () => Promise.resolve({ text: joinParts(last) }),
        close: () => Promise.resolve(),
      });
    },
    close: () => account.stop(),
  };
}

/** What a person types to do this, reading the numbers off the last messages. */
function wordsFor(engine: Engine, input: Input, seen: { readonly before: Reply; readonly shown: string }): string {
  const { before, shown } = seen;
  switch (input.kind) {
    case 'say':
      return input.text;
    case 'answer':
      return markOf(labelOf(before, input.value), shown);
    case 'choose':
      return input.items.map((item) => markOf(titleOf(engine, item), shown)).join(' ');
    case 'unsure':
      return '0';
    case 'change':
      return `改 ${before.answered.find((answer) => answer.question === input.question)?.name ?? ''}`;
    case 'add':
      return `加上 ${engine.knowledge.items.find(({ id }) => id === input.item)?.name ?? ''}`;
    case 'remove':
      return `去掉 ${titleOf(engine, input.item)}`;
    case 'lack':
      return `没有 ${materialOf(engine, input.material)}`;
    case 'have':
      return `有 ${materialOf(engine, input.material)}`;
    case 'aspect':
      return { ...aspectWords }[input.aspect];
    default:
      return commands[input.kind];
  }
}

const commands = { why: '为什么', back: '返回', repeat: '再说一遍', restart: '重来', 'ask-for-clerk': '人工' } as const;
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

function labelOf(before: Reply, value: string | number): string {
  if (before.kind !== 'ask' && before.kind !== 'problem' && before.kind !== 'fact')
    throw new Error('no question stands');
  const option = before.question?.options.find((offered) => offered.value === value);
  if (option === undefined) throw new Error(`“${String(value)}” is not offered`);
  return option.label;
}

function titleOf(engine: Engine, item: string): string {
  return engine.knowledge.items.find(({ id }) => id === item)?.title ?? item;
}

function materialOf(engine: Engine, material: string): string {
  return engine.knowledge.materials.find(({ id }) => id === material)?.name ?? material;
}

function markOf(label: string, shown: string): string {
  const line = shown.split('\n').find((text) => text.replace(/^\w+ /u, '') === label);
  if (line === undefined) throw new Error(`“${label}” is not on the list:\n${shown}`);
  return line.slice(0, line.indexOf(' '));
}

/** The question, every option and every candidate of the engine's reply must stand in the messages. */
function expectShown(reply: Reply, shown: string): void {
  if (reply.kind === 'ask') {
    expect(shown).toContain(reply.question.text);
    for (const option of reply.question.options) expect(shown).toContain(option.label);
  }
  if (reply.kind === 'choose') for (const candidate of reply.candidates) expect(shown).toContain(candidate.title);
  for (const sentence of reply.say) expect(shown).toContain(sentence);
}

/** The messages as one text again, without the marks of its parts. */
function joinParts(messages: readonly string[]): string {
  return messages.map((message) => message.replace(/\s*[(（]\d+\/\d+[)）]\s*$/u, '')).join('\n');
}
