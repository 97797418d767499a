import type { BeginOptions } from '@onetrip/engine';
import { ENGINE_VERSION } from '@onetrip/engine';
import type { Clock } from '../clock.ts';
import type { Database } from '../storage/database.ts';
import type { ConsultationRow } from '../storage/tables.ts';
import type { ConsultationStore } from './consultation-store.ts';
import { OpeningKey } from './opening-key.ts';
import { LONGEST_ID, LONGEST_SILENCE, openSealed, sealOpening } from './sealed-opening.ts';
import type { Opening } from './sealed-opening.ts';

/** What openings need. */
export interface OpeningsOptions {
  readonly database: Database;
  readonly store: ConsultationStore;
  readonly clock: Clock;
}

/**
 * Openings that nobody has answered yet. They cost the server nothing: all there is to them stands, sealed, in the id
 * that the client holds, and a row is kept with the first turn.
 */
export class Openings {
  readonly #store: ConsultationStore;
  readonly #clock: Clock;
  readonly #key: OpeningKey;

  constructor({ database, store, clock }: OpeningsOptions) {
    this.#store = store;
    this.#clock = clock;
    this.#key = new OpeningKey(database);
  }

  /** The id that the client holds. */
  async seal(opening: Opening, region: string): Promise<string> {
    const held = sealOpening(opening, await this.#key.get());
    if (held.length <= LONGEST_ID) return held;
    // Twenty items with long names are too much for the address of a request.
    await this.#store.open(rowOf(opening, region));
    return opening.id;
  }

  /** The opening in an id that a client holds, if it is ours, not too old, and nobody has had it deleted since. */
  async find(held: string): Promise<Opening | undefined> {
    const opening = openSealed(held, await this.#key.get());
    if (!opening || this.#clock.now() - opening.opened > LONGEST_SILENCE) return undefined;
    return (await this.#store.isErased(opening.id)) ? undefined : opening;
  }
}

/** The row of a consultation that began so. */
export function rowOf({ id, knowledge, begun, opened }: Opening, region: string): ConsultationRow {
  const { channel = 'web' } = JSON.parse(begun) as BeginOptions;
  return { id, knowledge, engine: ENGINE_VERSION, region, channel, begun, opened };
}
