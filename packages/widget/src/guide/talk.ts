import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Input, Locale, Reply } from '@onetrip/engine';
import { openPort } from '../port/open-port.ts';
import type { PortAddress } from '../port/open-port.ts';
import { PortProblem } from '../port/port-problem.ts';
import type { HandoverCode, Port, Receipt } from '../port/port.ts';
import type { Words } from '../text/words.ts';
import { applyReply, emptyConversation, goOn, openConversation } from './conversation.ts';
import type { Conversation } from './conversation.ts';
import { saidBy } from './said.ts';

/** What went wrong last, in words, and what can be done about it. */
export interface Trouble {
  readonly text: string;
  /** Does the same again; a turn keeps its id. */
  readonly retry?: () => Promise<void>;
}

/** What a talk needs to know of the element it serves. */
export interface TalkHost extends ReactiveControllerHost {
  readonly words: Words;
  readonly locale: Locale;
  readonly address: PortAddress;
  /** A port given by the page or a test, in place of an address. */
  readonly port: Port | undefined;
  /** Called before a reply is drawn, so that focus can be kept; what it returns is called once it is drawn. */
  arriving(reply: Reply, input: Input | undefined): (() => void) | undefined;
  failed(code: string): void;
}

/** Holds the conversation of one guide: opens the port, takes turns one at a time, keeps what could not be sent. */
export class Talk implements ReactiveController {
  conversation: Conversation = emptyConversation;
  trouble: Trouble | undefined;
  busy = false;

  /** Gives the digits for going on elsewhere; another function for each consultation, none without a server. */
  handOver: (() => Promise<HandoverCode>) | undefined;

  private port: Port | undefined;
  private sheet: Promise<unknown> | undefined;
  /** Counts openings, so that a late reply of an earlier one is dropped. */
  private opening = 0;

  constructor(private readonly host: TalkHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.opening += 1;
    this.busy = false;
  }

  /** The receipt of the notice that stands on the screen, if a server keeps it. */
  get receipt(): Receipt | undefined {
    const { standing } = this.conversation;
    const receipt = this.port?.receipt;
    return standing?.kind === 'notice' && standing.notice.number === receipt?.number ? receipt : undefined;
  }

  /** Opens a new consultation; what was said before is gone. */
  async open(items: readonly string[] = []): Promise<void> {
    this.opening += 1;
    this.busy = false;
    await this.attempt(async () => {
      const { host } = this;
      const port = (this.port ??= host.port ?? (await openPort(host.address)));
      if (!port) throw new PortProblem('misconfigured');
      const chosen = items.length > 0 ? { items } : {};
      return port.begin({ locale: host.locale, channel: 'web', ...chosen });
    }, undefined);
  }

  /** Forgets the port, because the attributes that chose it have changed. */
  forget(): void {
    this.port = undefined;
  }

  /** Takes one turn; a turn while another is under way is dropped, as its button should not have been there. */
  async take(input: Input): Promise<void> {
    const { port } = this;
    if (this.busy || !port) return;
    await this.attempt(() => port.takeTurn(input), input);
  }

  /** Leaves an earlier answer as it is. The engine has put its question again, so it is given the same answer again. */
  async keep(): Promise<void> {
    const { editing } = this.conversation;
    if (!editing) return;
    const question = editing.question.id;
    const { chosen } = editing;
    await this.take(chosen === null ? { kind: 'unsure', question } : { kind: 'answer', question, value: chosen });
  }

  private async attempt(send: () => Promise<Reply>, input: Input | undefined): Promise<void> {
    const { opening } = this;
    this.busy = true;
    this.trouble = undefined;
    this.host.requestUpdate();
    try {
      const reply = await send();
      if (opening === this.opening) await this.receive(reply, input);
    } catch (cause) {
      if (!(cause instanceof PortProblem)) throw cause;
      if (opening === this.opening) this.fail(cause, () => this.attempt(send, input));
    }
  }

  /** A reply that has arrived is not asked for again, even if the sheet to draw it on cannot be fetched. */
  private async receive(reply: Reply, input: Input | undefined): Promise<void> {
    const { opening } = this;
    try {
      await this.prepare(reply);
    } catch (cause) {
      this.sheet = undefined;
      this.fail(new PortProblem('unreachable', '', { cause }), () => this.receive(reply, input));
      return;
    }
    if (opening === this.opening) await this.settle(reply, input);
  }

  /** The sheet is fetched while the person answers, and waited for only when the notice is there. */
  private async prepare(reply: Reply): Promise<void> {
    if (reply.kind === 'ask') this.fetchSheet().catch(() => (this.sheet = undefined));
    if (reply.kind === 'notice') await this.fetchSheet();
  }

  private fetchSheet(): Promise<unknown> {
    return (this.sheet ??= import('../components/sheet/define.ts'));
  }

  private async settle(reply: Reply, input: Input | undefined): Promise<void> {
    const drawn = this.host.arriving(reply, input);
    this.busy = false;
    if (reply.kind === 'problem') this.trouble = { text: reply.say.join('') };
    else if (!input) this.begin(reply);
    else {
      const said = saidBy(input, this.conversation, this.host.words);
      this.conversation = applyReply(this.conversation, input, reply, said);
    }
    this.host.requestUpdate();
    await this.host.updateComplete;
    drawn?.();
  }

  private begin(reply: Reply): void {
    this.conversation = openConversation(reply);
    const { port } = this;
    this.handOver = port?.handOver?.bind(port);
  }

  private fail({ code, detail }: PortProblem, retry: () => Promise<void>): void {
    const { problem } = this.host.words;
    this.busy = false;
    const text = code === 'misconfigured' ? problem.misconfigured : (problem.byCode[code] ?? (detail || problem.other));
    this.trouble = code === 'misconfigured' ? { text } : { text, retry };
    this.host.requestUpdate();
    this.host.failed(code);
  }

  /** Goes on where the conversation was before a person was called. */
  goOn(): void {
    this.conversation = goOn(this.conversation);
    this.host.requestUpdate();
  }
}
