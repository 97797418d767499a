import type { Input, Reply } from '@onetrip/engine';
import type { ReceiptLink } from '../chat/write-reply.ts';
import { ServerProblem } from './server-problem.ts';

/** Where the server is, and what to use in place of the network in tests. */
export interface ServerCallsOptions {
  /** `https://guide.example.gov.cn` */
  readonly address: string;
  /** The key by which the server knows this channel. */
  readonly key: string;
  /** The address as citizens see it, for links. Default: the same. */
  readonly publicAddress?: string | undefined;
  readonly fetch?: typeof fetch;
  /** Waits between two tries, in milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** What a turn came to. */
export interface Taken {
  readonly reply: Reply;
  readonly receipt?: ReceiptLink;
}

/** A consultation on the server, and where it stands. */
export interface Standing extends Taken {
  readonly id: string;
}

/** Waits before the second, third … try; each is shortened by up to half at random so that clients spread out. */
const WAITS = [400, 800, 1600, 3200];
const TRY_TIMEOUT = 10_000;
const WORTH_RETRYING = new Set([502, 503, 504]);

/** Consultations held on a server, for a channel that it knows by a key. */
export class ServerCalls {
  readonly #options: ServerCallsOptions;

  constructor(options: ServerCallsOptions) {
    this.#options = options;
  }

  /** Opens a consultation. */
  open(): Promise<Standing> {
    return this.#send<Standing>('/api/consultations', { channel: 'wechat' });
  }

  /** Takes a turn. Sent again with the same id, also much later, it is not taken twice. */
  async turn(consultation: string, turn: string, input: Input): Promise<Taken> {
    const path = `/api/consultations/${encodeURIComponent(consultation)}/turns`;
    return this.#whole(await this.#send<Taken>(path, { turn, input }));
  }

  /**
   * The consultation behind six digits.
   *
   * @param person stays the same for one person: wrong digits are counted for each
   * @throws ServerProblem `unknown-handover-code` or `locked-out`.
   */
  async redeem(code: string, person: string): Promise<Standing> {
    return this.#whole(await this.#send<Standing>('/api/handover', { code, person }));
  }

  /** The same with a link that leads somewhere from a telephone. */
  #whole<Answer extends Taken>(answer: Answer): Answer {
    const { receipt } = answer;
    if (!receipt) return answer;
    const { address, publicAddress = address } = this.#options;
    return { ...answer, receipt: { ...receipt, link: new URL(receipt.link, publicAddress).href } };
  }

  async #send<Answer>(path: string, body: object): Promise<Answer> {
    const { wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)) } = this.#options;
    for (const pause of [...WAITS, undefined]) {
      const answer = await this.#tryOnce(path, body);
      if (answer instanceof Response && !WORTH_RETRYING.has(answer.status)) return readAnswer<Answer>(answer);
      if (pause === undefined) throw answer instanceof Response ? await problemOf(answer) : answer;
      await wait(pause * (1 - Math.random() / 2));
    }
    throw new RangeError('there is always a last try');
  }

  /** The response, or what the network threw. */
  async #tryOnce(path: string, body: object): Promise<unknown> {
    const { address, key, fetch: send = fetch } = this.#options;
    const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', 'Accept-Language': 'zh-CN' };
    const signal = AbortSignal.timeout(TRY_TIMEOUT);
    try {
      return await send(new URL(path, address), { method: 'POST', headers, body: JSON.stringify(body), signal });
    } catch (cause) {
      return cause;
    }
  }
}

async function readAnswer<Answer>(response: Response): Promise<Answer> {
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as Answer;
}

/** What is not from our server, a gateway's page for one, has no code. */
async function problemOf(response: Response): Promise<ServerProblem> {
  const { code } = (await response.json().catch(() => ({}))) as { readonly code?: unknown };
  return new ServerProblem(typeof code === 'string' ? code : `status-${String(response.status)}`);
}
