import type { Consultation, Engine, Reply } from '@onetrip/engine';
import { sentences } from '../text/zh-cn.ts';
import { isGreeting } from './is-greeting.ts';
import type { EngineAct } from './read-message.ts';
import { firstScreen, isOwn, readOn, showAgain, showOwn, showReply } from './screen.ts';
import type { Screen, Shown } from './screen.ts';

/** One person's conversation in text messages, for any account that can send and receive text. */
export interface Chat {
  /** Takes one message and gives those to send back, in order. */
  receive(text: string): readonly string[];
  /** A picture, a voice message or a file came: says so and puts the current question again. */
  receiveUnreadable(): readonly string[];
}

/** What a chat needs from outside. */
export interface ChatOptions {
  /** The day that counts as today, ISO; read once, when the conversation begins. */
  readonly today: string;
  /** Longest message in UTF-8 bytes. Default 2048, what WeChat takes; less only for accounts that take less. */
  readonly maxBytes?: number;
}

/**
 * Opens a conversation over the engine. The chat only translates: numbers and words to inputs, replies to text.
 *
 * @example
 * const chat = createChat(engine, { today: '2026-11-22' });
 * const messages = chat.receive('身份证丢了');
 */
export function createChat(engine: Engine, options: ChatOptions): Chat {
  return new TextChat(engine, options.today, options.maxBytes ?? 2048);
}

class TextChat implements Chat {
  readonly #engine: Engine;
  readonly #maxBytes: number;
  #consultation: Consultation;
  #screen: Screen;
  #greeted = false;

  constructor(engine: Engine, today: string, maxBytes: number) {
    this.#engine = engine;
    this.#maxBytes = maxBytes;
    const { consultation, reply } = engine.begin({ today, channel: 'wechat' });
    this.#consultation = consultation;
    this.#screen = firstScreen(reply);
  }

  receive(text: string): readonly string[] {
    const first = !this.#greeted;
    this.#greeted = true;
    if (first && isGreeting(text)) return this.#show(this.#screen.reply);
    const act = readOn(this.#screen, text, this.#engine.knowledge);
    return isOwn(act) ? this.#put(showOwn(this.#screen, act, this.#options)) : this.#show(this.#take(act));
  }

  receiveUnreadable(): readonly string[] {
    this.#greeted = true;
    return this.#put(showAgain(this.#screen, sentences.unreadable, this.#options));
  }

  get #options(): { readonly maxBytes: number } {
    return { maxBytes: this.#maxBytes };
  }

  #take(act: EngineAct): Reply {
    let turn = this.#engine.takeTurn(this.#consultation, act.kind === 'say-or' ? { kind: 'say', text: act.text } : act);
    if (act.kind === 'say-or' && turn.reply.kind === 'problem') {
      turn = this.#engine.takeTurn(this.#consultation, act.otherwise);
    }
    this.#consultation = turn.consultation;
    return turn.reply;
  }

  #show(reply: Reply): readonly string[] {
    return this.#put(showReply(this.#screen, reply, this.#options));
  }

  #put({ screen, messages }: Shown): readonly string[] {
    this.#screen = screen;
    return messages;
  }
}
