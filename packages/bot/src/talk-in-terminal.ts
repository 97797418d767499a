import { createInterface } from 'node:readline/promises';
import type { Chat } from './chat/create-chat.ts';

/** Lets a person try the bot in a terminal: one line is one message. Ends with the input (Ctrl+D). */
export async function talkInTerminal(chat: Chat): Promise<void> {
  const lines = createInterface({ input: process.stdin });
  process.stdout.write(`${chat.receive('您好').join('\n\n')}\n\n> `);
  for await (const line of lines) {
    process.stdout.write(`\n${chat.receive(line).join('\n\n')}\n\n> `);
  }
}
