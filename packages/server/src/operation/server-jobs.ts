import { CatalogueEngines } from '../catalogue/catalogue-engines.ts';
import { CatalogueWatch } from '../catalogue/catalogue-watch.ts';
import { isFault } from '../knowledge/check-knowledge.ts';
import type { Published } from '../knowledge/engine-shelf.ts';
import type { KnowledgeFault } from '../knowledge/knowledge-fault.ts';
import { KnowledgeWatch } from '../knowledge/knowledge-watch.ts';
import { StorageError } from '../storage/storage-error.ts';
import { knowledgeFaultText } from '../text/knowledge-fault-text.ts';
import type { WebhookFailure } from '../webhooks/webhook-delivery.ts';
import { WebhookDelivery } from '../webhooks/webhook-delivery.ts';
import { WebhookJob } from '../webhooks/webhook-job.ts';
import { RetentionJob } from './retention/retention-job.ts';
import type { ServerParts } from './server-parts.ts';

/** Milliseconds between two looks at what has run out. */
const RETENTION_EVERY = 60 * 60 * 1000;

/** What a server does besides answering: takes new knowledge, deletes what was kept long enough, tells news of the ledger. */
export class ServerJobs {
  readonly #parts: ServerParts;
  readonly #sweep: () => Promise<void>;
  readonly #watch: KnowledgeWatch | CatalogueWatch;
  readonly #retention: RetentionJob;
  readonly #webhooks: WebhookJob | undefined;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  /**
   * @param sweep deletes what has run out
   * @param erased is told each consultation that was deleted because it was kept long enough
   */
  constructor(parts: ServerParts, sweep: () => Promise<void>, erased?: (id: string) => void) {
    const { settings, database, clock } = parts;
    this.#parts = parts;
    this.#sweep = sweep;
    this.#watch = this.#createWatch();
    this.#retention = new RetentionJob({ database, clock, days: settings.retentionDays, erased });
    this.#webhooks = this.#createWebhooks();
  }

  /** What the database must do before the first request. */
  prepare(): Promise<void> {
    return this.#retention.prepare();
  }

  start(): void {
    this.#watch.start();
    this.#webhooks?.start();
    this.#timer = setInterval(() => {
      this.#running = this.#runRetention();
    }, RETENTION_EVERY);
    this.#timer.unref();
  }

  /** Publishes the knowledge file as it is now. */
  publishNow(): void {
    this.#watch.publishNow().catch((error: unknown) => {
      this.#tellFault(error, 'knowledge could not be published');
    });
  }

  /** Begins nothing more, and waits for what is under way. */
  async stop(): Promise<void> {
    this.#watch.stop();
    clearInterval(this.#timer);
    await this.#webhooks?.stop();
    await this.#running;
  }

  #createWatch(): KnowledgeWatch | CatalogueWatch {
    const { engines, settings } = this.#parts;
    const told = {
      report: (came: Published | KnowledgeFault): void => {
        this.#tellPublication(came);
      },
      failed: (error: unknown): void => {
        this.#tellFault(error, 'knowledge could not be looked at');
      },
    };
    if (engines instanceof CatalogueEngines) return new CatalogueWatch({ engines, ...told });
    return new KnowledgeWatch({ shelf: engines, path: settings.knowledge, ...told });
  }

  #createWebhooks(): WebhookJob | undefined {
    const { database, clock, settings, log } = this.#parts;
    const { webhookUrl: url, webhookSecrets: secrets, webhookAllow: allowed } = settings;
    if (url === undefined) return undefined;
    const tellFailure = ({ isGivenUp, ...failure }: WebhookFailure): void => {
      if (isGivenUp) log.error(failure, 'webhook given up');
      else log.warn(failure, 'webhook not delivered');
    };
    return new WebhookJob({
      delivery: new WebhookDelivery({ database, clock, secrets, receiver: { url, allowed }, failed: tellFailure }),
      failed: (error) => {
        this.#tellFault(error, 'webhooks could not be sent');
      },
    });
  }

  async #runRetention(): Promise<void> {
    try {
      await this.#sweep();
      const run = await this.#retention.runIfDue();
      if (run) this.#parts.log.info(run, 'retention run');
    } catch (error) {
      this.#tellFault(error, 'retention run failed');
    }
  }

  #tellPublication(came: Published | KnowledgeFault): void {
    const { log } = this.#parts;
    if (isFault(came)) log.error({ ...came, advice: knowledgeFaultText[came.code](came.detail) }, 'knowledge refused');
    else log.info(came, 'knowledge published');
  }

  /** By its code alone: the text of an error may quote what a person typed. */
  #tellFault(error: unknown, what: string): void {
    const name = error instanceof Error ? error.name : typeof error;
    this.#parts.log.error(error instanceof StorageError ? { name, code: error.code } : { name }, what);
  }
}
