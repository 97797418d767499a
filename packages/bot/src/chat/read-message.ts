import type { AnsweredQuestion, Input } from '@onetrip/engine';
import type { Menu } from './menu.ts';
import { plainWords } from './plain-words.ts';
import { readChoice } from './read-choice.ts';
import { readCommand } from './read-command.ts';
import { readNumber } from './read-number.ts';
import { readValue } from './read-value.ts';

/** What a message asks for: an input for the engine, or something that the chat answers by itself. */
export type Act =
  | Input
  | { readonly kind: 'list-answers' }
  | { readonly kind: 'none-of-these' }
  | { readonly kind: 'no-such-number'; readonly number: string };

/** What the meaning of a message depends on. */
export interface MessageContext {
  readonly menu: Menu;
  /** The question that now stands, if any. */
  readonly asking: string | undefined;
  readonly answered: readonly AnsweredQuestion[];
}

/**
 * Reads one message: fixed command, then a value typed for a number or date, then a line of the menu, then free text.
 * A bare number that is on no menu line is never handed on as free text.
 */
export function readMessage(message: string, context: MessageContext): Act {
  const { menu } = context;
  const command = readCommand(message, context);
  if (command !== undefined) return command;
  const value = menu.question === undefined ? undefined : readValue(message, menu.question);
  if (value !== undefined) return value;
  const choice = readChoice(message, menu);
  if (choice !== undefined) return choice;
  const words = plainWords(message);
  if (menu.choices.length > 0 && readNumber(words) !== undefined) return { kind: 'no-such-number', number: words };
  return { kind: 'say', text: message };
}
