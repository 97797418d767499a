import type { Published } from '../knowledge/engine-shelf.ts';
import type { CatalogueEngines } from './catalogue-engines.ts';

/** What a watch looks at and whom it tells. */
export interface CatalogueWatchOptions {
  readonly engines: CatalogueEngines;
  /** Is told of each edition that was taken over. */
  readonly report: (came: Published) => void;
  /** Is told what went wrong while looking. */
  readonly failed: (error: unknown) => void;
}

/** Milliseconds between two looks at what was published. */
const EVERY = 3000;

/** Follows the editions of the catalogue that others publish. */
export class CatalogueWatch {
  readonly #options: CatalogueWatchOptions;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: CatalogueWatchOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer = setInterval(() => void this.publishNow().catch(this.#options.failed), EVERY);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Takes over the newest edition, if it is another one: what SIGHUP asks for. */
  async publishNow(): Promise<void> {
    const came = await this.#options.engines.followOthers();
    if (came) this.#options.report(came);
  }
}
