import { types } from 'wechaty';
import type { Contact, Message, Room, Wechaty } from 'wechaty';
import type { AnyChat, Conversation, Conversations } from '../contacts/create-conversations.ts';
import { createQueues } from '../contacts/create-queues.ts';
import { sentences } from '../text/zh-cn.ts';
import { createSeen } from './create-seen.ts';

/** What answering needs beside the account and its conversations. */
export interface AnswerOptions {
  /** Hears of every failure, with the number that the person was told. Never of what anybody said. */
  readonly onFailure: (reference: string, cause: unknown) => void;
  /** A short number for a failure, to be told to a person. */
  readonly newReference: () => string;
}

/** An account that answers. */
export interface Answering {
  /** Resolves when every message that came so far is answered: wait for it before the account is stopped. */
  settled(): Promise<void>;
}

/** Kinds of message that a person sends and that hold no text to read. */
const unreadable = new Set<types.Message>([
  types.Message.Attachment,
  types.Message.Audio,
  types.Message.Contact,
  types.Message.ChatHistory,
  types.Message.Emoticon,
  types.Message.Image,
  types.Message.MiniProgram,
  types.Message.Location,
  types.Message.Url,
  types.Message.Video,
]);

/**
 * Lets a wechaty account answer: every direct message of a person, and in a room only what is said to it.
 *
 * Messages of one contact are answered in the order they came. It never answers itself, an official account, or the
 * same message twice, since puppets are known to deliver one twice.
 */
export function answerMessages(bot: Wechaty, conversations: Conversations, options: AnswerOptions): Answering {
  const queues = createQueues();
  const seen = createSeen(500);

  /** Sends all that is due; what fails is kept and goes out first next time, before anything new is read. */
  async function deliver(message: Message, conversation: Conversation): Promise<void> {
    while (conversation.unsent.length > 0) {
      const [next = '', ...rest] = conversation.unsent;
      await send(next, message.talker(), message.room());
      conversation.unsent = rest;
    }
  }

  async function answer(message: Message): Promise<void> {
    const room = message.room();
    if (room !== undefined && !(await message.mentionSelf())) return;
    const conversation = conversations.conversationOf(contactKey(message.talker(), room));
    if (conversation.unsent.length === 0) conversation.unsent = await replyTo(message, conversation.chat, options);
    await deliver(message, conversation);
  }

  bot.on('message', (message) => {
    if (!isForUs(message) || !seen.isNew(message.id)) return;
    queues
      .run(contactKey(message.talker(), message.room()), () => answer(message))
      .catch((cause: unknown) => options.onFailure(options.newReference(), cause));
  });
  return { settled: () => queues.settled() };
}

/** The words to send back; an apology with a number when the conversation itself failed. Nothing is lost by that. */
async function replyTo(message: Message, chat: AnyChat, options: AnswerOptions): Promise<readonly string[]> {
  try {
    if (message.type() !== types.Message.Text) return await chat.receiveUnreadable();
    return await chat.receive(message.room() === undefined ? message.text() : await message.mentionText());
  } catch (cause) {
    const reference = options.newReference();
    options.onFailure(reference, cause);
    return [sentences.failed(reference)];
  }
}

function isForUs(message: Message): boolean {
  if (message.self()) return false;
  const talker = message.talker().type();
  if (talker === types.Contact.Official || talker === types.Contact.Corporation) return false;
  return message.type() === types.Message.Text || unreadable.has(message.type());
}

/** One person has one conversation in each room and one in private; they do not mix. */
function contactKey(talker: Contact, room: Room | undefined): string {
  return room === undefined ? talker.id : `${room.id} ${talker.id}`;
}

async function send(text: string, talker: Contact, room: Room | undefined): Promise<void> {
  await (room === undefined ? talker.say(text) : room.say(text, talker));
}
