import type { WebhookDelivery } from './webhook-delivery.ts';

/** What the sending is run with. */
export interface WebhookJobOptions {
  readonly delivery: WebhookDelivery;
  /** Is told what kept it from looking: the database is away, for one. */
  readonly failed: (error: unknown) => void;
}

/** Milliseconds between two looks into the outbox. */
const LOOK_EVERY = 2000;

/** Sends what is due, every two seconds, until it is stopped. */
export class WebhookJob {
  readonly #options: WebhookJobOptions;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #isStopped = false;

  constructor(options: WebhookJobOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#running ??= this.#sendAll().finally(() => (this.#running = undefined));
    }, LOOK_EVERY);
    this.#timer.unref();
  }

  /** Begins nothing more, and waits for the tries under way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async #sendAll(): Promise<void> {
    try {
      while (!this.#isStopped && (await this.#options.delivery.deliverSome()) > 0);
    } catch (error) {
      this.#options.failed(error);
    }
  }
}
