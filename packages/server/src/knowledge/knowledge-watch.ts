import type { EngineShelf, Published } from './engine-shelf.ts';
import type { KnowledgeFault } from './knowledge-fault.ts';
import { readSigned, stampOf } from './read-signed.ts';

/** What a watch looks at and whom it tells. */
export interface KnowledgeWatchOptions {
  readonly shelf: EngineShelf;
  /** The compiled file; its signature is looked for beside it. */
  readonly path: string;
  /** Is told what came of each publication. */
  readonly report: (came: Published | KnowledgeFault) => void;
  /** Is told what went wrong while looking: the database is away, for one. */
  readonly failed: (error: unknown) => void;
}

/** Milliseconds between two looks at the file, and between two looks at what others published. */
const FILE_EVERY = 1000;
const OTHERS_EVERY = 3000;

/**
 * Publishes a knowledge file when it changes, and follows what other processes publish.
 *
 * Looks at the file's time instead of waiting to be told: notices of the system get lost on network drives and in
 * containers.
 */
export class KnowledgeWatch {
  readonly #options: KnowledgeWatchOptions;
  #published: string;
  #seen: string;
  #timers: NodeJS.Timeout[] = [];

  constructor(options: KnowledgeWatchOptions) {
    this.#options = options;
    this.#published = stampOf(options.path);
    this.#seen = this.#published;
  }

  start(): void {
    const { failed } = this.#options;
    this.#timers = [
      setInterval(() => void this.lookAtFile().catch(failed), FILE_EVERY),
      setInterval(() => void this.lookAtOthers().catch(failed), OTHERS_EVERY),
    ];
    for (const timer of this.#timers) timer.unref();
  }

  stop(): void {
    for (const timer of this.#timers.splice(0)) clearInterval(timer);
  }

  /** Publishes the file once it has changed and then stood still for one look: until then it is being written. */
  async lookAtFile(): Promise<void> {
    const stamp = stampOf(this.#options.path);
    const stoodStill = stamp === this.#seen;
    this.#seen = stamp;
    if (stoodStill && stamp !== this.#published && stamp !== '') await this.publishNow();
  }

  async lookAtOthers(): Promise<void> {
    const came = await this.#options.shelf.followOthers();
    if (came) this.#options.report(came);
  }

  /** Publishes the file as it is, changed or not: what SIGHUP asks for. */
  async publishNow(): Promise<void> {
    const { path, shelf, report } = this.#options;
    this.#published = stampOf(path);
    this.#seen = this.#published;
    const file = readSigned(path);
    report(file === undefined ? { code: 'knowledge-not-found', detail: path } : await shelf.publish(file));
  }
}
