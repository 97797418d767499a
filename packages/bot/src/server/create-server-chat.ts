import { createHash, randomUUID } from 'node:crypto';
import type { Input, Knowledge, Question } from '@onetrip/engine';
import { isGreeting } from '../chat/is-greeting.ts';
import { plainWords } from '../chat/plain-words.ts';
import type { EngineAct } from '../chat/read-message.ts';
import { readNumber } from '../chat/read-number.ts';
import { firstScreen, isOwn, readOn, showAgain, showOwn, showReply } from '../chat/screen.ts';
import type { Screen, Shown } from '../chat/screen.ts';
import { sentences } from '../text/zh-cn.ts';
import { readHandoverCode } from './read-handover-code.ts';
import type { ServerCalls, Standing, Taken } from './server-calls.ts';
import { ServerProblem } from './server-problem.ts';

/** One person's conversation in text messages, held on a server. */
export interface ServerChat {
  /**
   * Takes one message and gives those to send back, in order.
   *
   * @throws When the server cannot be reached; the same words sent again then go on where this was.
   */
  receive(text: string): Promise<readonly string[]>;
  /** A picture, a voice message or a file came: says so and puts the current question again. */
  receiveUnreadable(): Promise<readonly string[]>;
}

/** What a chat on a server needs. */
export interface ServerChatOptions {
  readonly server: ServerCalls;
  /** Names of items and materials, to read a person's words by. */
  readonly knowledge: Knowledge;
  /** Who the person is in the account; the server gets only a hash of it. */
  readonly contact: string;
  /** Longest message in UTF-8 bytes. Default 2048. */
  readonly maxBytes?: number;
}

/** Opens a conversation whose consultation the server holds: six digits from elsewhere go on with that one. */
export function createServerChat(options: ServerChatOptions): ServerChat {
  return new RemoteChat(options);
}

/** Words on their way: when they do not arrive, the same turns are sent again before anything new. */
interface OnItsWay {
  readonly text: string;
  readonly act: EngineAct;
  /** Ids of the turns it may take: the second for words that meant nothing to the engine. */
  readonly turns: readonly [string, string];
}

/** What is told of a refusal, and whether the consultation is over with it. */
const REFUSALS: Readonly<Record<string, { readonly say: string; readonly over: boolean }>> = {
  'unknown-consultation': { say: sentences.closed, over: true },
  'knowledge-gone': { say: sentences.closed, over: true },
  'too-many-turns': { say: sentences.tooLong, over: true },
  'too-fast': { say: sentences.tooMany, over: false },
  'unknown-handover-code': { say: sentences.codeUnknown, over: false },
  'locked-out': { say: sentences.codeLocked, over: false },
};

class RemoteChat implements ServerChat {
  readonly #options: ServerChatOptions;
  #open: { readonly id: string; screen: Screen } | undefined;
  #onItsWay: OnItsWay | undefined;
  #greeted = false;

  constructor(options: ServerChatOptions) {
    this.#options = options;
  }

  async receive(text: string): Promise<readonly string[]> {
    try {
      const code = readHandoverCode(text, this.#question());
      return code === undefined ? await this.#answer(text) : await this.#takeOver(code);
    } catch (cause) {
      return this.#refused(cause);
    }
  }

  async receiveUnreadable(): Promise<readonly string[]> {
    const { screen } = await this.#opened();
    this.#greeted = true;
    return this.#put(showAgain(screen, sentences.unreadable, this.#show));
  }

  /** The question that stands, with the bounds of its answers. */
  #question(): Question | undefined {
    const id = this.#open?.screen.menu.question?.id;
    return id === undefined ? undefined : this.#options.knowledge.questions.find((question) => question.id === id);
  }

  async #answer(text: string): Promise<readonly string[]> {
    const missed = this.#onItsWay;
    if (missed) {
      const messages = await this.#take(missed);
      // The person has not seen these: the same words and a bare number still belong to what was before.
      if (text === missed.text || readNumber(plainWords(text)) !== undefined) return messages;
    }
    const { screen } = await this.#opened();
    const first = !this.#greeted;
    this.#greeted = true;
    if (first && isGreeting(text)) return this.#put(showReply(screen, screen.reply, this.#show));
    const act = readOn(screen, text, this.#options.knowledge);
    if (isOwn(act)) return this.#put(showOwn(screen, act, this.#show));
    return this.#take({ text, act, turns: [randomUUID(), randomUUID()] });
  }

  async #take(words: OnItsWay): Promise<readonly string[]> {
    this.#onItsWay = words;
    const { screen } = await this.#opened();
    const { reply, receipt } = await this.#send(words);
    this.#onItsWay = undefined;
    return this.#put(showReply(screen, reply, { ...this.#show, receipt }));
  }

  async #send({ act, turns }: OnItsWay): Promise<Taken> {
    const { id } = await this.#opened();
    const turn = (nth: 0 | 1, input: Input) => this.#options.server.turn(id, turns[nth], input);
    if (act.kind !== 'say-or') return turn(0, act);
    const said = await turn(0, { kind: 'say', text: act.text });
    return said.reply.kind === 'problem' ? turn(1, act.otherwise) : said;
  }

  /** Wrong digits change nothing: what stood before them still stands. */
  async #takeOver(code: string): Promise<readonly string[]> {
    const person = createHash('sha256').update(this.#options.contact).digest('base64url');
    const standing = await this.#options.server.redeem(code, person);
    const { screen } = this.#begin(standing);
    const shown = showReply(screen, standing.reply, { ...this.#show, receipt: standing.receipt });
    this.#greeted = true;
    return [sentences.wentOn, ...this.#put(shown)];
  }

  async #refused(cause: unknown): Promise<readonly string[]> {
    const refusal = cause instanceof ServerProblem ? REFUSALS[cause.code] : undefined;
    if (!refusal) throw cause;
    this.#onItsWay = undefined;
    if (!refusal.over) return [refusal.say];
    this.#open = undefined;
    const { screen } = await this.#opened();
    return this.#put(showAgain(screen, refusal.say, this.#show));
  }

  async #opened(): Promise<{ readonly id: string; screen: Screen }> {
    return this.#open ?? this.#begin(await this.#options.server.open());
  }

  #begin({ id, reply }: Standing): { readonly id: string; screen: Screen } {
    this.#onItsWay = undefined;
    this.#open = { id, screen: firstScreen(reply) };
    return this.#open;
  }

  get #show(): { readonly maxBytes: number } {
    return { maxBytes: this.#options.maxBytes ?? 2048 };
  }

  #put({ screen, messages }: Shown): readonly string[] {
    if (this.#open) this.#open.screen = screen;
    return messages;
  }
}
