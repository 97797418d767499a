import type { Input, ItemRef, Locale, Reply, Survey } from '@onetrip/engine';
import type { HandoverCode, Port, PortOptions, Receipt, Standing } from './port.ts';
import { PortProblem } from './port-problem.ts';
import { problemOf, readAnswer } from './read-answer.ts';
import { receiptAt } from './receipt-at.ts';
import { turnId } from './turn-id.ts';

/** Where the HTTP API is and, in tests, what to use in place of the network and the clock. */
export interface HttpPortOptions {
  /** Base address of the API: `/api`. */
  readonly base: string;
  /** The region whose halls and hours are meant. Default: the server's own. */
  readonly region?: string;
  readonly fetch?: typeof fetch;
  /** Waits between two tries, in milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** What answers a turn. */
interface Taken {
  readonly reply: Reply;
  readonly receipt?: Receipt;
}

/** Waits before the second, third … try; each is shortened by up to half at random so that clients spread out. */
const WAITS = [400, 800, 1600, 3200];
const TRY_TIMEOUT = 10_000;
const WORTH_RETRYING = new Set([502, 503, 504]);

/**
 * A consultation held on a server.
 *
 * A turn that may not have arrived is sent again with the same id, also when the caller repeats the very same
 * input object after a failure; the server then answers without taking the turn twice.
 */
export class HttpPort implements Port {
  receipt: Receipt | undefined;

  private readonly base: string;
  private readonly region: string | undefined;
  private readonly fetch: typeof fetch;
  private readonly wait: (milliseconds: number) => Promise<void>;
  private readonly turnIds = new WeakMap<Input, string>();
  private id: string | undefined;
  private locale: Locale | undefined;

  constructor(options: HttpPortOptions) {
    this.base = options.base.replace(/\/{1,9}$/, '');
    this.region = options.region;
    this.fetch = options.fetch ?? ((input, init) => fetch(input, init));
    this.wait = options.wait ?? ((milliseconds) => new Promise((done) => setTimeout(done, milliseconds)));
  }

  async begin(options: PortOptions): Promise<Reply> {
    this.locale = options.locale;
    const opened = await this.send<{ id: string; reply: Reply }>('POST', '/consultations', {
      locale: options.locale,
      channel: options.channel,
      ...(this.region ? { region: this.region } : {}),
      ...(options.items ? { items: options.items } : {}),
    });
    this.id = opened.id;
    this.receipt = undefined;
    return opened.reply;
  }

  async takeTurn(input: Input): Promise<Reply> {
    const turn = this.turnIds.get(input) ?? turnId();
    this.turnIds.set(input, turn);
    const taken = await this.send<Taken>('POST', `${this.path()}/turns`, { turn, input });
    this.turnIds.delete(input);
    if (taken.receipt) this.receipt = receiptAt(this.base, taken.receipt);
    return taken.reply;
  }

  async survey(): Promise<Survey> {
    return (await this.send<{ survey: Survey }>('GET', this.path())).survey;
  }

  async findItems(query: string): Promise<readonly ItemRef[]> {
    const found = await this.send<{ items: readonly ItemRef[] }>('GET', `/items?q=${encodeURIComponent(query)}`);
    return found.items;
  }

  async handOver(): Promise<HandoverCode> {
    return this.send<HandoverCode>('POST', `${this.path()}/handover`);
  }

  goOn({ id, receipt }: Standing, locale: Locale): void {
    this.id = id;
    this.locale = locale;
    this.receipt = receipt;
  }

  private path(): string {
    if (this.id === undefined) throw new PortProblem('unknown-consultation');
    return `/consultations/${encodeURIComponent(this.id)}`;
  }

  private async send<Body>(method: 'GET' | 'POST', path: string, body?: object): Promise<Body> {
    for (const wait of [...WAITS, undefined]) {
      const answer = await this.tryOnce(method, path, body);
      if (answer instanceof Response && !WORTH_RETRYING.has(answer.status)) return readAnswer<Body>(answer);
      if (wait === undefined) throw await whyNot(answer);
      await this.wait(wait * (1 - Math.random() / 2));
    }
    throw new PortProblem('unreachable');
  }

  /** The response, or what the network threw. */
  private async tryOnce(method: string, path: string, body: object | undefined): Promise<unknown> {
    const headers: Record<string, string> = body ? { 'content-type': 'application/json' } : {};
    // Problems come in the language of the page, whatever the browser's own is.
    if (this.locale) headers['accept-language'] = this.locale;
    const init: RequestInit = { method, headers, credentials: 'omit', cache: 'no-store' };
    if (typeof AbortSignal.timeout === 'function') init.signal = AbortSignal.timeout(TRY_TIMEOUT);
    if (body) init.body = JSON.stringify(body);
    try {
      return await this.fetch(this.base + path, init);
    } catch (cause) {
      return cause;
    }
  }
}

async function whyNot(answer: unknown): Promise<PortProblem> {
  return answer instanceof Response ? problemOf(answer) : new PortProblem('unreachable', '', { cause: answer });
}
