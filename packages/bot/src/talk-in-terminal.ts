import { createInterface } from 'node:readline/promises';
import type { AnyChat } from './contacts/create-conversations.ts';

/** Lets a person try the bot in a terminal: one line is one message. Ends with the input (Ctrl+D). */
export async function talkInTerminal(chat: AnyChat): Promise<void> {
  const lines = createInterface({ input: process.stdin });
  process.stdout.write(`${(await chat.receive('您好')).join('\n\n')}\n\n> `);
  for await (const line of lines) {
    process.stdout.write(`\n${(await chat.receive(line)).join('\n\n')}\n\n> `);
  }
}
