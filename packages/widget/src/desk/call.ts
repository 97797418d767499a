import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Input, ItemRef, Locale, Reply, Survey } from '@onetrip/engine';
import { openPort } from '../port/open-port.ts';
import type { PortAddress } from '../port/open-port.ts';
import { PortProblem } from '../port/port-problem.ts';
import type { Port, Receipt, Standing } from '../port/port.ts';
import type { Words } from '../text/words.ts';

/** What a call needs to know of the desk it serves. */
export interface CallHost extends ReactiveControllerHost {
  readonly words: Words;
  readonly locale: Locale;
  readonly address: PortAddress;
  /** A port given by the page or a test, in place of an address. */
  readonly port: Port | undefined;
  /** Called once the survey after a turn is drawn. */
  surveyed(reply: Reply, input: Input | undefined): void;
  failed(code: string): void;
}

/** Holds one caller's consultation: every turn is followed by a fresh survey of all questions. */
export class Call implements ReactiveController {
  survey: Survey | undefined;
  /** What went wrong last, in words, and how to do the same again. */
  trouble: { readonly text: string; readonly retry?: () => Promise<void> } | undefined;
  busy = false;
  /** The receipt of the notice, once everything is settled. */
  receipt: Receipt | undefined;
  /** It was begun by a citizen, and this desk goes on with it. */
  tookOver = false;

  private port: Port | undefined;

  constructor(private readonly host: CallHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.busy = false;
  }

  /** Begins with an item, or adds it to the trip of the caller who is on the line. */
  async takeItem(item: string): Promise<void> {
    if (this.survey || this.tookOver) return this.take({ kind: 'add', item });
    const { locale } = this.host;
    await this.attempt((port) => port.begin({ locale, channel: 'desk', items: [item] }), undefined);
  }

  async take(input: Input): Promise<void> {
    await this.attempt((port) => port.takeTurn(input), input);
  }

  /** Finds items; a network that is down finds none and says so. */
  async find(query: string): Promise<readonly ItemRef[]> {
    try {
      return await (await this.open()).findItems(query);
    } catch (cause) {
      this.fail(cause, undefined);
      return [];
    }
  }

  /** Goes on with a citizen's consultation: the very same one, with all that was said in it. */
  async takeOver(standing: Standing): Promise<void> {
    const port = await this.open();
    port.goOn?.(standing, this.host.locale);
    this.tookOver = true;
    this.trouble = undefined;
    await this.settle(standing.reply, standing.survey, undefined);
  }

  /** Puts everything away for the next caller. */
  hangUp(): void {
    this.survey = undefined;
    this.receipt = undefined;
    this.tookOver = false;
    this.trouble = undefined;
    this.host.requestUpdate();
  }

  private async open(): Promise<Port> {
    this.port ??= this.host.port ?? (await openPort(this.host.address));
    if (!this.port) throw new PortProblem('misconfigured');
    return this.port;
  }

  private async attempt(send: (port: Port) => Promise<Reply>, input: Input | undefined): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.trouble = undefined;
    this.host.requestUpdate();
    try {
      const port = await this.open();
      const reply = await send(port);
      const survey = await port.survey();
      await this.settle(reply, survey, input);
    } catch (cause) {
      this.fail(cause, () => this.attempt(send, input));
    }
  }

  private async settle(reply: Reply, survey: Survey, input: Input | undefined): Promise<void> {
    this.busy = false;
    this.survey = survey.trip.length > 0 ? survey : undefined;
    this.receipt = reply.kind === 'notice' ? this.port?.receipt : undefined;
    if (reply.kind === 'problem') this.trouble = { text: reply.say.join('') };
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.surveyed(reply, input);
  }

  private fail(cause: unknown, retry: (() => Promise<void>) | undefined): void {
    if (!(cause instanceof PortProblem)) throw cause;
    const { problem } = this.host.words;
    this.busy = false;
    const misconfigured = cause.code === 'misconfigured';
    const text = misconfigured
      ? problem.misconfigured
      : (problem.byCode[cause.code] ?? (cause.detail || problem.other));
    this.trouble = retry && !misconfigured ? { text, retry } : { text };
    this.host.requestUpdate();
    this.host.failed(cause.code);
  }
}
