import type { Engine } from '@onetrip/engine';
import { createEngine } from '@onetrip/engine';
import { LRUCache } from 'lru-cache';
import type { EngineNeed, Engines } from '../knowledge/engines.ts';
import type { Database } from '../storage/database.ts';
import type { SliceWanted } from './catalogue.ts';
import { Catalogue } from './catalogue.ts';
import { newestEdition, readEdition } from './catalogue-rows.ts';

/** What engines over a catalogue stand on. */
export interface CatalogueEnginesOptions {
  /** PostgreSQL, with the catalogue in it. */
  readonly database: Database;
  /** The region that this server serves. */
  readonly region: string;
  /** Engines over the items of a trip that are kept ready; one takes about a megabyte. Default: 200. */
  readonly mostEngines?: number;
}

/** Catalogues of the past that are kept ready beside today's. */
const MOST_CATALOGUES = 4;

/** Engines for words are used again only when somebody says the same. */
const MOST_FOR_WORDS = 16;

/** Items listed when nobody says which; the longest list that may be asked for. */
const LONGEST_LIST = 100;

/**
 * The engines of a server whose catalogue is larger than memory: each is the ordinary engine over a slice, just large
 * enough that it answers one turn as the engine over everything would.
 */
export class CatalogueEngines implements Engines {
  readonly #options: CatalogueEnginesOptions;
  readonly #catalogues = new LRUCache<string, Catalogue>({ max: MOST_CATALOGUES });
  readonly #ready: LRUCache<string, Engine>;
  readonly #forWords = new LRUCache<string, Engine>({ max: MOST_FOR_WORDS });
  /** Under way, so that two turns that need the same wait for one. */
  readonly #making = new Map<string, Promise<Engine>>();
  #today: Catalogue;
  #current: Engine;

  private constructor(options: CatalogueEnginesOptions, today: Catalogue, current: Engine) {
    this.#options = options;
    this.#ready = new LRUCache({ max: options.mostEngines ?? 200 });
    this.#today = today;
    this.#current = current;
  }

  /** Opens the newest edition of a region; undefined when nothing was published for it. */
  static async open(options: CatalogueEnginesOptions): Promise<CatalogueEngines | undefined> {
    const { database, region } = options;
    const row = await readEdition(database.reader, region);
    if (!row) return undefined;
    const today = new Catalogue(database, row);
    return new CatalogueEngines(options, today, await shellOf(today));
  }

  get current(): Engine {
    return this.#current;
  }

  async of(version: string): Promise<Engine | undefined> {
    if (version === this.#today.version) return this.#current;
    return this.holding({ version, items: [] });
  }

  async holding(need: EngineNeed): Promise<Engine | undefined> {
    const catalogue = need.version === undefined ? this.#today : await this.#catalogueOf(need.version);
    if (!catalogue) return undefined;
    const wanted = await meantBy(catalogue, need);
    const hasWords = need.message !== undefined || need.query !== undefined;
    const shelf = hasWords ? this.#forWords : this.#ready;
    const key = keyOf(catalogue, need, wanted);
    return shelf.get(key) ?? this.#making.get(key) ?? this.#make(key, catalogue, { wanted, shelf });
  }

  /** Takes over what was published since; the version that serves now, or undefined when there is nothing new. */
  async followOthers(): Promise<{ readonly version: string; readonly isNew: boolean } | undefined> {
    const { database, region } = this.#options;
    const newest = await newestEdition(database.reader, region);
    if (newest === undefined || newest <= this.#today.edition) return undefined;
    const row = await readEdition(database.reader, region);
    if (!row) return undefined;
    const today = new Catalogue(database, row);
    const isNew = today.version !== this.#today.version;
    this.#current = await shellOf(today);
    this.#catalogues.set(this.#today.version, this.#today);
    this.#today = today;
    return { version: today.version, isNew };
  }

  async #catalogueOf(version: string): Promise<Catalogue | undefined> {
    if (version === this.#today.version) return this.#today;
    const known = this.#catalogues.get(version);
    if (known) return known;
    const row = await readEdition(this.#options.database.reader, this.#options.region, version);
    if (!row) return undefined;
    const read = new Catalogue(this.#options.database, row);
    this.#catalogues.set(version, read);
    return read;
  }

  #make(key: string, catalogue: Catalogue, { wanted, shelf }: Making): Promise<Engine> {
    const making = catalogue
      .slice(wanted)
      .then((knowledge) => {
        const engine = createEngine(knowledge);
        shelf.set(key, engine);
        return engine;
      })
      .finally(() => this.#making.delete(key));
    this.#making.set(key, making);
    return making;
  }
}

interface Making {
  readonly wanted: SliceWanted;
  readonly shelf: LRUCache<string, Engine>;
}

async function shellOf(catalogue: Catalogue): Promise<Engine> {
  return createEngine(await catalogue.slice({ items: catalogue.head.first }));
}

/** Everything that a turn may touch. What the list begins with is always there: any turn may come back to it. */
async function meantBy(catalogue: Catalogue, need: EngineNeed): Promise<SliceWanted> {
  const { items, materials = [], message, query, isDuringTrip = false } = need;
  const { first, order } = catalogue.head;
  const listed = query?.trim() === '' ? order.item.slice(0, LONGEST_LIST) : [];
  const words = message ?? query ?? '';
  const kind = message === undefined ? 'query' : 'message';
  const meant = words.trim() === '' ? undefined : await catalogue.candidates({ words, kind, ranked: !isDuringTrip });
  return {
    // What is only listed or found needs no rules.
    items: [...new Set([...first, ...items, ...(query === undefined ? (meant?.items ?? []) : [])])],
    fitting: [...listed, ...(query === undefined ? [] : (meant?.items ?? [])), ...(meant?.fitting ?? [])],
    materials: [...new Set([...materials, ...(meant?.materials ?? [])])],
    events: meant?.events ?? [],
    heard: meant?.heard ?? new Set(),
    message: isDuringTrip ? undefined : message,
  };
}

/** The same words give the same slice, and so do the same items where nothing is said. */
function keyOf(
  { version, edition }: Catalogue,
  { message, query, isDuringTrip }: EngineNeed,
  wanted: SliceWanted,
): string {
  const { items, fitting = [], materials = [], events = [] } = wanted;
  const sorted = [items, fitting, materials, events].map((ids) => ids.toSorted());
  return JSON.stringify([version, edition, message, query, isDuringTrip, ...sorted]);
}
