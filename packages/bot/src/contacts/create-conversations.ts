import type { Engine } from '@onetrip/engine';
import { createChat } from '../chat/create-chat.ts';
import { createServerChat } from '../server/create-server-chat.ts';
import type { ServerCalls } from '../server/server-calls.ts';

/** One person's conversation, wherever its consultation is held. */
export interface AnyChat {
  /** Takes one message and gives those to send back, in order. */
  receive(text: string): readonly string[] | Promise<readonly string[]>;
  /** A picture, a voice message or a file came: says so and puts the current question again. */
  receiveUnreadable(): readonly string[] | Promise<readonly string[]>;
}

/** One contact's conversation, and what could not be delivered of it. */
export interface Conversation {
  readonly chat: AnyChat;
  /** Messages whose sending failed. The person has not seen them, so they go out before anything new is read. */
  unsent: readonly string[];
}

/** The open conversations of an account, one for each contact. */
export interface Conversations {
  /** The contact's conversation; a new one when there was none or the last word was too long ago. */
  conversationOf(contact: string): Conversation;
  /** How many are kept now. */
  readonly size: number;
}

/** What the conversations need from outside. */
export interface ConversationsOptions {
  /** Milliseconds since 1970, as `Date.now` gives them. */
  readonly now: () => number;
  /** The day that counts as today where the hall is, ISO. */
  readonly today: () => string;
  /** How long a silence ends a conversation. Default two hours: after that, a “1” is no longer an answer. */
  readonly idleMs?: number;
  /** Longest message in UTF-8 bytes; see `ChatOptions`. */
  readonly maxBytes?: number;
  /** Holds the consultations, so that they go on elsewhere and notices are kept. Default: the engine given here. */
  readonly server?: ServerCalls | undefined;
}

const twoHours = 2 * 60 * 60 * 1000;

/** Opens the conversations of one account. Nothing of them outlives the idle time. */
export function createConversations(engine: Engine, options: ConversationsOptions): Conversations {
  const idleMs = options.idleMs ?? twoHours;
  const kept = new Map<string, { readonly conversation: Conversation; readonly usedAt: number }>();

  /** The map is in order of last use, so the oldest come first and the sweep stops at the first fresh one. */
  function dropIdle(now: number): void {
    for (const [contact, { usedAt }] of kept) {
      if (now - usedAt < idleMs) return;
      kept.delete(contact);
    }
  }

  function openChat(contact: string): AnyChat {
    const { server, maxBytes } = options;
    const size = maxBytes === undefined ? {} : { maxBytes };
    const { knowledge } = engine;
    return server
      ? createServerChat({ server, knowledge, contact, ...size })
      : createChat(engine, { today: options.today(), ...size });
  }

  return {
    conversationOf(contact) {
      const now = options.now();
      dropIdle(now);
      const conversation = kept.get(contact)?.conversation ?? { chat: openChat(contact), unsent: [] };
      kept.delete(contact);
      kept.set(contact, { conversation, usedAt: now });
      return conversation;
    },
    get size() {
      return kept.size;
    },
  };
}
