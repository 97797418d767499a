import type { Engine } from '@onetrip/engine';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock.ts';
import type { Database } from '../storage/database.ts';
import type { KnowledgeRow } from '../storage/tables.ts';
import { checkKnowledge, isFault } from './check-knowledge.ts';
import type { SignedText } from './check-signature.ts';
import { checkSignature } from './check-signature.ts';
import type { Engines } from './engines.ts';
import { findBrokenItem } from './find-broken-item.ts';
import type { KnowledgeFault } from './knowledge-fault.ts';
import type { Publication } from './knowledge-versions.ts';
import { keepSignature, keepVersion, newestVersion, textOf, versionOf } from './knowledge-versions.ts';

/** What a shelf stands on. */
export interface ShelfOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** Older engines kept ready; one takes from one to several tens of megabytes. Default: 8. */
  readonly mostOlder?: number;
  /** Public keys of who signs knowledge. Default: none, and nothing need be signed. */
  readonly keys?: readonly string[];
}

/** The compiled file that a server starts with. */
export interface StartingFile extends SignedText {
  /** When it was written, milliseconds since 1970. */
  readonly written: number;
}

/** What came of a publication: the version that serves now, and whether it is another one. */
export interface Published {
  readonly version: string;
  readonly isNew: boolean;
}

/**
 * The engines of a server whose knowledge is published anew while it runs.
 *
 * A consultation keeps the version it began under: older engines are kept ready while they are used, and made again
 * from the database when a consultation comes back to one. Whatever is published passes every check first, and what
 * does not changes nothing.
 */
export class EngineShelf implements Engines {
  readonly #options: ShelfOptions;
  readonly #older: LRUCache<string, Engine>;
  /** Being made, so that two consultations of one version wait for one engine. */
  readonly #waking = new Map<string, Promise<Engine | undefined>>();
  #current: Engine;
  /** When the current one was published. */
  #published: number;
  #lastPublication: Promise<unknown> = Promise.resolve();
  /** Published elsewhere and no good here; not tried twice. */
  #refused: Publication | undefined;

  private constructor(options: ShelfOptions, current: Engine, published: number) {
    this.#options = options;
    this.#current = current;
    this.#published = published;
    this.#older = new LRUCache({ max: options.mostOlder ?? 8 });
  }

  /**
   * Makes the shelf of a server that starts, with the file beside it, or with what another server published after
   * that file was written.
   *
   * @param engine what `checkFile` made of the file, where that is known
   */
  static async open(
    options: ShelfOptions,
    file: StartingFile,
    engine: Engine | KnowledgeFault = checkFile(file, options.keys),
  ): Promise<EngineShelf | KnowledgeFault> {
    if (isFault(engine)) return engine;
    const { version } = engine.knowledge;
    const known = await versionOf(options.database.reader, version);
    const isKept = known !== undefined && known.published >= file.written;
    const published = isKept ? known.published : await keepVersion(options.database, rowOf(file, version, options));
    if (isKept && file.signature !== undefined) await keepSignature(options.database, version, file.signature);
    const shelf = new EngineShelf(options, engine, published);
    await shelf.followOthers();
    return shelf;
  }

  get current(): Engine {
    return this.#current;
  }

  /** Versions that are ready in memory. */
  get ready(): readonly string[] {
    return [this.#current.knowledge.version, ...this.#older.keys()];
  }

  of(version: string): Engine | Promise<Engine | undefined> {
    if (version === this.#current.knowledge.version) return this.#current;
    return this.#older.get(version) ?? this.#waking.get(version) ?? this.#wake(version);
  }

  /** Takes a compiled file as today's knowledge, or says what is wrong with it; then all stays as it was. */
  publish(file: SignedText): Promise<Published | KnowledgeFault> {
    return this.#oneAfterAnother(async () => {
      const engine = await this.#tryOut(file);
      if (isFault(engine)) return engine;
      const { version } = engine.knowledge;
      const isNew = version !== this.#current.knowledge.version;
      this.#serve(engine, await keepVersion(this.#options.database, rowOf(file, version, this.#options)));
      return { version, isNew };
    });
  }

  /** Takes over what another process has published since; undefined when there is nothing new. */
  followOthers(): Promise<Published | KnowledgeFault | undefined> {
    return this.#oneAfterAnother(async () => {
      const newest = await newestVersion(this.#options.database.reader);
      if (!newest || newest.published <= this.#published) return undefined;
      if (newest.version === this.#refused?.version && newest.published === this.#refused.published) return undefined;
      const isNew = newest.version !== this.#current.knowledge.version;
      const engine = isNew ? await this.#tryOutVersion(newest.version) : this.#current;
      if (isFault(engine)) {
        this.#refused = newest;
        return engine;
      }
      this.#serve(engine, newest.published);
      return { version: newest.version, isNew };
    });
  }

  #serve(engine: Engine, published: number): void {
    this.#published = published;
    const before = this.#current;
    if (engine.knowledge.version === before.knowledge.version) return;
    this.#current = engine;
    this.#older.delete(engine.knowledge.version);
    this.#older.set(before.knowledge.version, before);
  }

  async #tryOut(file: SignedText): Promise<Engine | KnowledgeFault> {
    const engine = checkFile(file, this.#options.keys);
    if (isFault(engine)) return engine;
    const { version, region } = engine.knowledge;
    if (version === this.#current.knowledge.version) return this.#current;
    if (region.id !== this.#current.knowledge.region.id) return { code: 'other-region', detail: region.id };
    const broken = await findBrokenItem(engine);
    return broken === undefined ? engine : { code: 'item-breaks', detail: broken };
  }

  async #tryOutVersion(version: string): Promise<Engine | KnowledgeFault> {
    const file = await textOf(this.#options.database.reader, version);
    return file === undefined ? { code: 'knowledge-not-found', detail: version } : this.#tryOut(file);
  }

  #wake(version: string): Promise<Engine | undefined> {
    const waking = this.#engineOf(version).finally(() => this.#waking.delete(version));
    this.#waking.set(version, waking);
    return waking;
  }

  /** An engine over a version of the past; undefined where it is unknown or its file was tampered with. */
  async #engineOf(version: string): Promise<Engine | undefined> {
    const file = await textOf(this.#options.database.reader, version);
    if (file === undefined) return undefined;
    const engine = checkFile(file, this.#options.keys);
    if (isFault(engine) || engine.knowledge.version !== version) return undefined;
    this.#older.set(version, engine);
    return engine;
  }

  #oneAfterAnother<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#lastPublication.then(work);
    this.#lastPublication = done.catch(() => undefined);
    return done;
  }
}

/** An engine over a compiled file, or what is wrong with it. Who signed comes first: what a stranger wrote is not even parsed. */
export function checkFile(file: SignedText, keys: readonly string[] = []): Engine | KnowledgeFault {
  return checkSignature(file, keys) ?? checkKnowledge(file.text);
}

function rowOf({ text, signature }: SignedText, version: string, { clock }: ShelfOptions): KnowledgeRow {
  return { version, published: clock.now(), body: text, signature: signature ?? null };
}
