import type { AnsweredQuestion, Input } from '@onetrip/engine';
import type { Menu } from './menu.ts';
import { plainWords } from './plain-words.ts';
import { readChoice } from './read-choice.ts';
import { readCommand } from './read-command.ts';
import { readNumber } from './read-number.ts';
import { readTripWords } from './read-trip-words.ts';
import type { TripContext } from './read-trip-words.ts';
import { readValue } from './read-value.ts';

/** What a message asks of the engine; `otherwise` is taken when the words mean nothing to it. */
export type EngineAct = Input | { readonly kind: 'say-or'; readonly text: string; readonly otherwise: Input };

/** What a message asks for: something of the engine, or something that the chat answers by itself. */
export type Act =
  | EngineAct
  | { readonly kind: 'list-answers' }
  | { readonly kind: 'none-of-these' }
  | { readonly kind: 'no-such-number'; readonly number: string };

/** What the meaning of a message depends on. */
export interface MessageContext extends TripContext {
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
  return tripWords(message, context) ?? { kind: 'say', text: message };
}

/**
 * The engine gets to understand the words first: “没有户口簿” may be the answer to its question. Only taking something
 * off the trip is read here alone, since naming an item otherwise means wanting it.
 */
function tripWords(message: string, context: MessageContext): Act | undefined {
  const otherwise = readTripWords(message, context);
  if (otherwise === undefined || otherwise.kind === 'remove') return otherwise;
  return { kind: 'say-or', text: message, otherwise };
}
