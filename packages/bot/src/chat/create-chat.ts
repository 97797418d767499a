import { cutText } from '@onetrip/engine';
import type { AskReply, Consultation, Engine, Reply, Turn } from '@onetrip/engine';
import { sentences } from '../text/zh-cn.ts';
import { emptyMenu, numberChoices } from './menu.ts';
import type { Menu } from './menu.ts';
import { isGreeting } from './is-greeting.ts';
import { readMessage } from './read-message.ts';
import type { Act, EngineAct } from './read-message.ts';
import { menuLines } from './write-lines.ts';
import { writeReply } from './write-reply.ts';

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

/** What is kept of a conversation between two messages. */
interface ChatState {
  readonly consultation: Consultation;
  readonly reply: Reply;
  readonly menu: Menu;
  /** The question last put, while it stands. */
  readonly ask: AskReply | undefined;
  /** Questions put so far, for the `1/2` before the next. */
  readonly put: readonly string[];
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
  #state: ChatState;
  #greeted = false;

  constructor(engine: Engine, today: string, maxBytes: number) {
    this.#engine = engine;
    this.#maxBytes = maxBytes;
    this.#state = { ...engine.begin({ today, channel: 'wechat' }), menu: emptyMenu, ask: undefined, put: [] };
  }

  receive(text: string): readonly string[] {
    const first = !this.#greeted;
    this.#greeted = true;
    const { consultation, reply, menu, ask } = this.#state;
    if (first && isGreeting(text)) return this.#show(consultation, reply);
    const { answered, trip } = reply;
    const { knowledge } = this.#engine;
    return this.#do(readMessage(text, { menu, asking: ask?.question.id, answered, knowledge, trip }));
  }

  receiveUnreadable(): readonly string[] {
    this.#greeted = true;
    return this.#showAgain(sentences.unreadable);
  }

  #do(act: Act): readonly string[] {
    if (act.kind === 'list-answers') return this.#listAnswers();
    if (act.kind === 'none-of-these') return [sentences.sayOtherwise];
    if (act.kind === 'no-such-number') return this.#showAgain(sentences.noSuchNumber(act.number));
    const { consultation, reply } = this.#take(act);
    return this.#show(consultation, reply);
  }

  #take(act: EngineAct): Turn {
    const { consultation } = this.#state;
    if (act.kind !== 'say-or') return this.#engine.takeTurn(consultation, act);
    const said = this.#engine.takeTurn(consultation, { kind: 'say', text: act.text });
    return said.reply.kind === 'problem' ? this.#engine.takeTurn(consultation, act.otherwise) : said;
  }

  #show(consultation: Consultation, reply: Reply): readonly string[] {
    const ask = standingAsk(this.#state.ask, consultation, reply);
    const put = reply.kind === 'ask' ? countQuestion(this.#state.put, reply) : this.#state.put;
    const progress = ask === undefined ? '' : `${put.length}/${put.length + ask.remaining.atMost}`;
    const written = writeReply(reply, { progress, maxBytes: this.#maxBytes });
    // After an answer about one thing only, what was offered before is still offered.
    const menu = reply.kind === 'fact' && written.menu.choices.length === 0 ? this.#state.menu : written.menu;
    this.#state = { consultation, reply, menu, ask, put };
    return written.messages;
  }

  /** The current question or list once more, under a line that says why. Nothing in the consultation changes. */
  #showAgain(line: string): readonly string[] {
    const again: Reply = { ...(this.#state.ask ?? this.#state.reply), say: [line], understood: [] };
    return again.kind === 'notice' ? [line] : this.#show(this.#state.consultation, again);
  }

  #listAnswers(): readonly string[] {
    const { answered } = this.#state.reply;
    if (answered.length === 0) return this.#showAgain(sentences.nothingToChange);
    const choices = numberChoices(
      answered.map((answer) => ({
        label: `${answer.name}：${answer.label}`,
        input: { kind: 'change', question: answer.question } as const,
      })),
    );
    const menu: Menu = { choices, several: false };
    this.#state = { ...this.#state, menu };
    return cutText([sentences.changeList, ...menuLines(menu), sentences.changeWhich].join('\n'), this.#maxBytes);
  }
}

/** The question that stands after a reply: the one it asks, or the one before while nobody answered it. */
function standingAsk(before: AskReply | undefined, consultation: Consultation, reply: Reply): AskReply | undefined {
  if (reply.kind === 'ask') return reply;
  return before !== undefined && consultation.asking === before.question.id ? before : undefined;
}

/** Questions put and answered, then this one: going back takes the later ones off the count again. */
function countQuestion(put: readonly string[], reply: AskReply): readonly string[] {
  const answered = new Set(reply.answered.map((answer) => answer.question));
  const still = put.filter((question) => answered.has(question) && question !== reply.question.id);
  return [...still, reply.question.id];
}
